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

// Organic is hatched, paid is solid: never colour alone.
enum class Fill { kSolid, kHatched };

struct Polygon {
  std::vector<Point> points;  // convex, closed by itself
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

// What lies between two lines of as many points, each right below the other.
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

// A part of the chart that stands for something: a cell's bubble or block, or
// the whole of it.
struct Mark {
  int cell = -1;      // -1: no cell's
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

// An estimate for when there is no font at hand (SVG in Node): ideographs are
// one em wide, Latin letters by their kind between 0.37 and 0.92 em.
float EstimateTextWidth(std::string_view text, TextSize size, bool bold);

// Width of a text in points. Charts use it to keep labels apart; the caller
// knows the font, which `context` stands for.
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

// Points per TextSize.
float FontSize(TextSize size);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_DRAWING_H_
