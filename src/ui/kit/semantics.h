// The interface as a list of nodes, one per control, result and picture. The
// page mirrors them as real HTML controls and texts (web/canvas/mirror.ts).
#ifndef SEXTANT_UI_KIT_SEMANTICS_H_
#define SEXTANT_UI_KIT_SEMANTICS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"

namespace sextant {

enum class Role {
  kSlider,
  kButton,
  kRadio,
  kChoice,  // of the currency; its text is the code
  kOutput,
  kHeading,
  kImage,
  kLabel
};

struct SemanticNode {
  std::string id;  // unique and stable: "social.paid/costPerClick"
  Role role = Role::kOutput;
  std::string label;
  std::string value_text;
  std::string group;  // id of the heading that it belongs to
  struct Range {
    double value;
    double minimum;
    double maximum;
    bool operator==(const Range&) const = default;
  };
  std::optional<Range> range;   // sliders, in the field's own unit
  std::optional<bool> checked;  // pressed buttons and radios
  bool disabled = false;
  bool sticky = false;
  bool editable = false;
  bool undefined = false;  // an output whose text says why it has no value
  Rect rect;               // content coordinates
};

// Collects the nodes of one frame, in reading order. Recording builds strings,
// so it is done only in the last frame before rest.
class Semantics {
 public:
  void BeginFrame(bool recording) { recording_ = recording; }
  // Forgets the nodes of an earlier pass of the same frame.
  void BeginPass() { count_ = 0; }
  bool recording() const { return recording_; }
  // Whether the following nodes stay in place while the content scrolls.
  void SetSticky(bool sticky) { sticky_ = sticky; }

  // Adds a node, to be completed before the next is added; nullptr while
  // nothing is recorded.
  SemanticNode* Record(Role role, std::string_view id, std::string_view group,
                       std::string_view label, Rect rect);
  // `undefined`: `value` is the reason why there is none.
  void Output(std::string_view id, std::string_view group,
              std::string_view label, std::string_view value, Rect rect,
              bool undefined = false);
  // Where a name is drawn whose result is a node elsewhere: for who points at
  // it. `reason`: why the result has no value; or empty.
  void Label(std::string_view id, std::string_view group,
             std::string_view label, std::string_view reason, Rect rect) {
    Add(Role::kLabel, id, group, label, reason, rect);
  }
  // The id of a heading is the group of the nodes under it.
  void Heading(std::string_view id, std::string_view label, Rect rect) {
    Record(Role::kHeading, id, id, label, rect);
  }
  void Image(std::string_view id, std::string_view group,
             std::string_view label, Rect rect) {
    Record(Role::kImage, id, group, label, rect);
  }

  // If something was recorded, compares it with what was published before.
  void EndFrame();

  // Of the last recorded frame.
  const std::vector<SemanticNode>& nodes() const { return published_; }
  // Increases whenever Json() changes.
  uint32_t revision() const { return revision_; }
  // nodes() as an array of web/canvas/app_module.d.ts's SemanticNode.
  // Written only when asked for: most frames of a drag are never asked.
  std::string Json() const;

 private:
  SemanticNode* Add(Role role, std::string_view id, std::string_view group,
                    std::string_view label, std::string_view value, Rect rect);

  bool recording_ = false;
  bool sticky_ = false;
  std::vector<SemanticNode> published_;
  // The first `count_` are those of the present pass so far; the others keep
  // the memory of their texts for those that follow.
  std::vector<SemanticNode> recorded_;
  size_t count_ = 0;
  uint32_t revision_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_SEMANTICS_H_
