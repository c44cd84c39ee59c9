// What the interface means, beside what it looks like: one node per control,
// result and picture. The page mirrors the nodes as real HTML controls.
#ifndef SEXTANT_UI_KIT_SEMANTICS_H_
#define SEXTANT_UI_KIT_SEMANTICS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"

namespace sextant {

enum class Role { kSlider, kButton, kRadio, kOutput, kHeading, kImage };

struct SemanticNode {
  std::string id;  // unique and stable: "social.paid/costPerClick"
  Role role = Role::kOutput;
  std::string label;
  std::string value_text;
  std::string group;  // id of the heading it stands under
  struct Range {
    double value;
    double minimum;
    double maximum;
  };
  std::optional<Range> range;   // sliders, in the field's own unit
  std::optional<bool> checked;  // pressed buttons and radios
  bool disabled = false;
  bool sticky = false;
  bool editable = false;
  Rect rect;  // content coordinates
};

// Collects the nodes of one frame, in reading order. Recording costs strings,
// so it is done in the last frame before rest only.
class Semantics {
 public:
  void BeginFrame(bool recording);
  bool recording() const { return recording_; }
  void Add(SemanticNode node) { nodes_.push_back(std::move(node)); }
  // After the last frame: compares with what was published before.
  void EndFrame();

  const std::vector<SemanticNode>& nodes() const { return nodes_; }
  // Grows whenever json() changed.
  uint32_t revision() const { return revision_; }
  // An array of web/canvas/app_module.d.ts's SemanticNode.
  const std::string& json() const { return json_; }

 private:
  bool recording_ = false;
  std::vector<SemanticNode> nodes_;
  std::string json_ = "[]";
  uint32_t revision_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_SEMANTICS_H_
