#include "charts/explanation.h"

#include <cmath>

#include "locales/text.h"

namespace sextant {
namespace {

// Closer than this counts as equal: a reader would see the same numbers.
constexpr double kEqualShare = 0.005;

// The words for "2.1× the average", once for the average and once for a
// target.
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

// Percentages in a sentence are read, not computed with: 38%, not 38.24%.
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

// Quadrant III with an average conversion rate or better: the price of the
// click alone is to blame.
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

std::string ExplainWithoutVisits(const std::string& name,
                                 const CellMetrics& metrics,
                                 const NumberFormat& format) {
  if (metrics.spend <= 0) {
    return FormatText(format.language, TextId::kExplainNoVisits,
                      {{"cell", name}});
  }
  return FormatText(format.language, TextId::kExplainNoVisitsWithSpend,
                    {{"cell", name}, {"spend", format.Money(metrics.spend)}});
}

std::string ExplainFree(const std::string& name, const Cell& cell,
                        const CellMetrics& metrics,
                        const NumberFormat& format) {
  const std::string visits = format.Count(cell.visits);
  if (metrics.orders <= 0) {
    return FormatText(format.language, TextId::kExplainFreeWithoutOrders,
                      {{"cell", name}, {"visits", visits}});
  }
  return FormatText(format.language, TextId::kExplainFree,
                    {{"cell", name},
                     {"visits", visits},
                     {"conversionRate", format.Percent(cell.conversion_rate)},
                     {"revenue", format.Money(metrics.revenue)}});
}

std::string ExplainWithoutOrders(const std::string& name, const Cell& cell,
                                 const CellMetrics& metrics,
                                 const NumberFormat& format) {
  const Quadrant quadrant =
      metrics.quadrant.value_or(Quadrant::kHighCpcHighCpa);
  return FormatText(format.language, TextId::kExplainNoOrders,
                    {{"cell", name},
                     {"spend", format.Money(metrics.spend)},
                     {"visits", format.Count(cell.visits)},
                     {"numeral", QuadrantNumeral(quadrant)}});
}

std::string ExplainPlaced(const std::string& name, const Scenario& scenario,
                          const Report& report, int cell,
                          const NumberFormat& format) {
  const CellMetrics& metrics = report.cells()[cell];
  const double cpc = metrics.effective_cpc.value_or(0);
  const double cpa = metrics.cpa.value_or(0);
  const Thresholds::Mode mode = scenario.thresholds.mode;
  return FormatText(
      format.language, QuadrantSentence(metrics, report.thresholds),
      {{"cell", name},
       {"cpc", format.Money(cpc)},
       {"cpcRelation", Relation(cpc, report.thresholds.cpc, mode, format)},
       {"conversionRate", format.Percent(scenario.cells[cell].conversion_rate)},
       {"cpa", format.Money(cpa)},
       {"cpaRelation", Relation(cpa, report.thresholds.cpa, mode, format)}});
}

}  // namespace

std::string ExplainCell(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format) {
  const std::string name = CellName(scenario, cell, format.language);
  const Cell& inputs = scenario.cells[cell];
  const CellMetrics& metrics = report.cells()[cell];
  if (inputs.visits <= 0) return ExplainWithoutVisits(name, metrics, format);
  if (metrics.spend <= 0) return ExplainFree(name, inputs, metrics, format);
  if (!metrics.cpa || !metrics.quadrant) {
    return ExplainWithoutOrders(name, inputs, metrics, format);
  }
  return ExplainPlaced(name, scenario, report, cell, format);
}

std::string ExplainConcentration(const Scenario& scenario, const Report& report,
                                 const NumberFormat& format) {
  const Concentration& concentration = report.concentration;
  if (!concentration.effective_sources || concentration.largest < 0) {
    return std::string(
        Text(format.language, TextId::kExplainConcentrationNone));
  }
  const std::string name =
      CellName(scenario, concentration.largest, format.language);
  const double share = concentration.largest_share.value_or(0);
  if (share > 1 - 1e-9) {
    return FormatText(format.language, TextId::kExplainConcentrationOne,
                      {{"cell", name}});
  }
  const double sources = std::round(*concentration.effective_sources * 10) / 10;
  return FormatText(format.language, TextId::kExplainConcentrationMany,
                    {{"sources", format.Ratio(sources)},
                     {"cell", name},
                     {"share", format.Percent(std::round(share * 100) / 100)}});
}

std::string ExplainTotal(const Totals& total, const NumberFormat& format) {
  if (total.revenue <= 0 || !total.conversion_rate || !total.order_value) {
    return std::string(Text(format.language, TextId::kExplainRevenueNone));
  }
  return FormatText(format.language, TextId::kExplainRevenueTotal,
                    {{"revenue", format.Money(total.revenue)},
                     {"visits", format.Count(total.visits)},
                     {"conversionRate", format.Percent(*total.conversion_rate)},
                     {"orderValue", format.Money(*total.order_value)}});
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
