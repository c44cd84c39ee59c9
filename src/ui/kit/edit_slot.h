// Typing happens in a real <input> that the page puts over a number or a name.
// Only one is open at a time.
#ifndef SEXTANT_UI_KIT_EDIT_SLOT_H_
#define SEXTANT_UI_KIT_EDIT_SLOT_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "charts/kit/drawing.h"

namespace sextant {

struct EditRequest {
  std::string id;
  std::string widget;  // whose number or name it covers; empty: any
  Rect rect;           // content coordinates
  std::string text;
  bool decimal = true;  // otherwise free text
  int maximum_length = 40;
  std::string label;
};

class EditSlot {
 public:
  void BeginPass() { is_placed_ = false; }
  // Keeps an editor whose widget is gone inside a view of this width.
  void EndFrame(float view_width);

  void Open(EditRequest request) { request_ = std::move(request); }
  void Close() { request_.reset(); }
  const std::optional<EditRequest>& request() const { return request_; }

  // Called by every editable widget in each pass, so that an open editor
  // follows its widget when the layout changes.
  void Place(std::string_view id, std::string_view widget, Rect rect);

 private:
  std::optional<EditRequest> request_;
  bool is_placed_ = false;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_EDIT_SLOT_H_
