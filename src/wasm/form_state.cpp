#include "wasm/form_state.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/last_change.h"
#include "app/slide.h"
#include "charts/kit/palette.h"
#include "engine/model/fields.h"
#include "locales/text.h"
#include "wasm/result_json.h"
#include "words/advice.h"
#include "words/explanation.h"
#include "words/names.h"
#include "words/result_lists.h"
#include "words/results.h"
#include "words/short_story.h"

namespace sextant {
namespace {

template <typename Record>
void WriteResults(std::span<const ResultOf<Record>> results, const Record& now,
                  const Record* before, const NumberFormat& format,
                  JsonWriter& json) {
  json.BeginObject();
  for (const ResultOf<Record>& result : results) {
    const Ratio past = before ? result.get(*before) : std::nullopt;
    WriteResult(Show(result, result.get(now), past, format), format.language,
                json);
  }
  json.EndObject();
}

void WriteField(const Session& session, const FieldAddress& address,
                const NumberFormat& format, JsonWriter& json) {
  const FieldDefinition& field = address.definition();
  const double value = GetField(session.scenario(), address);
  const double pivot = session.SliderPivot(address);
  json.Key(FieldPath(session.scenario(), address))
      .BeginArray()
      .Value(FormatField(field, value, format))
      .Value(PositionAround(field, pivot, value))
      .Value(IsAround(field, pivot) ? PositionAround(field, pivot, pivot) : 0)
      .EndArray();
}

// Whether the same fields have the same texts in both as long as their numbers
// are the same.
bool HaveSameFields(const Scenario& a, const Scenario& b) {
  return a.currency == b.currency &&
         std::equal(a.media.begin(), a.media.end(), b.media.begin(),
                    b.media.end(), [](const Medium& one, const Medium& other) {
                      return one.id == other.id;
                    });
}

void WriteFields(const Session& session, const Scenario* known,
                 const NumberFormat& format, JsonWriter& json) {
  const Scenario& scenario = session.scenario();
  const auto write = [&](const FieldAddress& address) {
    if (known != nullptr &&
        GetField(*known, address) == GetField(scenario, address)) {
      return;
    }
    WriteField(session, address, format, json);
  };
  json.BeginObject();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    for (const CellField& field : CellFields()) write(AddressOf(field, cell));
  }
  for (const ScenarioField& field : ScenarioFields()) write(AddressOf(field));
  json.EndObject();
}

void WriteMedia(const Scenario& scenario, Language language, JsonWriter& json) {
  json.BeginArray();
  for (int medium = 0; medium < static_cast<int>(scenario.media.size());
       ++medium) {
    json.BeginObject()
        .Member("id", scenario.media[medium].id.view())
        .Member("name", MediumName(scenario, medium, language))
        .Member("hue", MediumHue(scenario, medium))
        .EndObject();
  }
  json.EndArray();
}

void WriteCell(const Session& session, int cell, const NumberFormat& format,
               JsonWriter& json) {
  const Scenario& scenario = session.scenario();
  const Report& report = session.report();
  const Language language = format.language;
  const CellMetrics& metrics = report.cells()[cell];
  json.BeginObject()
      .Member("id", CellId(scenario, cell))
      .Member("name", CellName(scenario, cell, language))
      .Member("kind", KindName(KindOf(cell), language))
      .Member("quadrant",
              metrics.quadrant ? static_cast<int>(*metrics.quadrant) : 0)
      .Member("story", ShortStory(scenario, report, cell, language))
      .Member("sentence", ExplainCell(scenario, report, cell, format))
      .Member("advice", AdviseCell(scenario, report, cell, format))
      .Key("results");
  WriteResults<CellMetrics>(kCardResults, metrics, nullptr, format, json);
  json.EndObject();
}

char LowerCase(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Voice control matches visible text, so the accessible name contains it
// (WCAG 2.5.3).
std::string AccessibleName(std::string_view label, std::string_view visible) {
  const auto found =
      std::search(label.begin(), label.end(), visible.begin(), visible.end(),
                  [](char a, char b) { return LowerCase(a) == LowerCase(b); });
  std::string name(label);
  if (found == label.end()) name.append(" (").append(visible).append(")");
  return name;
}

void WriteLabels(const FieldDefinition& field, Language language,
                 JsonWriter& json) {
  const std::string_view visible = Text(language, field.short_label);
  json.Key(field.id)
      .BeginObject()
      .Member("visible", visible)
      .Member("name", AccessibleName(Text(language, field.label), visible))
      .EndObject();
}

const char* ComparedWith(const Session& session) {
  if (!session.compared()) return "";
  return session.compares_with_baseline() ? "baseline" : "before";
}

}  // namespace

void WriteShown(const Session& session, const Scenario* known,
                const NumberFormat& format, JsonWriter& json) {
  const Scenario& scenario = session.scenario();
  const Session::Compared* compared = session.compared();
  if (known != nullptr && !HaveSameFields(scenario, *known)) known = nullptr;
  json.BeginObject().Key("media");
  WriteMedia(scenario, format.language, json);
  json.Key("cells").BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    WriteCell(session, cell, format, json);
  }
  json.EndArray().Key(known == nullptr ? "fields" : "changedFields");
  WriteFields(session, known, format, json);
  json.Key("total");
  WriteResults<Totals>(kKpiResults, session.report().total,
                       compared ? &compared->past.report.total : nullptr,
                       format, json);
  json.Member("comparedWith", ComparedWith(session))
      .Member("lastChange", ExplainLastChange(session, format))
      .Member("hasBaseline", session.baseline() != nullptr)
      .Member("canAddMedium", scenario.media.size() < kMaxMedia)
      .Member("thresholdMode", static_cast<int>(scenario.thresholds.mode))
      .EndObject();
}

void WriteFieldLabels(Language language, JsonWriter& json) {
  json.BeginObject();
  for (const CellField& field : CellFields()) {
    WriteLabels(field, language, json);
  }
  for (const ScenarioField& field : ScenarioFields()) {
    WriteLabels(field, language, json);
  }
  json.EndObject();
}

std::string ExplainChangeOfRevenue(const Session& session,
                                   const NumberFormat& format) {
  const Session::Compared* compared = session.compared();
  return compared ? ExplainRevenue(session.scenario(), session.report(),
                                   &compared->beside.report, format)
                  : std::string(Text(format.language, TextId::kUiCompareHint));
}

}  // namespace sextant
