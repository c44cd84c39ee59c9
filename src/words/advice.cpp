#include "words/advice.h"

#include <cmath>

#include "engine/customers/customer_value.h"
#include "engine/customers/payback.h"
#include "locales/text.h"
#include "words/cell_state.h"

namespace sextant {
namespace {

// Does profit, not the quadrant, decide? A quadrant promises a gain for a low
// CPA and a loss for a high one.
bool ProfitDecides(const CellState& state) {
  return state.on_line() || state.earns != state.low_cpa();
}

TextId AdviceFor(const CellState& state) {
  // By quadrant; for organic cells, then for paid ones.
  constexpr TextId kAsExpected[][4] = {
      {TextId::kAdviceOrganic1, TextId::kAdviceOrganic2,
       TextId::kAdviceOrganic3, TextId::kAdviceOrganic4},
      {TextId::kQuadrant1Advice, TextId::kQuadrant2Advice,
       TextId::kQuadrant3Advice, TextId::kQuadrant4Advice}};
  constexpr TextId kByProfit[][4] = {
      {TextId::kAdviceAtALoss, TextId::kAdviceAtALoss,
       TextId::kAdviceEarnsOrganic3, TextId::kAdviceEarnsOrganic4},
      {TextId::kAdviceAtALoss, TextId::kAdviceAtALoss, TextId::kAdviceEarns3,
       TextId::kAdviceEarns4}};
  if (state.on_line()) return TextId::kAdviceOnLine;
  return (ProfitDecides(state) ? kByProfit : kAsExpected)[static_cast<int>(
      state.kind)][static_cast<int>(state.quadrant) - 1];
}

}  // namespace

std::string AdviseCell(const Scenario& scenario, const Report& report, int cell,
                       const NumberFormat& format) {
  const CellMetrics& metrics = report.cells()[static_cast<size_t>(cell)];
  if (!metrics.quadrant) return {};
  const CellState state = StateOf(scenario, report, cell);
  const CustomerValue value = ValueOfCustomer(scenario, report, cell);
  const bool pays_back =
      !state.earns && PaybackMonthOfCell(scenario, report, cell);
  std::string pattern;
  // The sentence of an organic cell has the number already.
  if (!pays_back && ProfitDecides(state) && state.kind == Kind::kPaid) {
    pattern = Text(format.language,
                   state.earns ? TextId::kAdviceEarns : TextId::kAdviceLoses);
  }
  pattern += Text(format.language,
                  pays_back ? TextId::kQuadrant3PaysBack : AdviceFor(state));
  return FillText(pattern,
                  {{"amount", format.Money(std::fabs(metrics.profit))},
                   {"cac", format.Money(metrics.cac.value_or(0))},
                   {"ltv", format.Money(value.ltv.value_or(0))},
                   {"month", format.Count(value.payback_month.value_or(0))}});
}

}  // namespace sextant
