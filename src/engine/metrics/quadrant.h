// CPC × CPA: which cells are low and which are high (DOMAIN.md, section 4).
#ifndef SEXTANT_ENGINE_METRICS_QUADRANT_H_
#define SEXTANT_ENGINE_METRICS_QUADRANT_H_

#include <optional>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// A cell is placed in a quadrant if it has spend and visits.
bool IsPlaced(const Cell& cell, const CellMetrics& metrics);

// The user's own thresholds; in portfolio mode Σspend/Σvisits and
// Σspend/Σorders over the placed cells; in break-even mode the averages of the
// cells' limits, g·V̄·R̄ and g·V̄. `report` has the metrics of the cells and the
// totals.
ThresholdValues FindThresholds(const Scenario& scenario, const Report& report);

// What the cell is compared with: report.thresholds, but in break-even mode its
// own limits, g·V·R̄ for its CPC and g·V for its CPA.
ThresholdValues LimitsOf(const Scenario& scenario, const Report& report,
                         int cell);

// Low means at most the threshold, apart from rounding. A cell with spend but
// no orders has a high CPA. nullopt for a cell that is not placed.
std::optional<Quadrant> PlaceCell(const Cell& cell, const CellMetrics& metrics,
                                  const ThresholdValues& thresholds);

// Within 5% of the threshold a verdict would be overstated. Never at a
// threshold of 0.
bool IsOnLine(const Ratio& value, const Ratio& threshold);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_QUADRANT_H_
