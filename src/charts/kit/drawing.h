// A chart is data: a list of plain shapes in logical points, y down, made by a
// pure function from a report. ui/ paints it with ImDrawList, svg.h writes it
// as SVG, tests read it.
#ifndef SEXTANT_CHARTS_KIT_DRAWING_H_
#define SEXTANT_CHARTS_KIT_DRAWING_H_

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "charts/kit/palette.h"

namespace sextant {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// A palette entry and how opaque it is; alpha 0 paints nothing.
struct Paint {
  Ink ink = Ink::kText;
  float alpha = 0;
};

struct Line {
  Point from;
  Point to;
  Paint paint;
  float width = 1;
  float dash = 0;  // length of dashes and gaps; 0: solid
};

// Organic is hatched and paid is solid, so colour is not the only difference.
enum class Fill { kSolid, kHatched };

struct Polygon {
  std::vector<Point> points;  // convex; the last one joins the first
  Paint fill;
  Fill fill_style = Fill::kSolid;
  Paint stroke;
  float stroke_width = 1;
};

struct Circle {
  Point center;
  float radius = 0;
  Paint fill;
  Fill fill_style = Fill::kSolid;
  Paint stroke;
  float stroke_width = 1;
};

// An open line through all points.
struct Polyline {
  std::vector<Point> points;
  Paint paint;
  float width = 1;
  float dash = 0;  // length of dashes and gaps; 0: solid
};

// The area between two lines with the same number of points: each point of
// `lower` is directly below the same point of `upper`.
struct Area {
  std::vector<Point> upper;
  std::vector<Point> lower;
  Paint fill;
};

enum class TextSize { kSmall, kBody, kHeading };  // 12, 14, 22 points
enum class Align { kStart, kCenter, kEnd };

struct TextShape {
  Point anchor;  // on the baseline; at the start, centre or end of the text
  std::string text;
  Paint paint;
  TextSize size = TextSize::kSmall;
  Align align = Align::kStart;
  bool bold = false;
};

using Shape = std::variant<Line, Polygon, Circle, Polyline, Area, TextShape>;

// A part of the chart that can be named and pointed at: a cell's bubble or
// block, or the whole chart.
struct Mark {
  int cell = -1;      // -1: not of a cell
  std::string label;  // for screen readers and <title>: "Social · Paid: …"
  Rect bounds;
};

struct Drawing {
  Drawing() = default;
  Drawing(float width, float height) : width(width), height(height) {}

  float width = 0;
  float height = 0;
  std::vector<Shape> shapes;  // painted in this order
  std::vector<Mark> marks;    // in painting order: the last one is on top
};

// The width in points, estimated without a font (for SVG in Node): an ideograph
// is one em wide, a Latin letter between 0.37 and 0.92 em.
float EstimateTextWidth(std::string_view text, TextSize size, bool bold);

// Measures the width of a text in points, so that charts can keep labels apart.
// `function` gets `context`, through which the caller passes its font.
struct MeasureText {
  float (*function)(void* context, std::string_view text, TextSize size,
                    bool bold);
  void* context = nullptr;

  float operator()(std::string_view text, TextSize size, bool bold) const {
    return function(context, text, size, bold);
  }
};
inline constexpr MeasureText kEstimatedWidth = {
    [](void*, std::string_view text, TextSize size, bool bold) {
      return EstimateTextWidth(text, size, bold);
    }};

// In points.
float FontSize(TextSize size);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_DRAWING_H_
