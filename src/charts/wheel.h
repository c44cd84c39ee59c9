// The picture of the flywheel: Attract, Engage and Delight as three arcs of a
// circle.
#ifndef SEXTANT_CHARTS_WHEEL_H_
#define SEXTANT_CHARTS_WHEEL_H_

#include "charts/kit/chart_context.h"
#include "engine/customers/flywheel.h"

namespace sextant {

enum class WheelPart { kAttract, kEngage, kDelight };
inline constexpr int kWheelPartCount = 3;

Ink WheelInk(WheelPart part);
std::string_view WheelName(WheelPart part, Language language);

// The arcs do not move, clockwise from the top; the arrows on them are moved by
// `turn` radians. The long-run multiplier is in the middle.
Drawing WheelPicture(const ChartContext& context,
                     const FlywheelReport& flywheel, float turn, float width,
                     float height);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_WHEEL_H_
