#include "wasm/session_calls.h"

#include <algorithm>
#include <iterator>

#include "charts/chart_svg.h"
#include "engine/model/presets.h"
#include "exchange/error_message.h"
#include "exchange/link.h"

namespace sextant {

void WritePresetNames(Language language, JsonWriter& json) {
  json.BeginArray();
  for (const Preset& preset : Presets()) {
    json.BeginObject()
        .Member("id", preset.id)
        .Member("title", Text(language, preset.title))
        .Member("description", Text(language, preset.description))
        .EndObject();
  }
  json.EndArray();
}

std::string DrawSvg(const Session& session, const NumberFormat& format,
                    std::string_view chart, Theme theme, double width,
                    double height) {
  const auto* name =
      std::find(std::begin(kChartNames), std::end(kChartNames), chart);
  const bool is_known = name != std::end(kChartNames);
  const auto side = [](double length) {
    return std::clamp(length, kSmallestSide, kLargestSide);
  };
  return ChartSvg(
      is_known ? static_cast<Chart>(name - kChartNames) : Chart::kQuadrant,
      {session.scenario(), session.report(), format}, theme, side(width),
      side(height));
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

std::string LoadLink(Session& session, std::string_view text,
                     Language language) {
  const Result<Scenario> scenario = DecodeLink(text);
  return Sentence(scenario.ok()
                      ? session.Apply(edit::LoadScenario{scenario.value()})
                      : scenario.error(),
                  language);
}

}  // namespace sextant
