#include "ui/kit/semantics.h"

#include <utility>

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
    case Role::kOutput:
      return "output";
    case Role::kHeading:
      return "heading";
    case Role::kImage:
      return "image";
  }
  return "output";
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
  json.Key("rect").BeginArray();
  for (const float value :
       {node.rect.x, node.rect.y, node.rect.width, node.rect.height}) {
    // Quarters of a pixel are precise enough and short.
    json.Value(static_cast<int>(value * 4) / 4.0);
  }
  json.EndArray().EndObject();
}

}  // namespace

void Semantics::BeginPass() {
  if (recording_) nodes_.clear();
}

SemanticNode* Semantics::Record(Role role, std::string_view id,
                                std::string_view group, std::string_view label,
                                Rect rect) {
  if (!recording_) return nullptr;
  SemanticNode& node = nodes_.emplace_back();
  node.id = id;
  node.role = role;
  node.label = label;
  node.group = group;
  node.sticky = sticky_;
  node.rect = rect;
  return &node;
}

void Semantics::Output(std::string_view id, std::string_view group,
                       std::string_view label, std::string_view value,
                       Rect rect) {
  if (SemanticNode* node = Record(Role::kOutput, id, group, label, rect)) {
    node->value_text = value;
  }
}

void Semantics::EndFrame() {
  if (!recording_) return;
  JsonWriter json;
  json.BeginArray();
  for (const SemanticNode& node : nodes_) Write(json, node);
  json.EndArray();
  if (json.text() == json_) return;
  json_ = json.Take();
  ++revision_;
}

}  // namespace sextant
