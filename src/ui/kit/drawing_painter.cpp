// Canvas::Draw: a chart's Drawing on an ImDrawList.
#include <cmath>

#include "charts/kit/hatch.h"
#include "ui/kit/canvas.h"

namespace sextant {
namespace {

class DrawingPainter {
 public:
  DrawingPainter(ImDrawList& list, TextPainter& text, Theme theme, Point origin)
      : list_(list), text_(text), theme_(theme), origin_(origin) {}

  void operator()(const Line& line) {
    if (line.dash <= 0)
      return Stroke(line.from, line.to, line.paint, line.width);
    const float length =
        std::hypot(line.to.x - line.from.x, line.to.y - line.from.y);
    for (float start = 0; start < length; start += 2 * line.dash) {
      const float end = std::min(start + line.dash, length);
      Stroke(Along(line, start / length), Along(line, end / length), line.paint,
             line.width);
    }
  }

  void operator()(const Polygon& polygon) {
    points_.clear();
    for (const Point point : polygon.points) points_.push_back(At(point));
    const int count = static_cast<int>(points_.size());
    if (polygon.fill.alpha > 0) {
      list_.AddConvexPolyFilled(points_.data(), count, FillColor(polygon));
      if (polygon.fill_style == Fill::kHatched) {
        hatch_.clear();
        HatchPolygon(polygon.points, hatch_);
        Hatch(polygon.fill);
      }
    }
    if (polygon.stroke.alpha > 0) {
      list_.AddPolyline(points_.data(), count, ToColor(theme_, polygon.stroke),
                        ImDrawFlags_Closed, polygon.stroke_width);
    }
  }

  void operator()(const Circle& circle) {
    if (circle.fill.alpha > 0) {
      list_.AddCircleFilled(At(circle.center), circle.radius,
                            FillColor(circle));
      if (circle.fill_style == Fill::kHatched) {
        hatch_.clear();
        HatchCircle(circle.center, circle.radius, hatch_);
        Hatch(circle.fill);
      }
    }
    if (circle.stroke.alpha > 0) {
      list_.AddCircle(At(circle.center), circle.radius,
                      ToColor(theme_, circle.stroke), 0, circle.stroke_width);
    }
  }

  void operator()(const Polyline& line) {
    const ImU32 color = ToColor(theme_, line.paint);
    if (line.dash > 0) {
      DashPolyline(line);
      return;
    }
    points_.clear();
    for (const Point point : line.points) points_.push_back(At(point));
    list_.AddPolyline(points_.data(), static_cast<int>(points_.size()), color,
                      ImDrawFlags_None, line.width);
  }

  // Strips share their edges; with antialiasing, every edge would be visible.
  void operator()(const Area& area) {
    const ImDrawListFlags flags = list_.Flags;
    list_.Flags &= ~ImDrawListFlags_AntiAliasedFill;
    const ImU32 color = ToColor(theme_, area.fill);
    for (size_t i = 1; i < area.upper.size(); ++i) {
      list_.AddQuadFilled(At(area.upper[i - 1]), At(area.upper[i]),
                          At(area.lower[i]), At(area.lower[i - 1]), color);
    }
    list_.Flags = flags;
  }

  void operator()(const TextShape& shape) {
    Point pen = shape.anchor;
    if (shape.align != Align::kStart) {
      const float width = text_.Width(shape.text, shape.size, shape.bold);
      pen.x -= shape.align == Align::kCenter ? width / 2 : width;
    }
    const ImVec2 at = At(pen);
    text_.Draw(list_, {at.x, at.y}, shape.text, shape.size, shape.bold,
               ToColor(theme_, shape.paint));
  }

 private:
  ImVec2 At(Point point) const {
    return {origin_.x + point.x, origin_.y + point.y};
  }

  static Point Along(const Line& line, float part) {
    return {line.from.x + (line.to.x - line.from.x) * part,
            line.from.y + (line.to.y - line.from.y) * part};
  }

  // Dashes continue around corners.
  void DashPolyline(const Polyline& polyline) {
    float done = 0;  // of the current dash or gap
    bool is_gap = false;
    for (size_t i = 1; i < polyline.points.size(); ++i) {
      const Line line = {polyline.points[i - 1], polyline.points[i],
                         polyline.paint, polyline.width};
      const float length =
          std::hypot(line.to.x - line.from.x, line.to.y - line.from.y);
      for (float at = 0; at < length;) {
        const float next = std::min(at + polyline.dash - done, length);
        if (!is_gap) {
          Stroke(Along(line, at / length), Along(line, next / length),
                 line.paint, line.width);
        }
        done += next - at;
        at = next;
        if (done < polyline.dash) continue;
        done = 0;
        is_gap = !is_gap;
      }
    }
  }

  void Stroke(Point from, Point to, Paint paint, float width) {
    list_.AddLine(At(from), At(to), ToColor(theme_, paint), width);
  }

  template <typename ShapeType>
  ImU32 FillColor(const ShapeType& shape) const {
    Paint paint = shape.fill;
    if (shape.fill_style == Fill::kHatched) paint.alpha *= kHatchWash;
    return ToColor(theme_, paint);
  }

  void Hatch(Paint paint) {
    for (const HatchLine& line : hatch_) {
      Stroke(line.from, line.to, paint, kHatchWidth);
    }
  }

  ImDrawList& list_;
  TextPainter& text_;
  Theme theme_;
  Point origin_;
  std::vector<ImVec2> points_;
  std::vector<HatchLine> hatch_;
};

}  // namespace

void Canvas::Draw(const Drawing& drawing, Point origin) {
  if (!Shows({origin.x, origin.y, drawing.width, drawing.height})) return;
  const ImVec2 at = At(origin.x, origin.y);
  DrawingPainter painter(*list_, text_, theme_, {at.x, at.y});
  for (const Shape& shape : drawing.shapes) std::visit(painter, shape);
}

}  // namespace sextant
