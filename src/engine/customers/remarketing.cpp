#include "engine/customers/remarketing.h"

#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

// The density of a pool of visits, and what remarketing to it costs.
struct Pool {
  Pool(const RemarketingInputs& inputs, double visits, double engaged)
      : density(Divide(engaged, visits)) {
    if (!density) return;
    conversion_rate = *density * inputs.engaged_conversion_rate;
    cpa = Divide(inputs.cost_per_click, *conversion_rate);
  }

  Ratio density;
  Ratio conversion_rate;
  Ratio cpa;
};

Ratio Difference(const Ratio& with, const Ratio& without) {
  if (!with || !without) return std::nullopt;
  return *with - *without;
}

}  // namespace

RemarketingReport MeasureRemarketing(const Scenario& scenario) {
  RemarketingReport report;
  report.cell_count = static_cast<int>(scenario.cells.size());
  double visits = 0;
  double engaged = 0;
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    const Cell& cell = scenario.cells[i];
    report.cell_storage[i].engaged_visits = cell.visits * cell.engaged_share;
    visits += cell.visits;
    engaged += report.cell_storage[i].engaged_visits;
  }
  const Pool pool(scenario.remarketing, visits, engaged);
  report.density = pool.density;
  report.conversion_rate = pool.conversion_rate;
  report.cpa = pool.cpa;
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    // Summed again: the difference of two sums would leave rounding errors.
    double other_visits = 0;
    double other_engaged = 0;
    for (size_t j = 0; j < scenario.cells.size(); ++j) {
      if (j == i) continue;
      other_visits += scenario.cells[j].visits;
      other_engaged += report.cell_storage[j].engaged_visits;
    }
    const Pool without(scenario.remarketing, other_visits, other_engaged);
    RemarketingCell& cell = report.cell_storage[i];
    cell.density_effect = Difference(pool.density, without.density);
    cell.cpa_effect = Difference(pool.cpa, without.cpa);
  }
  return report;
}

}  // namespace sextant
