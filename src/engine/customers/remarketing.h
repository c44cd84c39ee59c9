// Bringing back visitors who showed interest (DOMAIN.md, section 9). The
// smaller their share of all visits, the more each order costs.
#ifndef SEXTANT_ENGINE_CUSTOMERS_REMARKETING_H_
#define SEXTANT_ENGINE_CUSTOMERS_REMARKETING_H_

#include <array>
#include <span>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// A cell's effect on the pool.
struct RemarketingCell {
  double engaged_visits = 0;  // visits · engaged_share
  Ratio density_effect;       // density − density without the cell
  Ratio cpa_effect;  // cpa − cpa without the cell; above 0: more expensive
};

struct RemarketingReport {
  int cell_count = 0;
  std::array<RemarketingCell, kMaxCells> cell_storage;
  Ratio density;          // engaged visits per visit; undefined without visits
  Ratio conversion_rate;  // density · engaged_conversion_rate
  Ratio cpa;              // cost_per_click / conversion_rate

  std::span<const RemarketingCell> cells() const {
    return {cell_storage.data(), static_cast<size_t>(cell_count)};
  }
};

// Pure, no allocation. The scenario is valid; then every number is finite.
RemarketingReport MeasureRemarketing(const Scenario& scenario);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_CUSTOMERS_REMARKETING_H_
