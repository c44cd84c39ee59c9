// The metrics of one cell and of any sum of cells (DOMAIN.md, section 3).
#ifndef SEXTANT_ENGINE_METRICS_METRICS_H_
#define SEXTANT_ENGINE_METRICS_METRICS_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

// numerator / denominator, both finite; undefined when the denominator is zero
// or so small that the quotient exceeds the range of a double.
Ratio Divide(double numerator, double denominator);

// Everything about the cell that does not depend on other cells:
// revenue_share and quadrant stay undefined.
CellMetrics MeasureCell(const Cell& cell, double gross_margin);

// Adds a cell to the sums of `totals`; the ratios are not touched.
void Accumulate(const Cell& cell, const CellMetrics& metrics, Totals& totals);

// Sets the ratios of `totals` from its sums.
void SetRatios(Totals& totals);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_METRICS_H_
