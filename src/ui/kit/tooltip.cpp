#include "ui/kit/tooltip.h"

#include <algorithm>

#include "imgui.h"

namespace sextant {
namespace {

constexpr double kDelay = 0.45;
constexpr double kNothingWaits = -1;

}  // namespace

void Tooltip::Offer(Rect rect, std::string_view text) {
  if (controls_.is_touch() || ImGui::IsAnyItemActive()) return;
  const Rect view = canvas_.ToView(rect);
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (!view.contains({pointer.x, pointer.y})) return;
  tip_ = Tip{view, std::string(text)};
}

double Tooltip::EndFrame(float view_width, float view_height) {
  if (!tip_) {
    since_ = 0;
    return kNothingWaits;
  }
  const Point anchor = {tip_->rect.x, tip_->rect.y};
  const double now = ImGui::GetTime();
  if (since_ == 0 || !(anchor == anchor_)) {
    anchor_ = anchor;
    since_ = now;
  }
  if (now - since_ < kDelay) return kDelay - (now - since_);
  Paint(*tip_, view_width, view_height);
  return kNothingWaits;
}

void Tooltip::Paint(const Tip& tip, float view_width, float view_height) {
  canvas_.SetSurface(ImGui::GetForegroundDrawList(), 0);
  const float width =
      std::min(canvas_.TextWidth(tip.text, TextSize::kSmall) + 1, 260.0f);
  const float height =
      canvas_.ParagraphHeight(width, tip.text, TextSize::kSmall);
  Rect box = {
      std::clamp(tip.rect.x, 8.0f, std::max(8.0f, view_width - width - 24)),
      tip.rect.bottom() + 6, width + 16, height + 12};
  if (box.bottom() > view_height) box.y = tip.rect.y - box.height - 6;
  canvas_.FillRect(box, {Ink::kText, 1}, 6);
  canvas_.Paragraph({box.x + 8, box.y + 6, width, height}, tip.text,
                    {.size = TextSize::kSmall, .ink = Ink::kSurface});
}

}  // namespace sextant
