#include "ui/kit/semantics.h"

#include <algorithm>
#include <array>

#include "exchange/json_writer.h"

namespace sextant {
namespace {

const char* RoleName(Role role) {
  switch (role) {
    case Role::kSlider:
      return "slider";
    case Role::kButton:
      return "button";
    case Role::kRadio:
      return "radio";
    case Role::kChoice:
      return "choice";
    case Role::kOutput:
      return "output";
    case Role::kHeading:
      return "heading";
    case Role::kImage:
      return "image";
    case Role::kLabel:
      return "label";
  }
  return "output";
}

// Quarters of a point are precise enough and short.
std::array<int, 4> QuartersOf(Rect rect) {
  return {static_cast<int>(rect.x * 4), static_cast<int>(rect.y * 4),
          static_cast<int>(rect.width * 4), static_cast<int>(rect.height * 4)};
}

// Whether both are the same in JSON.
bool IsSame(const SemanticNode& a, const SemanticNode& b) {
  return a.role == b.role && a.checked == b.checked &&
         a.disabled == b.disabled && a.sticky == b.sticky &&
         a.editable == b.editable && a.undefined == b.undefined &&
         a.range == b.range && QuartersOf(a.rect) == QuartersOf(b.rect) &&
         a.id == b.id && a.value_text == b.value_text && a.label == b.label &&
         a.group == b.group;
}

void Write(JsonWriter& json, const SemanticNode& node) {
  json.BeginObject()
      .Member("id", node.id)
      .Member("role", RoleName(node.role))
      .Member("label", node.label)
      .Member("valueText", node.value_text)
      .Member("group", node.group);
  if (node.range) {
    json.Member("value", node.range->value)
        .Member("minimum", node.range->minimum)
        .Member("maximum", node.range->maximum);
  }
  if (node.checked) json.Member("checked", *node.checked);
  if (node.disabled) json.Member("disabled", true);
  if (node.sticky) json.Member("sticky", true);
  if (node.editable) json.Member("editable", true);
  if (node.undefined) json.Member("undefined", true);
  json.Key("rect").BeginArray();
  for (const int quarters : QuartersOf(node.rect)) json.Value(quarters / 4.0);
  json.EndArray().EndObject();
}

}  // namespace

SemanticNode* Semantics::Record(Role role, std::string_view id,
                                std::string_view group, std::string_view label,
                                Rect rect) {
  if (!recording_) return nullptr;
  if (count_ == recorded_.size()) recorded_.emplace_back();
  SemanticNode& node = recorded_[count_++];
  node.id = id;
  node.role = role;
  node.label = label;
  node.value_text.clear();
  node.group = group;
  node.range.reset();
  node.checked.reset();
  node.disabled = false;
  node.sticky = sticky_;
  node.editable = false;
  node.undefined = false;
  node.rect = rect;
  return &node;
}

SemanticNode* Semantics::Add(Role role, std::string_view id,
                             std::string_view group, std::string_view label,
                             std::string_view value, Rect rect) {
  SemanticNode* node = Record(role, id, group, label, rect);
  if (node != nullptr) node->value_text = value;
  return node;
}

void Semantics::Output(std::string_view id, std::string_view group,
                       std::string_view label, std::string_view value,
                       Rect rect, bool undefined) {
  SemanticNode* node = Add(Role::kOutput, id, group, label, value, rect);
  if (node != nullptr) node->undefined = undefined;
}

void Semantics::EndFrame() {
  if (!recording_) return;
  recorded_.resize(count_);
  if (!std::equal(recorded_.begin(), recorded_.end(), published_.begin(),
                  published_.end(), IsSame)) {
    ++revision_;
  }
  published_.swap(recorded_);
}

std::string Semantics::Json() const {
  JsonWriter json;
  json.BeginArray();
  for (const SemanticNode& node : published_) Write(json, node);
  json.EndArray();
  return json.Take();
}

}  // namespace sextant
