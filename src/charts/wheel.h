// The flywheel itself: Attract, Engage and Delight as three arcs that drive
// each other.
#ifndef SEXTANT_CHARTS_WHEEL_H_
#define SEXTANT_CHARTS_WHEEL_H_

#include "charts/kit/drawing.h"
#include "charts/quadrant_chart.h"
#include "engine/customers/flywheel.h"

namespace sextant {

enum class WheelPart { kAttract, kEngage, kDelight };
inline constexpr int kWheelPartCount = 3;

Ink WheelInk(WheelPart part);
std::string_view WheelName(WheelPart part, Language language);

// The arcs stand still, clockwise from the top; the arrows on them have moved
// on by `turn` radians. In the middle, what the wheel multiplies customers by.
Drawing WheelPicture(const ChartContext& context,
                     const FlywheelReport& flywheel, float turn, float width,
                     float height);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_WHEEL_H_
