// Hatching as plain lines, clipped to the shape, so that SVG without ids and
// ImGui without textures paint the same.
#ifndef SEXTANT_CHARTS_KIT_HATCH_H_
#define SEXTANT_CHARTS_KIT_HATCH_H_

#include <span>
#include <vector>

#include "charts/kit/drawing.h"

namespace sextant {

// How a Fill::kHatched shape is painted with its fill paint: first the complete
// shape at kHatchWash of the paint's alpha, then the lines at full alpha, then
// the outline.
inline constexpr float kHatchWash = 0.16f;
inline constexpr float kHatchWidth = 1.25f;   // points
inline constexpr float kHatchSpacing = 5.5f;  // points between two lines

struct HatchLine {
  Point from;
  Point to;
};

// Appends the hatch lines (rising to the right at 45°) inside the shape. They
// are anchored to the shape, so they move with it. No lines for a shape without
// area or with coordinates that are not finite; at most kMaxHatchLines.
inline constexpr int kMaxHatchLines = 1024;
void HatchCircle(Point center, float radius, std::vector<HatchLine>& lines);
void HatchPolygon(std::span<const Point> convex, std::vector<HatchLine>& lines);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_HATCH_H_
