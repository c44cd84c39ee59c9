// The flywheel against the funnel, month by month (DOMAIN.md, section 7).
#ifndef SEXTANT_CHARTS_FLYWHEEL_CHART_H_
#define SEXTANT_CHARTS_FLYWHEEL_CHART_H_

#include "charts/kit/chart_context.h"
#include "engine/customers/flywheel.h"

namespace sextant {

// Cumulative profit of both over the months, and from which month the flywheel
// is ahead. `ghost`: the flywheel before the drag; nullptr without a drag.
Drawing FlywheelChart(const ChartContext& context,
                      const FlywheelReport& flywheel,
                      const FlywheelReport* ghost, float width, float height);

// The active customers of the flywheel over the months, stacked by segment.
Drawing CustomersChart(const ChartContext& context,
                       const FlywheelReport& flywheel, float width,
                       float height);

// The hue and the name of a segment: "Promoters".
Ink SegmentInk(Segment segment);
std::string_view SegmentName(Segment segment, Language language);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_FLYWHEEL_CHART_H_
