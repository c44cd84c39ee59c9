#include "charts/kit/drawing_json.h"

#include <cmath>
#include <string>
#include <vector>

#include "charts/kit/ink_names.h"

namespace sextant {
namespace {

// By their positions in Shape.
constexpr const char* kTypes[] = {"line",     "polygon", "circle",
                                  "polyline", "area",    "text"};
constexpr const char* kFills[] = {"solid", "hatched"};
constexpr const char* kSizes[] = {"small", "body", "heading"};
constexpr const char* kAligns[] = {"start", "center", "end"};
constexpr const char* kWeights[] = {"regular", "bold"};

void WriteLength(float length, JsonWriter& json) {
  json.Value(std::round(static_cast<double>(length) * 100) / 100);
}

void WritePoints(std::string_view key, const std::vector<Point>& points,
                 JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const Point point : points) {
    WriteLength(point.x, json);
    WriteLength(point.y, json);
  }
  json.EndArray();
}

void WritePaint(std::string_view key, Paint paint, JsonWriter& json) {
  if (paint.alpha <= 0) return;
  json.Key(key).BeginArray().Value(kInkNames[static_cast<size_t>(paint.ink)]);
  WriteLength(paint.alpha, json);
  json.EndArray();
}

void WriteNumber(std::string_view key, float number, float usual,
                 JsonWriter& json) {
  if (number == usual) return;
  json.Key(key);
  WriteLength(number, json);
}

template <typename T, size_t count>
void WriteName(std::string_view key, const char* const (&names)[count],
               T choice, JsonWriter& json) {
  if (choice == T{}) return;
  json.Member(key, names[static_cast<size_t>(choice)]);
}

void WriteStroke(Paint stroke, float width, float dash, JsonWriter& json) {
  WritePaint("stroke", stroke, json);
  WriteNumber("width", width, 1, json);
  WriteNumber("dash", dash, 0, json);
}

// The members of each kind of shape after its type.
struct ShapeWriter {
  void operator()(const Line& line) const {
    WritePoints("points", {line.from, line.to}, json);
    WriteStroke(line.paint, line.width, line.dash, json);
  }
  void operator()(const Polygon& polygon) const {
    WritePoints("points", polygon.points, json);
    WritePaint("fill", polygon.fill, json);
    WriteName("pattern", kFills, polygon.fill_style, json);
    WriteStroke(polygon.stroke, polygon.stroke_width, 0, json);
  }
  void operator()(const Circle& circle) const {
    WritePoints("points", {circle.center}, json);
    WriteNumber("radius", circle.radius, 0, json);
    WritePaint("fill", circle.fill, json);
    WriteName("pattern", kFills, circle.fill_style, json);
    WriteStroke(circle.stroke, circle.stroke_width, 0, json);
  }
  void operator()(const Polyline& line) const {
    WritePoints("points", line.points, json);
    WriteStroke(line.paint, line.width, line.dash, json);
  }
  void operator()(const Area& area) const {
    WritePoints("points", area.upper, json);
    WritePoints("lower", area.lower, json);
    WritePaint("fill", area.fill, json);
  }
  void operator()(const TextShape& text) const {
    WritePoints("points", {text.anchor}, json);
    WritePaint("fill", text.paint, json);
    json.Member("text", text.text);
    WriteName("size", kSizes, text.size, json);
    WriteName("align", kAligns, text.align, json);
    WriteName("weight", kWeights, text.bold, json);
  }

  JsonWriter& json;
};

void WriteShape(const Shape& shape, JsonWriter& json) {
  json.BeginObject().Member("type", kTypes[shape.index()]);
  std::visit(ShapeWriter{json}, shape);
  json.EndObject();
}

}  // namespace

void WriteDrawing(const Drawing& drawing, JsonWriter& json) {
  json.BeginObject().Key("width");
  WriteLength(drawing.width, json);
  json.Key("height");
  WriteLength(drawing.height, json);
  json.Key("shapes").BeginArray();
  for (const Shape& shape : drawing.shapes) WriteShape(shape, json);
  json.EndArray().Key("marks").BeginArray();
  for (const Mark& mark : drawing.marks) {
    json.BeginObject();
    if (mark.cell >= 0) json.Member("cell", mark.cell);
    json.Member("label", mark.label).Key("bounds").BeginArray();
    for (const float length : {mark.bounds.x, mark.bounds.y, mark.bounds.width,
                               mark.bounds.height}) {
      WriteLength(length, json);
    }
    json.EndArray().EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace sextant
