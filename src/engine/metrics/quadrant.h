// CPC × CPA: which cells are low and which are high (DOMAIN.md, section 4).
#ifndef SEXTANT_ENGINE_METRICS_QUADRANT_H_
#define SEXTANT_ENGINE_METRICS_QUADRANT_H_

#include <optional>
#include <span>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// A cell is placed in a quadrant if it has spend and visits.
bool IsPlaced(const Cell& cell, const CellMetrics& metrics);

// The user's own thresholds, or in portfolio mode Σspend/Σvisits and
// Σspend/Σorders over the placed cells.
ThresholdValues FindThresholds(const Scenario& scenario,
                               std::span<const CellMetrics> metrics);

// Low means at most the threshold, apart from rounding. A cell with spend but
// no orders has a high CPA. nullopt for a cell that is not placed.
std::optional<Quadrant> PlaceCell(const Cell& cell, const CellMetrics& metrics,
                                  const ThresholdValues& thresholds);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_QUADRANT_H_
