// Where revenue comes from: one block per cell, width = visits, height = value
// per visit, so area = revenue. Below it, the concentration in words.
#ifndef SEXTANT_CHARTS_MATRIX_CHART_H_
#define SEXTANT_CHARTS_MATRIX_CHART_H_

#include "charts/kit/chart_context.h"

namespace sextant {

Drawing MatrixChart(const ChartContext& context, float width, float height);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_MATRIX_CHART_H_
