// Concentration: one bar divided into the cells' shares of revenue, and below
// it the number of equal sources (DOMAIN.md, section 5).
#ifndef SEXTANT_CHARTS_SHARE_BAR_H_
#define SEXTANT_CHARTS_SHARE_BAR_H_

#include "charts/kit/chart_context.h"

namespace sextant {

// The preferred height of the bar and its line of text, in points.
inline constexpr float kShareBarHeight = 40;

// Empty (no shapes, no marks) without revenue.
Drawing ShareBar(const ChartContext& context, float width, float height);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_SHARE_BAR_H_
