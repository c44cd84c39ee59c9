#include "app/last_change.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "words/explanation.h"
#include "words/result_lists.h"
#include "words/results.h"

namespace sextant {
namespace {

// The numbers that differ between two scenarios with the same media.
struct Differences {
  int count = 0;
  // All in this cell; -1: of the scenario itself; nothing: in several.
  std::optional<int> cell;
  std::string text;  // "CPC NT$8 → NT$12, Conversion 2.29% → 3%"
};

class Comparison {
 public:
  Comparison(const Session::Past& before, const Session& session,
             const NumberFormat& format)
      : before_(before), session_(session), format_(format) {}

  std::string Text() const {
    const Differences found = Find();
    std::string text = WhatChanged(found);
    const std::string effect = Effect();
    if (text.empty() && effect.empty()) return "";
    if (!effect.empty()) text += "\n" + effect;
    // Where one cell was changed, it is known which one moved the revenue.
    if (found.cell && !QualityDiverges()) return text;
    return text + "\n" +
           ExplainRevenue(session_.scenario(), session_.report(),
                          &before_.report, format_);
  }

 private:
  Differences Find() const {
    Differences found;
    const auto add = [&](const FieldAddress& address) {
      const FieldDefinition& field = address.definition();
      const double was = GetField(before_.scenario, address);
      const double is = GetField(session_.scenario(), address);
      if (was == is) return;
      if (found.count++ == 0) found.cell = address.cell;
      if (found.cell != address.cell) found.cell.reset();
      if (found.count > kMostNamed) return;
      if (found.count > 1) found.text += ", ";
      found.text += sextant::Text(format_.language, field.short_label);
      found.text += " " + FormatField(field, was, format_) + " → " +
                    FormatField(field, is, format_);
    };
    const int cells = static_cast<int>(session_.scenario().cells.size());
    for (int cell = 0; cell < cells; ++cell) {
      for (const CellField& field : CellFields()) add(AddressOf(field, cell));
    }
    for (const ScenarioField& field : ScenarioFields()) add(AddressOf(field));
    return found;
  }

  // More than this is counted instead.
  static constexpr int kMostNamed = 3;

  // More revenue from visits that are worth less, or the other way round.
  bool QualityDiverges() const {
    const Totals& was = before_.report.total;
    const Totals& is = session_.report().total;
    return (is.revenue - was.revenue) * (is.value_per_visit.value_or(0) -
                                         was.value_per_visit.value_or(0)) <
           0;
  }

  std::string WhatChanged(const Differences& found) const {
    if (found.count == 0) return "";
    if (found.count > kMostNamed || !found.cell) {
      return FormatText(format_.language, TextId::kUiNumbersChanged,
                        {{"count", format_.Count(found.count)}});
    }
    if (*found.cell < 0) return found.text;
    return CellName(session_.scenario(), *found.cell, format_.language) + ": " +
           found.text;
  }

  // On all cells together, without what stays as it is.
  std::string Effect() const {
    std::string effect;
    for (const char* id : {"revenue", "valuePerVisit", "profit", "cpa"}) {
      const ResultOf<Totals>& result = *std::find_if(
          std::begin(kKpiResults), std::end(kKpiResults),
          [&](const auto& kpi) { return std::string_view(kpi.id) == id; });
      const Ratio now = result.get(session_.report().total);
      const Ratio before = result.get(before_.report.total);
      const Change change = ChangeOf(result, now, before, format_);
      if (now == before || change.text.empty()) continue;
      if (!effect.empty()) effect += " · ";
      effect += sextant::Text(format_.language, result.short_label);
      effect += " " + change.text;
    }
    return effect;
  }

  const Session::Past& before_;
  const Session& session_;
  const NumberFormat& format_;
};

}  // namespace

std::string ExplainLastChange(const Session& session,
                              const NumberFormat& format) {
  const Session::Compared* compared = session.compared();
  if (!compared || session.compares_with_baseline()) return "";
  return Comparison(compared->beside, session, format).Text();
}

}  // namespace sextant
