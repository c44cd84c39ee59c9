// How much revenue depends on few sources (DOMAIN.md, section 5).
#ifndef SEXTANT_ENGINE_METRICS_CONCENTRATION_H_
#define SEXTANT_ENGINE_METRICS_CONCENTRATION_H_

#include <span>

#include "engine/model/report.h"

namespace sextant {

// Herfindahl–Hirschman index of `revenues` (each ≥ 0, at least one entry) and
// what follows from it. All undefined when the revenues are all zero.
Concentration MeasureConcentration(std::span<const double> revenues);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_CONCENTRATION_H_
