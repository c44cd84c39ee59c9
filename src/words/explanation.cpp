#include "words/explanation.h"

#include <algorithm>
#include <cmath>

#include "locales/text.h"

namespace sextant {
namespace {

// Closer than this counts as equal, because the displayed numbers are the same.
constexpr double kEqualShare = 0.005;

// The texts for "2.1× the average" and the like; there is one set for the
// average and one for a target.
struct RelationTexts {
  TextId times;
  TextId above;
  TextId below;
  TextId equal;
};

constexpr RelationTexts kToAverage = {
    TextId::kExplainRelationAverageTimes, TextId::kExplainRelationAverageAbove,
    TextId::kExplainRelationAverageBelow, TextId::kExplainRelationAverageEqual};
constexpr RelationTexts kToTarget = {
    TextId::kExplainRelationTargetTimes, TextId::kExplainRelationTargetAbove,
    TextId::kExplainRelationTargetBelow, TextId::kExplainRelationTargetEqual};

std::string RatioRelation(double ratio, const RelationTexts& texts,
                          const NumberFormat& format) {
  if (std::fabs(ratio - 1) < kEqualShare) {
    return std::string(Text(format.language, texts.equal));
  }
  if (ratio >= 2) {
    return FormatText(format.language, texts.times,
                      {{"ratio", format.Ratio(ratio)}});
  }
  return FormatText(format.language, ratio > 1 ? texts.above : texts.below,
                    {{"percent", format.Percent(std::fabs(ratio - 1))}});
}

// Percentages in a sentence have few digits: 38%, not 38.24%.
double RoundedRatio(double ratio) {
  const double distance = std::fabs(ratio - 1);
  const double grain = distance < 0.1 ? 1000 : 100;
  return ratio >= 2 ? std::round(ratio * 10) / 10
                    : std::round(ratio * grain) / grain;
}

std::string Relation(double value, Ratio threshold, Thresholds::Mode mode,
                     const NumberFormat& format) {
  const bool is_target = mode == Thresholds::Mode::kTarget;
  if (!threshold || *threshold <= 0) {
    return FormatText(format.language, TextId::kExplainRelationTargetZero,
                      {{"target", format.Money(threshold.value_or(0))}});
  }
  return RatioRelation(RoundedRatio(value / *threshold),
                       is_target ? kToTarget : kToAverage, format);
}

// Quadrant III with at least the average conversion rate: only the price of the
// click is to blame.
bool ConvertsWell(const CellMetrics& metrics,
                  const ThresholdValues& thresholds) {
  if (!thresholds.cpc || !thresholds.cpa || !metrics.cpa) return false;
  return *metrics.effective_cpc * *thresholds.cpa >=
         *metrics.cpa * *thresholds.cpc;
}

TextId QuadrantSentence(const CellMetrics& metrics,
                        const ThresholdValues& thresholds) {
  switch (*metrics.quadrant) {
    case Quadrant::kLowCpcLowCpa:
      return TextId::kExplainQuadrant1;
    case Quadrant::kHighCpcLowCpa:
      return TextId::kExplainQuadrant2;
    case Quadrant::kHighCpcHighCpa:
      return ConvertsWell(metrics, thresholds)
                 ? TextId::kExplainQuadrant3Despite
                 : TextId::kExplainQuadrant3;
    case Quadrant::kLowCpcHighCpa:
      return TextId::kExplainQuadrant4;
  }
  return TextId::kExplainQuadrant1;
}

TextId CellSentence(const Cell& inputs, const CellMetrics& metrics,
                    const ThresholdValues& thresholds) {
  if (inputs.visits <= 0) {
    return metrics.spend <= 0 ? TextId::kExplainNoVisits
                              : TextId::kExplainNoVisitsWithSpend;
  }
  if (metrics.spend <= 0) {
    return metrics.orders <= 0 ? TextId::kExplainFreeWithoutOrders
                               : TextId::kExplainFree;
  }
  if (!metrics.cpa || !metrics.quadrant) return TextId::kExplainNoOrders;
  return QuadrantSentence(metrics, thresholds);
}

TextId ConcentrationSentence(const Concentration& concentration) {
  if (!concentration.effective_sources || concentration.largest < 0) {
    return TextId::kExplainConcentrationNone;
  }
  return concentration.largest_share.value_or(0) > 1 - 1e-9
             ? TextId::kExplainConcentrationOne
             : TextId::kExplainConcentrationMany;
}

}  // namespace

// Each passes all values that any of its sentences may use: less code than a
// list per sentence.

std::string ExplainCell(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format) {
  const Cell& inputs = scenario.cells[cell];
  const CellMetrics& metrics = report.cells()[cell];
  const double cpc = metrics.effective_cpc.value_or(0);
  const double cpa = metrics.cpa.value_or(0);
  const Thresholds::Mode mode = scenario.thresholds.mode;
  const Quadrant quadrant =
      metrics.quadrant.value_or(Quadrant::kHighCpcHighCpa);
  return FormatText(
      format.language, CellSentence(inputs, metrics, report.thresholds),
      {{"cell", CellName(scenario, cell, format.language)},
       {"visits", format.Count(inputs.visits)},
       {"conversionRate", format.Percent(inputs.conversion_rate)},
       {"revenue", format.Money(metrics.revenue)},
       {"spend", format.Money(metrics.spend)},
       {"cpc", format.Money(cpc)},
       {"cpcRelation", Relation(cpc, report.thresholds.cpc, mode, format)},
       {"cpa", format.Money(cpa)},
       {"cpaRelation", Relation(cpa, report.thresholds.cpa, mode, format)},
       {"numeral", QuadrantNumeral(quadrant)}});
}

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
