#include <algorithm>
#include <cmath>

#include "locales/text.h"
#include "words/explanation.h"

// Separate from the explanation of a cell: each program has one of them where
// it has no use for the other, and leaves that file and its texts out.
namespace sextant {
namespace {

TextId ConcentrationSentence(const Concentration& concentration) {
  if (!concentration.effective_sources || concentration.largest < 0) {
    return TextId::kExplainConcentrationNone;
  }
  return concentration.largest_share.value_or(0) > 1 - 1e-9
             ? TextId::kExplainConcentrationOne
             : TextId::kExplainConcentrationMany;
}

}  // namespace

std::string ExplainConcentration(const Scenario& scenario, const Report& report,
                                 const NumberFormat& format) {
  const Concentration& concentration = report.concentration;
  const int cell = std::max(concentration.largest, 0);
  const double sources = concentration.effective_sources.value_or(0);
  const double share = concentration.largest_share.value_or(0);
  return FormatText(format.language, ConcentrationSentence(concentration),
                    {{"sources", format.Ratio(std::round(sources * 10) / 10)},
                     {"cell", CellName(scenario, cell, format.language)},
                     {"share", format.Percent(std::round(share * 100) / 100)}});
}

std::string ExplainAverages(const Totals& total, const NumberFormat& format) {
  if (!total.conversion_rate || !total.order_value) return {};
  return FormatText(format.language, TextId::kUiFormulaAverages,
                    {{"visits", format.Count(total.visits)},
                     {"conversionRate", format.Percent(*total.conversion_rate)},
                     {"orderValue", format.Money(*total.order_value)},
                     {"revenue", format.Money(total.revenue)}});
}

std::string ExplainTotal(const Totals& total, const NumberFormat& format) {
  const bool sells =
      total.revenue > 0 && total.conversion_rate && total.order_value;
  const double rate = total.conversion_rate.value_or(0);
  return FormatText(
      format.language,
      sells ? TextId::kExplainRevenueTotal : TextId::kExplainRevenueNone,
      {{"revenue", format.Money(total.revenue)},
       {"visits", format.Count(total.visits)},
       {"conversionRate", format.Percent(rate)},
       {"orderValue", format.Money(total.order_value.value_or(0))}});
}

std::string FormulaTerm(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format) {
  const Cell& inputs = scenario.cells[cell];
  std::string term = format.Count(inputs.visits);
  term += " × ";
  term += format.Percent(inputs.conversion_rate);
  term += " × ";
  term += format.Money(inputs.order_value);
  term += " = ";
  term += format.Money(report.cells()[cell].revenue);
  return term;
}

}  // namespace sextant
