#include "ui/kit/ui.h"

#include "imgui.h"

namespace sextant {
namespace {

constexpr ImGuiWindowFlags kSurfaceFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoFocusOnAppearing;

}  // namespace

Ui::Ui(Session& session, GlyphRasterizer& rasterizer, Tools& tools)
    : session_(session),
      tools_(tools),
      canvas_(rasterizer),
      controls_(canvas_),
      tooltip_(canvas_, controls_) {}

std::string_view Ui::Fit(TextId full, TextId brief, float width, bool bold) {
  const TextSize size = bold ? TextSize::kBody : TextSize::kSmall;
  const bool fits = canvas_.TextWidth(Text(full), size, bold) <= width;
  return Text(fits ? full : brief);
}

ChartContext Ui::Chart() const {
  ChartContext context{scenario(), report(), format()};
  context.measure = canvas_.measure();
  if (const Session::Compared* compared = session_.compared()) {
    context.ghost.emplace(ChartContext::Ghost{compared->beside.scenario,
                                              compared->beside.report});
  }
  context.highlighted_cell = highlight_.cell();
  context.selected_cell = session_.selected_cell();
  return context;
}

void Ui::BeginFrame(const Surroundings& around, const PointerState& pointer,
                    bool recording) {
  around_ = around;
  dirty_ = false;
  wake_in_ = -1;
  canvas_.BeginFrame(around.theme, around.device_pixel_ratio);
  controls_.BeginFrame(pointer);
  semantics_.BeginFrame(recording);
}

void Ui::BeginPass() {
  wants_pass_ = false;
  controls_.BeginPass();
  semantics_.BeginPass();
  editor_.BeginPass();
  tooltip_.BeginPass();
  highlight_.BeginPass();
}

void Ui::EndFrame() {
  if (highlight_.EndFrame()) dirty_ = true;
  controls_.EndFrame();
  editor_.EndFrame(around_.width);
  wake_in_ = tooltip_.EndFrame(around_.width, around_.height);
  semantics_.EndFrame();
}

void Ui::BeginSurface(const char* name, Rect view_rect, bool sticky) {
  const bool is_front = sticky || !surfaces_.empty();
  if (is_front) controls_.CoverDragZones(view_rect);
  ImGui::SetNextWindowPos({view_rect.x, view_rect.y});
  ImGui::SetNextWindowSize({view_rect.width, view_rect.height});
  ImGui::Begin(name, nullptr,
               is_front
                   ? kSurfaceFlags
                   : kSurfaceFlags | ImGuiWindowFlags_NoBringToFrontOnFocus);
  surfaces_.push_back({ImGui::GetWindowDrawList(), sticky});
  ShowSurface();
}

void Ui::EndSurface() {
  ImGui::End();
  surfaces_.pop_back();
  if (!surfaces_.empty()) ShowSurface();
}

void Ui::ShowSurface() {
  const auto& [list, sticky] = surfaces_.back();
  semantics_.SetSticky(sticky);
  canvas_.SetSurface(list, sticky ? 0 : around_.scroll);
}

}  // namespace sextant
