#include "ui/kit/widgets.h"

namespace sextant {

void CurrencyChoice(Ui& ui, Rect rect, std::string_view group) {
  const std::string id = "currency";
  const std::string_view code = ui.scenario().currency.view();
  if (SemanticNode* node = ui.semantics().Record(
          Role::kChoice, id, group, ui.Text(TextId::kUiCurrencyChoice), rect)) {
    node->value_text = code;
  }
  Canvas& canvas = ui.canvas();
  const Interaction touch = ui.controls().Interact(id, rect);
  canvas.FillRect(rect, {Ink::kSurfaceRaised, 1}, kRadius);
  canvas.StrokeRect(rect, {Ink::kControl, 1}, kRadius);
  canvas.Label(rect, std::string(code) + " ▾", {.align = Align::kCenter});
  if (touch.focused) canvas.FocusRing(rect);
}

bool Button(Ui& ui, const std::string& id, Rect rect, std::string_view label,
            std::string_view accessible_label, std::string_view group,
            ButtonLook look, bool disabled) {
  if (SemanticNode* node = ui.semantics().Record(Role::kButton, id, group,
                                                 accessible_label, rect)) {
    node->disabled = disabled;
  }
  Canvas& canvas = ui.canvas();
  const Interaction touch = ui.controls().Interact(id, rect);
  const bool lit = (touch.hovered || touch.held) && !disabled;
  if (lit) ui.controls().SetCursor("pointer");
  Ink text = disabled ? Ink::kTextMuted : Ink::kText;
  if (look == ButtonLook::kPrimary) {
    canvas.FillRect(rect, {Ink::kAccent, disabled ? 0.4f : 1}, kRadius);
    text = Ink::kOnAccent;
  } else if (look == ButtonLook::kPlain) {
    canvas.FillRect(rect, {Ink::kSurfaceRaised, 1}, kRadius);
    canvas.StrokeRect(
        rect, {lit ? Ink::kTextMuted : Ink::kControl, disabled ? 0.4f : 1},
        kRadius);
  } else if (lit) {
    canvas.FillRect(rect, {Ink::kControl, 0.25f}, kRadius);
  }
  canvas.Label({rect.x + 8, rect.y, rect.width - 16, rect.height}, label,
               {.ink = text, .align = Align::kCenter});
  if (touch.focused) canvas.FocusRing(rect);
  return touch.pressed && !disabled;
}

bool Switch(Ui& ui, const std::string& id, Rect rect,
            std::string_view accessible_label, std::string_view group, bool on,
            bool disabled) {
  if (SemanticNode* node = ui.semantics().Record(Role::kButton, id, group,
                                                 accessible_label, rect)) {
    node->checked = on;
    node->disabled = disabled;
  }
  constexpr float kWidth = 44;
  constexpr float kHeight = 24;
  const Interaction touch = ui.controls().Interact(id, rect);
  if (touch.hovered && !disabled) ui.controls().SetCursor("pointer");
  const Rect track = {rect.right() - kWidth,
                      rect.y + (rect.height - kHeight) / 2, kWidth, kHeight};
  const float opacity = disabled ? 0.4f : 1;
  const Ink ink = on ? Ink::kAccent : Ink::kControl;
  Canvas& canvas = ui.canvas();
  if (on) canvas.FillRect(track, {ink, opacity}, kHeight / 2);
  canvas.StrokeRect(track, {ink, opacity}, kHeight / 2, 2);
  canvas.FillCircle({on ? track.right() - kHeight / 2 : track.x + kHeight / 2,
                     track.y + kHeight / 2},
                    7, {on ? Ink::kOnAccent : Ink::kControl, opacity});
  if (touch.focused) canvas.FocusRing(rect);
  return touch.pressed && !disabled;
}

int SegmentedControl(Ui& ui, const std::string& id, Rect rect,
                     const std::vector<std::string>& labels, int chosen,
                     std::string_view group) {
  const int count = static_cast<int>(labels.size());
  const float width = rect.width / static_cast<float>(count);
  Canvas& canvas = ui.canvas();
  int result = -1;
  canvas.StrokeRect(rect, {Ink::kControl, 1}, kRadius);
  for (int i = 0; i < count; ++i) {
    const Rect part = {rect.x + static_cast<float>(i) * width, rect.y, width,
                       rect.height};
    const std::string part_id = id + "/" + std::to_string(i);
    if (SemanticNode* node = ui.semantics().Record(Role::kRadio, part_id, group,
                                                   labels[i], part)) {
      node->checked = i == chosen;
    }
    const Interaction touch = ui.controls().Interact(part_id, part);
    if (touch.pressed) result = i;
    if (touch.hovered) ui.controls().SetCursor("pointer");
    if (i == chosen) {
      canvas.FillRect(Inset(part, 3), {Ink::kAccent, 1}, kRadius - 2);
    } else if (touch.hovered) {
      canvas.FillRect(Inset(part, 3), {Ink::kControl, 0.25f}, kRadius - 2);
    }
    canvas.Label(Inset(part, 4), labels[i],
                 {.size = TextSize::kSmall,
                  .ink = i == chosen ? Ink::kOnAccent : Ink::kText,
                  .align = Align::kCenter});
    // Inside: the neighbour may be filled with the ring's colour.
    if (touch.focused) canvas.FocusRing(Inset(part, 3), kRadius - 3);
  }
  return result;
}

float ButtonHeight(const Ui& ui) { return ui.is_phone() ? kTouchTarget : 34; }

float ChoiceHeight(const Ui& ui) { return ui.is_phone() ? kTouchTarget : 30; }

}  // namespace sextant
