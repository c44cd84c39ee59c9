#include "ui/sections/shock_view.h"

#include <algorithm>
#include <string_view>

#include "engine/metrics/evaluate.h"
#include "ui/kit/widgets.h"
#include "words/names.h"
#include "words/shock_explanation.h"

namespace sextant {
namespace {

constexpr float kTextHeight = 20;
constexpr float kRowGap = 12;

float ApplyHeight(const Ui& ui) { return ui.is_phone() ? kTouchTarget : 32; }

}  // namespace

void ShockView::ShowRow(Ui& ui, const ShockPreset& preset, Rect title,
                        Rect result, Rect button) {
  const std::vector<Shock> shocks =
      ShocksOf(preset, ui.scenario(), outage_medium_);
  const Session::AppliedShock* applied =
      ui.session().applied(preset, outage_medium_);
  const Result<ShockOutcome> outcome = EvaluateShocks(ui.scenario(), shocks);
  const std::string sentence =
      applied ? ExplainAppliedShock(Evaluate(applied->before),
                                    Evaluate(applied->after), ui.format())
              : ExplainShock(outcome, ui.format());
  const std::string id = std::string("shock/") + preset.id;
  const std::string_view name = ui.Text(preset.title);

  ui.canvas().Label({title.x, title.y, title.width, kTextHeight}, name,
                    {.bold = true});
  ui.canvas().Label({title.x, title.y + kTextHeight, title.width, kTextHeight},
                    ui.Text(preset.description),
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ui.semantics().Output(id, "shocks", name, sentence, result);
  ui.canvas().Paragraph(result, sentence, {.size = TextSize::kSmall});
  if (Switch(ui, id + "/apply", button, name, "shocks", applied,
             !applied && !outcome.ok())) {
    ui.session().Apply(edit::SwitchShock{preset, outage_medium_});
  }
}

void ShockView::ShowMedia(Ui& ui, Rect rect) {
  std::vector<std::string> names;
  const int count = static_cast<int>(ui.scenario().media.size());
  for (int medium = 0; medium < count; ++medium) {
    names.push_back(MediumName(ui.scenario(), medium, ui.language()));
  }
  if (!ui.is_phone()) {
    rect.width = std::min(rect.width, 150.0f * static_cast<float>(count));
  }
  const int pressed =
      SegmentedControl(ui, "shock/outage/medium", rect, names,
                       std::min(outage_medium_, count - 1), "shocks");
  if (pressed < 0) return;
  outage_medium_ = pressed;
  ui.RequestPass();
}

float ShockView::LayRow(Ui& ui, const ShockPreset& preset, Rect rect,
                        bool paint) {
  const float y = rect.y + kRowGap / 2;
  const float title_width = ui.is_phone() ? rect.width : rect.width * 0.36f;
  const float button_width = ui.is_phone() ? rect.width : 88;
  const Rect title = {rect.x, y, title_width, 2 * kTextHeight};
  Rect result = {rect.x + title_width + 12, y,
                 rect.width - title_width - button_width - 28, 2 * kTextHeight};
  Rect button = {rect.right() - button_width, y + 4, button_width,
                 ApplyHeight(ui)};
  float bottom = title.bottom();
  if (ui.is_phone()) {
    result = {rect.x, title.bottom(), rect.width, 2 * kTextHeight};
    button.y = result.bottom() + 4;
    bottom = button.bottom();
  }
  if (paint) {
    ui.canvas().DrawLine({rect.x, rect.y}, {rect.right(), rect.y},
                         {Ink::kHairline, 1});
    ShowRow(ui, preset, title, result, button);
  }
  if (preset.of_one_medium) {
    const float gap = ui.is_phone() ? 8 : 4;
    const Rect media = {rect.x, bottom + gap, rect.width, ChoiceHeight(ui)};
    if (paint) ShowMedia(ui, media);
    bottom += 8 + media.height;
  }
  return bottom - rect.y + kRowGap / 2;
}

float ShockView::LayBody(Ui& ui, Rect inner, bool paint) {
  float y = LayTitle(ui, inner, paint);
  for (const ShockPreset& preset : ShockPresets()) {
    y += LayRow(ui, preset, Below(inner, y), paint);
  }
  return y;
}

}  // namespace sextant
