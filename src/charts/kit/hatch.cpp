#include "charts/kit/hatch.h"

#include <algorithm>
#include <cmath>

namespace sextant {
namespace {

// Hatch lines are x + y = sum; neighbours differ by this in their sum.
constexpr float kSumStep = kHatchSpacing * 1.41421356f;

struct Range {
  float lowest;
  float highest;
};

Range SumRange(std::span<const Point> points) {
  Range range{points[0].x + points[0].y, points[0].x + points[0].y};
  for (const Point& point : points) {
    range.lowest = std::min(range.lowest, point.x + point.y);
    range.highest = std::max(range.highest, point.x + point.y);
  }
  return range;
}

bool AllFinite(std::span<const Point> points) {
  return std::all_of(points.begin(), points.end(), [](const Point& point) {
    return std::isfinite(point.x) && std::isfinite(point.y);
  });
}

// Where the line x + y = sum crosses the edges; a convex shape has two such
// points.
struct Crossing {
  int count = 0;
  Point first;
  Point last;
};

Crossing CrossEdges(std::span<const Point> points, float sum) {
  Crossing crossing;
  for (size_t i = 0; i < points.size(); ++i) {
    const Point& a = points[i];
    const Point& b = points[(i + 1) % points.size()];
    const float side_a = a.x + a.y - sum;
    const float side_b = b.x + b.y - sum;
    if ((side_a < 0) == (side_b < 0)) continue;
    const float t = side_a / (side_a - side_b);
    const Point point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    (crossing.count == 0 ? crossing.first : crossing.last) = point;
    ++crossing.count;
  }
  return crossing;
}

}  // namespace

void HatchCircle(Point center, float radius, std::vector<HatchLine>& lines) {
  if (!AllFinite({&center, 1}) || !std::isfinite(radius) || radius <= 0) return;
  const int reach = std::min(static_cast<int>(radius / kHatchSpacing),
                             kMaxHatchLines / 2 - 1);
  for (int i = -reach; i <= reach; ++i) {
    const float distance = static_cast<float>(i) * kHatchSpacing;
    const float half_chord =
        std::sqrt(std::max(0.f, radius * radius - distance * distance));
    constexpr float kDiagonal = 0.70710678f;
    const Point middle{center.x + distance * kDiagonal,
                       center.y + distance * kDiagonal};
    const float step = half_chord * kDiagonal;
    lines.push_back({{middle.x - step, middle.y + step},
                     {middle.x + step, middle.y - step}});
  }
}

void HatchPolygon(std::span<const Point> convex,
                  std::vector<HatchLine>& lines) {
  if (convex.size() < 3 || !AllFinite(convex)) return;
  const Range range = SumRange(convex);
  for (int i = 0; i < kMaxHatchLines; ++i) {
    const float sum = range.lowest + (static_cast<float>(i) + 0.5f) * kSumStep;
    if (sum >= range.highest) return;
    const Crossing crossing = CrossEdges(convex, sum);
    if (crossing.count == 2) lines.push_back({crossing.first, crossing.last});
  }
}

}  // namespace sextant
