#include "words/explanation.h"

#include <algorithm>
#include <cmath>

#include "locales/text.h"
#include "words/cell_state.h"

namespace sextant {
namespace {

// Closer than this counts as equal, because the displayed numbers are the same.
constexpr double kEqualShare = 0.005;

// Percentages in a sentence have few digits: 38%, not 38.24%.
double RoundedRatio(double ratio) {
  const double distance = std::fabs(ratio - 1);
  const double grain = distance < 0.1 ? 1000 : 100;
  return ratio >= 2 ? std::round(ratio * 10) / 10
                    : std::round(ratio * grain) / grain;
}

TextId RelationText(double ratio) {
  if (std::fabs(ratio - 1) < kEqualShare) return TextId::kExplainRelationEqual;
  if (ratio >= 2) return TextId::kExplainRelationTimes;
  return ratio > 1 ? TextId::kExplainRelationAbove
                   : TextId::kExplainRelationBelow;
}

// A value against its limit: "2.1× the average", "12% below your target".
std::string Relation(double value, Ratio limit, Thresholds::Mode mode,
                     const NumberFormat& format) {
  constexpr TextId kLines[] = {TextId::kExplainLineAverage,
                               TextId::kExplainLineBreakEven,
                               TextId::kExplainLineTarget};
  const double line = limit.value_or(0);
  const double ratio = line > 0 ? RoundedRatio(value / line) : 0;
  return FormatText(
      format.language,
      line > 0 ? RelationText(ratio) : TextId::kExplainRelationZero,
      {{"line", Text(format.language, kLines[static_cast<size_t>(mode)])},
       {"ratio", format.Ratio(ratio)},
       {"percent", format.Percent(std::fabs(ratio - 1))}});
}

// The quadrant on the other side of the line: across the CPC line I and II are
// neighbours, III and IV; across the CPA line I and IV, II and III.
Quadrant Neighbour(const CellState& state) {
  const int number = static_cast<int>(state.quadrant);
  return static_cast<Quadrant>(state.cpc_on_line ? ((number - 1) ^ 1) + 1
                                                 : 5 - number);
}

TextId PlaceText(const CellState& state) {
  if (!state.on_line()) return TextId::kExplainPlaceIn;
  return state.cpc_on_line && state.cpa_on_line ? TextId::kExplainPlaceCrossing
                                                : TextId::kExplainPlaceLine;
}

TextId QuadrantSentence(const CellState& state) {
  if (state.kind == Kind::kOrganic) return TextId::kExplainOrganic;
  if (state.on_line()) return TextId::kExplainQuadrant1;
  switch (state.quadrant) {
    case Quadrant::kLowCpcLowCpa:
      return TextId::kExplainQuadrant1;
    case Quadrant::kHighCpcLowCpa:
      return TextId::kExplainQuadrant2;
    case Quadrant::kHighCpcHighCpa:
      return state.converts_well ? TextId::kExplainQuadrant3Despite
                                 : TextId::kExplainQuadrant3;
    case Quadrant::kLowCpcHighCpa:
      return TextId::kExplainQuadrant4;
  }
  return TextId::kExplainQuadrant1;
}

// Without a quadrant, or without orders.
TextId UnplacedSentence(const Cell& inputs, const CellMetrics& metrics) {
  if (inputs.visits <= 0) {
    return metrics.spend <= 0 ? TextId::kExplainNoVisits
                              : TextId::kExplainNoVisitsWithSpend;
  }
  if (metrics.spend > 0) return TextId::kExplainNoOrders;
  return metrics.orders <= 0 ? TextId::kExplainFreeWithoutOrders
                             : TextId::kExplainFree;
}

}  // namespace

// Each passes all values that any of its sentences may use: less code than a
// list per sentence.

std::string ExplainCell(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format) {
  const Cell& inputs = scenario.cells[cell];
  const CellMetrics& metrics = report.cells()[cell];
  const CellState state = StateOf(scenario, report, cell);
  const Thresholds::Mode mode = scenario.thresholds.mode;
  const double cpc = metrics.effective_cpc.value_or(0);
  const double cpa = metrics.cpa.value_or(0);
  const auto text = [&](TextId id) { return Text(format.language, id); };
  const TextId sentence = metrics.quadrant && metrics.cpa
                              ? QuadrantSentence(state)
                              : UnplacedSentence(inputs, metrics);
  return FillText(
      FillText(text(sentence),
               {{"place", text(PlaceText(state))},
                {"costs", text(inputs.cost_per_click > 0
                                   ? TextId::kExplainOrganicPaid
                                   : TextId::kExplainOrganicUnpaid)},
                {"left", text(state.earns ? TextId::kExplainOrganicLeft
                                          : TextId::kExplainOrganicLost)}}),
      {{"cell", CellName(scenario, cell, format.language)},
       {"visits", format.Count(inputs.visits)},
       {"conversionRate", format.Percent(inputs.conversion_rate)},
       {"revenue", format.Money(metrics.revenue)},
       {"spend", format.Money(metrics.spend)},
       {"amount", format.Money(std::fabs(metrics.profit))},
       {"cpc", format.Money(cpc)},
       {"cpcRelation", Relation(cpc, state.limits.cpc, mode, format)},
       {"cpa", format.Money(cpa)},
       {"cpaRelation", Relation(cpa, state.limits.cpa, mode, format)},
       {"numeral", QuadrantNumeral(state.quadrant)},
       {"other", QuadrantNumeral(Neighbour(state))}});
}

}  // namespace sextant
