// Interaction: every widget asks here whether it was pressed, dragged or
// focused, so that the pointer and the mirror's controls have the same effect.
#ifndef SEXTANT_UI_KIT_CONTROLS_H_
#define SEXTANT_UI_KIT_CONTROLS_H_

#include <string>
#include <utility>
#include <vector>

#include "charts/kit/drawing.h"
#include "platform/input_queue.h"
#include "ui/kit/canvas.h"

namespace sextant {

// The directions in which a drag from a point moves something.
enum class DragAxis { kNone, kHorizontal, kBoth };

// How a widget was touched. `began`, `ended`, `pressed` and `double_clicked`
// are true in one pass only, also when a frame has several.
struct Interaction {
  bool hovered = false;
  bool held = false;
  bool began = false;    // the press started in this frame
  bool ended = false;    // the press ended in this frame
  bool pressed = false;  // pressed and released, or activated from the mirror
  bool double_clicked = false;
  bool focused = false;  // the mirror's node has the keyboard focus
};

class Controls {
 public:
  explicit Controls(const Canvas& canvas) : canvas_(canvas) {}

  void BeginFrame(const PointerState& pointer) { pointer_ = pointer; }
  void BeginPass();
  void EndFrame();
  // Widgets below a sticky surface cannot be dragged.
  void CoverDragZones(Rect view_rect);

  // The widget `id` at `rect`; one that can be dragged says along which axis.
  // The caller draws it and records its node.
  Interaction Interact(const std::string& id, Rect rect,
                       DragAxis axis = DragAxis::kNone);

  // The pointer's position in content coordinates.
  Point Pointer() const;
  // Whether the pointer is over this part of the current surface.
  bool PointerIn(Rect rect) const;
  // Whether a press began in this frame, anywhere.
  bool PointerPressed() const;
  bool is_touch() const { return pointer_.touch; }
  const PointerState& pointer() const { return pointer_; }

  DragAxis AxisAt(float x, float y) const;
  const char* cursor() const { return cursor_; }
  void SetCursor(const char* cursor) { cursor_ = cursor; }

  // --- From the mirror. An id that no widget has does nothing.
  void Activate(std::string id) { activation_ = std::move(id); }
  void Focus(std::string id) { focused_ = std::move(id); }
  const std::string& focused() const { return focused_; }
  // Whether the focused node belongs to `id`, as "social.paid/visits" to
  // "social.paid".
  bool HasFocusWithin(std::string_view id) const;

 private:
  struct DragZone {
    Rect rect;  // view coordinates
    DragAxis axis;
  };

  const Canvas& canvas_;
  PointerState pointer_;
  std::string activation_;
  std::string focused_;
  const char* cursor_ = "default";
  std::vector<DragZone> drag_zones_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_CONTROLS_H_
