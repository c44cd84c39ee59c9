#include "ui/application.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/paste.h"
#include "app/typed_number.h"
#include "exchange/error_message.h"
#include "imgui.h"
#include "ui/kit/field_row.h"
#include "ui/kit/imgui_compat.h"
#include "ui/sections/kpi_view.h"
#include "words/announcement.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kMaximumWidth = 1440;
// How often one frame may be laid out because a press in it changed something.
constexpr int kMostPasses = 3;
// What the clock of Dear ImGui, which must not stand still, gains by that.
constexpr float kPassSeconds = 1e-6f;

// The context is one per application; ImGui keeps the present one in a global.
class ContextScope {
 public:
  explicit ContextScope(ImGuiContext* context)
      : previous_(ImGui::GetCurrentContext()) {
    ImGui::SetCurrentContext(context);
  }
  ~ContextScope() { ImGui::SetCurrentContext(previous_); }

 private:
  ImGuiContext* previous_;
};

void SetUpStyle() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.WindowMinSize = {1, 1};
  // Thick lines come from a texture that our atlas does not have.
  style.AntiAliasedLinesUseTex = false;
}

}  // namespace

std::optional<View> FindView(std::string_view name) {
  const auto* found =
      std::find(std::begin(kViewNames), std::end(kViewNames), name);
  if (found == std::end(kViewNames)) return std::nullopt;
  return static_cast<View>(found - std::begin(kViewNames));
}

Application::Application(GlyphRasterizer& rasterizer, Tools& tools)
    : context_(ImGui::CreateContext()), ui_(session_, rasterizer, tools) {
  ContextScope scope(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.MouseDoubleClickMaxDist = 12;
  InstallBlankFont(io);
  SetUpStyle();
}

Application::~Application() { ImGui::DestroyContext(context_); }

// --- Surroundings

void Application::Resize(float width, float height, float device_pixel_ratio) {
  around_.width = width;
  around_.height = height;
  around_.device_pixel_ratio = device_pixel_ratio;
  Wake();
}

void Application::SetScroll(float top) {
  if (around_.scroll == top) return;
  around_.scroll = top;
  Wake();
}

void Application::SetLanguage(Language language) {
  around_.format.language = language;
  Wake();
}

void Application::SetTheme(Theme theme) {
  around_.theme = theme;
  Wake();
}

void Application::SetMoneyStyle(MoneyStyle style) {
  around_.format.money = std::move(style);
  Wake();
}

void Application::SetView(View view) {
  view_ = view;
  handles_.reset();
  around_.is_single = view != View::kAll;
  Wake();
}

void Application::SetPicture(View view, std::string handles) {
  SetView(view);
  handles_ = std::move(handles);
}

void Application::SetReducedMotion(bool reduced) {
  around_.reduced_motion = reduced;
  Wake();
}

void Application::Pointer(const PointerEvent& event) {
  input_.Push(event);
  Wake();
}

// --- Frames

// What the reader did is applied before the picture is laid out, and when a
// widget changes something while it is laid out, it is laid out again: what is
// painted shows one scenario.
void Application::Frame(double seconds) {
  if (around_.width <= 0 || around_.height <= 0) return;
  ContextScope scope(context_);
  const bool last = scheduler_.BeginFrame(seconds);
  PointerState pointer = input_.Next();
  // Whole points, as Dear ImGui has them.
  pointer.x = std::floor(pointer.x);
  pointer.y = std::floor(pointer.y);
  ui_.BeginFrame(around_, pointer, last && input_.empty());
  TakeInput(seconds, pointer);

  for (int pass = 1;; ++pass) {
    BeginPass();
    const State before = Present();
    Build();
    // A widget that was dragged may be gone (another view, another scenario).
    if (session_.in_gesture() && !ImGui::IsAnyItemActive()) {
      session_.EndGesture();
    }
    const bool is_true = Present() == before && !ui_.wants_pass();
    if (is_true || pass == kMostPasses) break;
    // Its presses and releases have been seen; the next pass has none.
    ImGui::EndFrame();
    ImGui::GetIO().DeltaTime = kPassSeconds;
  }
  ui_.EndFrame();
  ImGui::Render();

  // Two more things can want a frame: what changed with this one, and events
  // that still wait.
  if (ui_.dirty() || !input_.empty() ||
      session_.revision() != painted_revision_) {
    Wake();
  }
  painted_revision_ = session_.revision();
  if (ui_.wake_in() >= 0) scheduler_.WakeAt(seconds + ui_.wake_in());
}

Application::State Application::Present() const {
  return {session_.revision(), session_.selected_cell(), session_.baseline(),
          session_.in_gesture()};
}

void Application::TakeInput(double seconds, const PointerState& pointer) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {around_.width, around_.height};
  // The whole pause since the last frame, however long: ImGui tells double
  // clicks apart by it.
  io.DeltaTime = std::max(static_cast<float>(seconds - last_frame_), 0.0001f);
  last_frame_ = seconds;
  ImGui::GetStyle().CircleTessellationMaxError =
      0.25f / around_.device_pixel_ratio;
  FeedPointer(io, pointer.inside, pointer.x, pointer.y, pointer.down);
  if (pointer.cancelled) session_.CancelGesture();
  ui_.slider_drag().Apply(session_, pointer);
  sections_.ApplyDrag(ui_);
}

void Application::BeginPass() {
  // The middle of the atlas's white corner.
  const float white = 2.0f / static_cast<float>(ui_.canvas().atlas().size());
  NewFrame(ImGui::GetIO(), {white, white});
  ui_.BeginPass();
}

ImDrawData* Application::draw_data() {
  ContextScope scope(context_);
  return ImGui::GetDrawData();
}

void Application::Build() {
  if (handles_) return BuildPicture();
  BuildContent(kKpiLineHeight + kLineGap);
  const Rect line = {0, 0, around_.width, kKpiLineHeight};
  ui_.BeginSurface("line", line, true);
  sections_.ShowLine(ui_, view_, line, Margin());
  ui_.EndSurface();
}

void Application::BuildPicture() {
  Handles handles;
  for (std::string_view rest = *handles_; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const auto address = Find(rest.substr(0, end));
    if (address && handles.size() < kMostHandles) handles.push_back(*address);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  ui_.BeginSurface("content", {0, 0, around_.width, around_.height}, false);
  const float height =
      sections_.LayPicture(ui_, view_, handles, {0, 0, around_.width, 0});
  ui_.EndSurface();
  TakeHeight(height);
}

float Application::Margin() const {
  const float least = ui_.is_phone() ? 12.0f : 24.0f;
  return std::max(least, (around_.width - kMaximumWidth) / 2 + least);
}

void Application::BuildContent(float top) {
  const float margin = Margin();
  const float width = around_.width - 2 * margin;
  ui_.BeginSurface("content", {0, 0, around_.width, around_.height}, false);
  const float bottom =
      top + sections_.Lay(ui_, view_, {margin, top, width, 0}, top);
  ui_.EndSurface();
  TakeHeight(std::ceil(bottom + kGap));
}

void Application::TakeHeight(float height) {
  if (height == content_height_) return;
  content_height_ = height;
  ui_.MarkDirty();
}

// --- Mirror

std::optional<FieldAddress> Application::Find(std::string_view id) const {
  return FindField(session_.scenario(), id);
}

void Application::SetValue(std::string_view id, double value) {
  const auto address = Find(id);
  if (!address || !std::isfinite(value)) return;
  const FieldDefinition& field = address->definition();
  Do(edit::SetField{*address, std::clamp(value, field.minimum, field.maximum)});
}

void Application::Step(std::string_view id, double steps) {
  if (const auto address = Find(id)) Do(edit::StepField{*address, steps});
}

void Application::SetPosition(std::string_view id, double position) {
  if (const auto address = Find(id)) Do(edit::SetToEnd{*address, position});
}

void Application::Do(const Edit& edit) {
  (void)session_.Apply(edit);
  Wake();
}

void Application::Activate(std::string id) {
  // A slider's node opens the field to type in; its widget says where.
  if (const auto address = Find(id)) {
    for (const SemanticNode& node : ui_.semantics().nodes()) {
      if (node.id == id) {
        Rect rect = ValueIn(node.rect);
        if (node.sticky) rect.y += around_.scroll;
        RequestFieldEdit(ui_, *address, "", rect);
      }
    }
  } else {
    ui_.controls().Activate(std::move(id));
  }
  Wake();
}

void Application::Focus(std::string id) {
  session_.EndRun();
  ui_.controls().Focus(std::move(id));
  Wake();
}

// --- Typing

std::string Application::CommitMediumLabel(std::string_view id,
                                           std::string_view text) {
  const Language language = around_.format.language;
  const auto& media = session_.scenario().media;
  for (int medium = 0; medium < static_cast<int>(media.size()); ++medium) {
    if (id != "media/" + media[medium].id.str() + "/label") continue;
    const auto error = session_.Apply(edit::SetMediumLabel{
        medium, LabelFor(session_.scenario(), medium, text, language)});
    return error ? ErrorMessage(*error, language) : std::string();
  }
  return {};  // the medium is gone
}

std::string Application::CommitEdit(std::string_view text, bool sure) {
  if (!edit()) return {};
  const std::string id = edit()->id;
  // Nothing was typed: what is shown may be rounded and must not come back.
  if (text == edit()->text) {
    CancelEdit();
    return {};
  }
  const auto address = Find(id);
  std::string refusal = address ? TakeTyped(session_, *address, text, sure,
                                            around_.format.language)
                                : CommitMediumLabel(id, text);
  if (refusal.empty()) ui_.editor().Close();
  Wake();
  return refusal;
}

std::optional<FieldAddress> Application::EditedField() const {
  return edit() ? Find(edit()->id) : std::nullopt;
}

std::string Application::PreviewPaste(std::string_view text) const {
  const auto address = EditedField();
  return address ? sextant::PreviewPaste(session_, *address, text,
                                         around_.format.language)
                 : std::string();
}

void Application::PasteOthers(std::string_view text) {
  const auto address = EditedField();
  if (!address) return;
  sextant::PasteOthers(session_, *address, text, around_.format.language);
  CancelEdit();
}

std::string Application::PasteBlock(std::string_view text) {
  const auto address = EditedField();
  if (!address || address->cell < 0) return {};
  std::string refusal =
      Paste(session_, *address, text, around_.format.language);
  if (refusal.empty()) CancelEdit();
  return refusal;
}

void Application::CancelEdit() {
  ui_.editor().Close();
  Wake();
}

std::string Application::Announcement() {
  std::string text =
      Announce(session_.announced(), session_.scenario(), session_.report(),
               session_.baseline(), around_.format);
  session_.MarkAnnounced();
  return text;
}

}  // namespace sextant
