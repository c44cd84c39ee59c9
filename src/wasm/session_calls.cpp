#include "wasm/session_calls.h"

#include <algorithm>
#include <iterator>

#include "charts/chart_svg.h"
#include "charts/flywheel_chart.h"
#include "charts/matrix_chart.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "engine/model/presets.h"
#include "exchange/error_message.h"
#include "exchange/link.h"
#include "wasm/description_json.h"

namespace sextant {
namespace {

float Side(double length) {
  return static_cast<float>(std::clamp(length, kSmallestSide, kLargestSide));
}

// The module of tools has the others.
Drawing DrawOwn(Chart chart, const ChartContext& context, float width,
                float height) {
  switch (chart) {
    case Chart::kQuadrant:
      return DrawQuadrant(context, width, height);
    case Chart::kMatrix:
      return MatrixChart(context, width, height);
    case Chart::kWheel:
      return WheelPicture(context,
                          SimulateFlywheel(context.scenario, context.report), 0,
                          width, height);
    case Chart::kFlywheel:
    case Chart::kCustomers:
      break;
  }
  return {};
}

}  // namespace

void WritePresetNames(Language language, JsonWriter& json) {
  json.BeginArray();
  for (const Preset& preset : Presets()) {
    json.BeginObject();
    WriteDescription(preset.id, preset.title, preset.description, language,
                     json);
    json.EndObject();
  }
  json.EndArray();
}

std::string DrawSvg(const Session& session, const NumberFormat& format,
                    std::string_view chart, Theme theme, double width,
                    double height) {
  const ChartContext context = {session.scenario(), session.report(), format};
  const auto* name =
      std::find(std::begin(kChartNames), std::end(kChartNames), chart);
  const bool is_known = name != std::end(kChartNames);
  const Chart kind =
      is_known ? static_cast<Chart>(name - kChartNames) : Chart::kQuadrant;
  return ChartSvg(kind, DrawOwn(kind, context, Side(width), Side(height)),
                  context, theme);
}

std::string Sentence(const std::optional<Error>& error, Language language) {
  return error ? ErrorMessage(*error, language) : std::string();
}

std::string LoadPreset(Session& session, std::string_view id,
                       Language language) {
  const Preset* preset = FindPreset(id);
  return Sentence(
      preset ? session.Apply(edit::LoadPreset{*preset})
             : Error{ErrorCode::kUnknownOption, "preset", std::string(id)},
      language);
}

void SwitchShock(Session& session, std::string_view id, int medium) {
  for (const ShockPreset& preset : ShockPresets()) {
    if (id == preset.id) (void)session.Apply(edit::SwitchShock{preset, medium});
  }
}

std::string LoadLink(Session& session, std::string_view text,
                     Language language) {
  const Result<Scenario> scenario = DecodeLink(text);
  return Sentence(scenario.ok()
                      ? session.Apply(edit::LoadScenario{scenario.value()})
                      : scenario.error(),
                  language);
}

}  // namespace sextant
