#include "ui/sections/shock_view.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kTitleHeight = 28;
constexpr float kTextHeight = 20;
constexpr float kRowGap = 12;
constexpr std::string_view kOutage = "outage";

float ButtonHeight(Ui& ui) { return ui.is_phone() ? kTouchTarget : 32; }

float ChoiceHeight(Ui& ui) { return ui.is_phone() ? kTouchTarget : 30; }

float RowHeight(Ui& ui, const ShockPreset& preset) {
  const float choices = preset.id == kOutage ? ChoiceHeight(ui) + 8 : 0;
  const float text =
      ui.is_phone() ? 2 * kTextHeight + 2 * kTextHeight + 4 + ButtonHeight(ui)
                    : 2 * kTextHeight;
  return text + choices + kRowGap;
}

std::string Outcome(Ui& ui, const Result<ShockOutcome>& outcome) {
  if (!outcome.ok()) return std::string(ui.T(TextId::kUiShockNotApplicable));
  const Totals& before = outcome.value().before.total;
  const Totals& after = outcome.value().after.total;
  const NumberFormat& format = ui.format();
  const auto change = [&](double from, double to) {
    if (from == to) return std::string("±0%");
    return from == 0 ? std::string(kUndefined)
                     : format.SignedPercent((to - from) / std::abs(from));
  };
  return FormatText(ui.language(), TextId::kUiShockOutcome,
                    {{"atRisk", format.Money(outcome.value().revenue_at_risk)},
                     {"revenueChange", change(before.revenue, after.revenue)},
                     {"profit", format.Money(after.profit)},
                     {"profitChange", change(before.profit, after.profit)}});
}

}  // namespace

std::vector<Shock> ShockView::Shocks(Ui& ui, const ShockPreset& preset) const {
  std::vector<Shock> shocks = preset.shocks;
  if (preset.id == kOutage) {
    const auto& media = ui.scenario().media;
    const int last = static_cast<int>(media.size()) - 1;
    shocks.front().target = media[std::min(outage_medium_, last)].id;
  }
  return shocks;
}

float ShockView::Height(Ui& ui, float) const {
  float height = 2 * kPadding + kTitleHeight;
  for (const ShockPreset& preset : ShockPresets())
    height += RowHeight(ui, preset);
  return height;
}

void ShockView::ShowRow(Ui& ui, const ShockPreset& preset, Rect rect) {
  const std::vector<Shock> shocks = Shocks(ui, preset);
  const Result<ShockOutcome> outcome = EvaluateShocks(ui.scenario(), shocks);
  const std::string sentence = Outcome(ui, outcome);
  const std::string id = std::string("shock/") + preset.id;
  const std::string_view title = ui.T(preset.title);

  const float text_width = ui.is_phone() ? rect.width : rect.width * 0.36f;
  ui.DrawLine({rect.x, rect.y}, {rect.right(), rect.y}, {Ink::kHairline, 1});
  float y = rect.y + kRowGap / 2;
  ui.Label({rect.x, y, text_width, kTextHeight}, title, {.bold = true});
  ui.Label({rect.x, y + kTextHeight, text_width, kTextHeight},
           ui.T(preset.description),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});

  const float button_width = ui.is_phone() ? rect.width : 88;
  Rect result = {rect.x + text_width + 12, y,
                 rect.width - text_width - button_width - 28, 2 * kTextHeight};
  Rect button = {rect.right() - button_width, y + 4, button_width,
                 ButtonHeight(ui)};
  if (ui.is_phone()) {
    result = {rect.x, y + 2 * kTextHeight, rect.width, 2 * kTextHeight};
    button.y = result.bottom() + 4;
  }
  ui.Output(id, "shocks", title, sentence, result);
  ui.Paragraph(result, sentence, {.size = TextSize::kSmall});
  const std::string apply =
      FormatText(ui.language(), TextId::kUiShockApplyTo, {{"shock", title}});
  if (ui.Button(id + "/apply", button, ui.T(TextId::kUiShockApply), apply,
                "shocks", Ui::ButtonLook::kPlain, !outcome.ok())) {
    ui.session().ApplyShockPreset(shocks);
    ui.MarkDirty();
  }

  if (preset.id != kOutage) return;
  const auto& media = ui.scenario().media;
  std::vector<std::string> names;
  for (int medium = 0; medium < static_cast<int>(media.size()); ++medium) {
    names.push_back(MediumName(ui.scenario(), medium, ui.language()));
  }
  const float choices_y =
      ui.is_phone() ? button.bottom() + 8 : y + 2 * kTextHeight + 4;
  const float choices_width =
      ui.is_phone()
          ? rect.width
          : std::min(rect.width, 150.0f * static_cast<float>(names.size()));
  const int last = static_cast<int>(media.size()) - 1;
  const int pressed =
      ui.SegmentedControl("shock/outage/medium",
                          {rect.x, choices_y, choices_width, ChoiceHeight(ui)},
                          names, std::min(outage_medium_, last), "shocks");
  if (pressed >= 0) {
    outage_medium_ = pressed;
    ui.MarkDirty();
  }
}

void ShockView::Show(Ui& ui, Rect rect) {
  ui.Card(rect);
  ui.Heading("shocks", ui.T(TextId::kUiShockTitle), rect);
  const Rect inner = {rect.x + kPadding, rect.y + kPadding,
                      rect.width - 2 * kPadding, rect.height - 2 * kPadding};
  ui.Label({inner.x, inner.y, inner.width, kTitleHeight},
           ui.T(TextId::kUiShockTitle), {.bold = true});
  float y = inner.y + kTitleHeight;
  for (const ShockPreset& preset : ShockPresets()) {
    const float height = RowHeight(ui, preset);
    ShowRow(ui, preset, {inner.x, y, inner.width, height});
    y += height;
  }
}

}  // namespace sextant
