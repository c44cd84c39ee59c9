#include "engine/decisions/response.h"

#include <algorithm>
#include <limits>

#include "base/exponential.h"
#include "engine/model/fields.h"

namespace sextant {
namespace {

// Less is nothing: its response curve would be beyond the range of numbers.
constexpr double kLeastSpend = 1e-9;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double Maximum(const char* field) { return FindCellField(field)->maximum; }

// base^exponent for base > 0.
double Power(double base, double exponent) {
  return base == 1 || exponent == 0 ? 1 : Exp(exponent * Log(base));
}

double LargestSpend(const PaidCell& cell, double cost_per_click) {
  double factor = Power(Maximum("visits") / cell.visits, 1 / cell.elasticity);
  if (cell.elasticity < 1) {
    factor = std::min(factor, Power(Maximum("costPerClick") / cost_per_click,
                                    1 / (1 - cell.elasticity)));
  }
  // More than any scenario spends, so that sums stay exact enough.
  constexpr double kMostSpend = 1e15;
  return std::max(cell.spend, std::min(cell.spend * factor, kMostSpend));
}

}  // namespace

double PaidCell::VisitsAt(double at) const {
  if (!can_scale || at == spend) return visits;
  if (at <= 0) return 0;
  return visits * Power(at / spend, elasticity);
}

double PaidCell::MarginalRoasAt(double at) const {
  if (!can_scale || value == 0) return 0;
  const double today = elasticity * value * visits / spend;
  if (elasticity == 1) return today;
  return at > 0 ? today * Power(at / spend, elasticity - 1) : kInfinity;
}

PaidCells PaidCellsOf(const Scenario& scenario) {
  PaidCells cells;
  for (int i = 0; i < static_cast<int>(scenario.cells.size()); ++i) {
    if (KindOf(i) != Kind::kPaid) continue;
    const Cell& given = scenario.cells[static_cast<size_t>(i)];
    PaidCell& cell = cells.emplace_back();
    cell.cell = i;
    cell.spend = given.visits * given.cost_per_click;
    cell.visits = given.visits;
    cell.value = given.conversion_rate * given.order_value;
    cell.elasticity = given.elasticity.value_or(scenario.response.elasticity);
    cell.can_scale = cell.spend >= kLeastSpend;
    cell.largest_spend =
        cell.can_scale ? LargestSpend(cell, given.cost_per_click) : cell.spend;
  }
  return cells;
}

double SumOf(const Spends& spends) {
  double sum = 0;
  for (double spend : spends) sum += spend;
  return sum;
}

Scenario WithSpends(const Scenario& scenario, const PaidCells& cells,
                    const Spends& spends) {
  Scenario changed = scenario;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (spends[i] == cells[i].spend) continue;
    Cell& cell = changed.cells[static_cast<size_t>(cells[i].cell)];
    cell.visits = std::min(cells[i].VisitsAt(spends[i]), Maximum("visits"));
    if (cell.visits == 0) continue;
    cell.cost_per_click =
        std::min(spends[i] / cell.visits, Maximum("costPerClick"));
  }
  return changed;
}

}  // namespace sextant
