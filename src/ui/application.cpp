#include "ui/application.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "exchange/error_message.h"
#include "exchange/number_text.h"
#include "imgui.h"
#include "ui/kit/imgui_compat.h"
#include "ui/sections/cell_view.h"
#include "ui/sections/formula_view.h"
#include "ui/sections/kpi_view.h"
#include "ui/sections/revenue_view.h"
#include "words/customer_explanation.h"
#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kMaximumWidth = 1440;
constexpr float kKpiColumn = 264;
// How much taller than it needs the KPI card may become to match the cells.
constexpr float kKpiStretch = 120;

bool EarnTheSame(const Cell& a, const Cell& b) {
  const auto fields = CellFieldsShown(Shown::kCard);
  return std::all_of(fields.begin(), fields.end(), [&](const CellField* field) {
    return a.*field->member == b.*field->member;
  });
}

// Do the two scenarios earn the same before customers come back?
bool EarnTheSame(const Scenario& a, const Scenario& b) {
  return a.gross_margin == b.gross_margin && a.media == b.media &&
         std::equal(
             a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
             [](const Cell& x, const Cell& y) { return EarnTheSame(x, y); });
}

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

Application::Application(GlyphRasterizer& rasterizer)
    : context_(ImGui::CreateContext()), ui_(session_, rasterizer) {
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
// -------------------------------------------------------------

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
  Wake();
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
// -------------------------------------------------------------------

void Application::Frame(double seconds) {
  if (around_.width <= 0 || around_.height <= 0) return;
  ContextScope scope(context_);
  const bool last = scheduler_.BeginFrame(seconds);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {around_.width, around_.height};
  // The whole pause since the last frame, however long: ImGui tells double
  // clicks apart by it.
  io.DeltaTime = std::max(static_cast<float>(seconds - last_frame_), 0.0001f);
  last_frame_ = seconds;
  ImGui::GetStyle().CircleTessellationMaxError =
      0.25f / around_.device_pixel_ratio;

  const PointerState pointer = input_.Next();
  FeedPointer(io, pointer.inside, pointer.x, pointer.y, pointer.down);
  if (pointer.cancelled) session_.CancelGesture();

  ui_.BeginFrame(around_, pointer.touch, pointer.cancelled,
                 last && input_.empty());
  // The middle of the atlas's white corner.
  const float white =
      2.0f / static_cast<float>(ui_.text_painter().atlas().size());
  NewFrame(io, {white, white});

  Build();
  // A widget that was dragged may be gone (another view, another scenario).
  if (session_.in_gesture() && !ImGui::IsAnyItemActive()) session_.EndGesture();
  ui_.EndFrame();
  ImGui::Render();

  // Two more things can want a frame: what changed while this one was built,
  // and events that still wait.
  if (ui_.dirty() || !input_.empty() ||
      session_.revision() != painted_revision_) {
    Wake();
  }
  painted_revision_ = session_.revision();
  if (ui_.wake_in() >= 0) scheduler_.WakeAt(seconds + ui_.wake_in());
}

ImDrawData* Application::draw_data() {
  ContextScope scope(context_);
  return ImGui::GetDrawData();
}

void Application::Build() {
  ui_.BeginSurface("content", {0, 0, around_.width, around_.height}, false);
  ui_.FillRect({0, around_.scroll, around_.width, around_.height},
               {Ink::kBackground, 1});
  const bool with_line = ui_.is_phone() || view_ != View::kAll;
  const float top = with_line ? kKpiLineHeight + 12 : kGap;
  const float bottom = view_ == View::kAll ? ShowAll(top) : ShowOne(top);
  ui_.EndSurface();
  const float height = std::ceil(bottom + kGap);
  if (height != content_height_) {
    content_height_ = height;
    ui_.MarkDirty();
  }
  if (!with_line) return;
  const Rect line = {0, 0, around_.width, kKpiLineHeight};
  ui_.BeginSurface("line", line, true);
  ShowKpiLine(ui_, line);
  ui_.EndSurface();
}

float Application::ShowAll(float y) {
  const bool desk = ui_.arrangement() == Arrangement::kDesk;
  const float margin = ui_.is_phone() ? 12 : 24;
  const float width = std::min(around_.width, kMaximumWidth) - 2 * margin;
  const float x = (around_.width - width) / 2;

  if (desk) {
    const Rect cells = {x + kKpiColumn + kGap, y, width - kKpiColumn - kGap,
                        CellMatrixHeight(ui_, width - kKpiColumn - kGap)};
    // As tall as the cells beside it, without the button below them.
    const float kpi_least = KpiCardHeight(ui_, kKpiColumn);
    const float kpi_height =
        std::clamp(cells.height - CellMatrixTailHeight(ui_), kpi_least,
                   kpi_least + kKpiStretch);
    ShowKpiCard(ui_, {x, y, kKpiColumn, kpi_height});
    ShowCellMatrix(ui_, cells);
    y += std::max(cells.height, kpi_height) + kGap;
    const float left = std::floor((width - kGap) * 0.56f);
    const float right = width - kGap - left;
    const float height =
        std::max(quadrant_.Height(ui_, left), RevenueHeight(ui_, right));
    quadrant_.Show(ui_, {x, y, left, height}, false);
    ShowRevenue(ui_, {x + left + kGap, y, right, height});
    y += height + kGap;
  } else {
    // A phone has its KPIs at the top already; the rest follows the inputs.
    if (!ui_.is_phone()) {
      const float height = KpiCardHeight(ui_, width);
      ShowKpiCard(ui_, {x, y, width, height});
      y += height + kGap;
    }
    const float cells = CellMatrixHeight(ui_, width);
    ShowCellMatrix(ui_, {x, y, width, cells});
    y += cells + kGap;
    if (ui_.is_phone()) {
      const float height = KpiCardHeight(ui_, width);
      ShowKpiCard(ui_, {x, y, width, height});
      y += height + kGap;
    }
    const float quadrant = quadrant_.Height(ui_, width);
    quadrant_.Show(ui_, {x, y, width, quadrant}, false);
    y += quadrant + kGap;
    const float revenue = RevenueHeight(ui_, width);
    ShowRevenue(ui_, {x, y, width, revenue});
    y += revenue + kGap;
  }
  const float formula = FormulaHeight(ui_, width);
  ShowFormula(ui_, {x, y, width, formula}, false);
  y += formula + kGap;
  const float flywheel = flywheel_.Height(ui_, width);
  flywheel_.Show(ui_, {x, y, width, flywheel});
  y += flywheel + kGap;
  const float shocks = shocks_.Height(ui_, width);
  shocks_.Show(ui_, {x, y, width, shocks});
  return y + shocks;
}

float Application::ShowOne(float y) {
  const float margin = ui_.is_phone() ? 12 : 24;
  const float width = std::min(around_.width, kMaximumWidth) - 2 * margin;
  Rect rect = {(around_.width - width) / 2, y, width, 0};
  switch (view_) {
    case View::kAll:
      break;
    case View::kKpi:
      rect.height = KpiCardHeight(ui_, width);
      ShowKpiCard(ui_, rect);
      break;
    case View::kCells:
      rect.height = CellMatrixHeight(ui_, width);
      ShowCellMatrix(ui_, rect);
      break;
    case View::kQuadrant:
      rect.height = quadrant_.Height(ui_, width);
      quadrant_.Show(ui_, rect, true);
      break;
    case View::kMatrix:
      rect.height = RevenueHeight(ui_, width);
      ShowRevenue(ui_, rect);
      break;
    case View::kFormula:
      rect.height = FormulaHeight(ui_, width);
      ShowFormula(ui_, rect, true);
      break;
    case View::kFlywheel:
      rect.height = flywheel_.Height(ui_, width);
      flywheel_.Show(ui_, rect);
      break;
    case View::kShocks:
      rect.height = shocks_.Height(ui_, width);
      shocks_.Show(ui_, rect);
      break;
  }
  return rect.bottom();
}

// --- Mirror
// -------------------------------------------------------------------

std::optional<FieldAddress> Application::Find(std::string_view id) const {
  return FindField(session_.scenario(), id);
}

void Application::SetValue(std::string_view id, double value) {
  const auto address = Find(id);
  if (!address) return;
  const FieldDefinition& field = *address->definition;
  if (!std::isfinite(value)) return;
  (void)session_.SetField(*address,
                          std::clamp(value, field.minimum, field.maximum));
  Wake();
}

void Application::Step(std::string_view id, double steps) {
  const auto address = Find(id);
  if (!address) return;
  const double value = GetField(session_.scenario(), *address);
  (void)session_.SetField(*address,
                          StepValue(*address->definition, value, steps));
  Wake();
}

void Application::SetPosition(std::string_view id, double position) {
  const auto address = Find(id);
  if (!address) return;
  (void)session_.SetField(*address,
                          SliderValue(*address->definition, position));
  Wake();
}

void Application::Activate(std::string id) {
  // A slider's node opens the field to type in; its widget says where.
  if (const auto address = Find(id)) {
    for (const SemanticNode& node : ui_.semantics().nodes()) {
      if (node.id == id) {
        ui_.RequestFieldEdit(*address, "", ui_.ValueIn(node.rect));
      }
    }
  } else {
    ui_.Activate(std::move(id));
  }
  Wake();
}

void Application::Focus(std::string id) {
  session_.EndRun();
  ui_.Focus(std::move(id));
  Wake();
}

// --- Typing
// -------------------------------------------------------------------

std::string Application::CommitField(const FieldAddress& address,
                                     std::string_view text) {
  const FieldDefinition& field = *address.definition;
  const Result<double> value = ParseTypedNumber(text, field.unit);
  const std::optional<Error> error =
      value.ok() ? session_.SetField(address, value.value())
                 : std::optional<Error>(value.error());
  session_.EndRun();
  if (!error) return {};
  return InputErrorMessage(*error, around_.format.language, field);
}

std::string Application::CommitMediumLabel(std::string_view id,
                                           std::string_view text) {
  const Language language = around_.format.language;
  const auto& media = session_.scenario().media;
  for (int medium = 0; medium < static_cast<int>(media.size()); ++medium) {
    if (id != "media/" + media[medium].id + "/label") continue;
    // The language's own word is kept as no label, so that it is translated.
    Scenario unlabelled = session_.scenario();
    unlabelled.media[medium].label.clear();
    const bool is_own_word = text == MediumName(unlabelled, medium, language);
    const auto error = session_.SetMediumLabel(
        medium, is_own_word ? std::string_view() : text);
    return error ? ErrorMessage(*error, language) : std::string();
  }
  return {};  // the medium is gone
}

std::string Application::CommitEdit(std::string_view text) {
  if (!ui_.edit()) return {};
  const std::string id = ui_.edit()->id;
  // Nothing was typed: what is shown may be rounded and must not come back.
  if (text == ui_.edit()->text) {
    CancelEdit();
    return {};
  }
  const auto address = Find(id);
  std::string refusal =
      address ? CommitField(*address, text) : CommitMediumLabel(id, text);
  if (refusal.empty()) ui_.ClearEdit();
  Wake();
  return refusal;
}

void Application::CancelEdit() {
  ui_.ClearEdit();
  Wake();
}

std::string Application::Announcement() {
  const Scenario& now = session_.scenario();
  if (!announced_ && session_.before_last_edit()) {
    announced_ = *session_.before_last_edit();
  }
  const Scenario before = announced_.value_or(now);
  announced_ = now;
  // Revenue says nothing about what moves after the order.
  if (EarnTheSame(before, now)) {
    if (before.retention != now.retention || before.flywheel != now.flywheel) {
      const FlywheelReport flywheel = SimulateFlywheel(now, session_.report());
      return ExplainCustomer(now, session_.report(), around_.format) + ' ' +
             ExplainFlywheel(flywheel, around_.format);
    }
    if (before.remarketing != now.remarketing || before.cells != now.cells) {
      return ExplainRemarketing(now, MeasureRemarketing(now), around_.format);
    }
  }
  return ExplainRevenue(session_.scenario(), session_.report(),
                        session_.baseline(), around_.format);
}

}  // namespace sextant
