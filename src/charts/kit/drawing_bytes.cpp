// The numbers of all parts, each a float, after how many there are; then their
// texts, one after the other.
#include "charts/kit/drawing_bytes.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace sextant {
namespace {

// What any kind of shape may have.
struct ShapeData {
  size_t kind = 0;  // its position in Shape
  std::vector<Point> points;
  std::vector<Point> lower;
  float radius = 0;
  Paint fill;
  Fill fill_style = Fill::kSolid;
  Paint stroke;
  float width = 1;
  float dash = 0;
  std::string text;
  TextSize size = TextSize::kSmall;
  Align align = Align::kStart;
  bool bold = false;
};

struct ToData {
  void operator()(const Line& line) const {
    data.points = {line.from, line.to};
    Stroke(line.paint, line.width, line.dash);
  }
  void operator()(const Polygon& polygon) const {
    data.points = polygon.points;
    Fill(polygon.fill, polygon.fill_style);
    Stroke(polygon.stroke, polygon.stroke_width);
  }
  void operator()(const Circle& circle) const {
    data.points = {circle.center};
    data.radius = circle.radius;
    Fill(circle.fill, circle.fill_style);
    Stroke(circle.stroke, circle.stroke_width);
  }
  void operator()(const Polyline& line) const {
    data.points = line.points;
    Stroke(line.paint, line.width, line.dash);
  }
  void operator()(const Area& area) const {
    data.points = area.upper;
    data.lower = area.lower;
    Fill(area.fill);
  }
  void operator()(const TextShape& text) const {
    data.points = {text.anchor};
    Fill(text.paint);
    data.text = text.text;
    data.size = text.size;
    data.align = text.align;
    data.bold = text.bold;
  }

  void Stroke(Paint paint, float width, float dash = 0) const {
    data.stroke = paint;
    data.width = width;
    data.dash = dash;
  }
  void Fill(Paint paint, sextant::Fill style = sextant::Fill::kSolid) const {
    data.fill = paint;
    data.fill_style = style;
  }

  ShapeData& data;
};

Shape ToShape(ShapeData data) {
  const Point first = data.points.empty() ? Point() : data.points.front();
  const Point last = data.points.empty() ? Point() : data.points.back();
  switch (data.kind) {
    case 0:
      return Line{first, last, data.stroke, data.width, data.dash};
    case 1:
      return Polygon{std::move(data.points), data.fill, data.fill_style,
                     data.stroke, data.width};
    case 2:
      return Circle{first,           data.radius, data.fill,
                    data.fill_style, data.stroke, data.width};
    case 3:
      return Polyline{std::move(data.points), data.stroke, data.width,
                      data.dash};
    case 4:
      return Area{std::move(data.points), std::move(data.lower), data.fill};
    default:
      return TextShape{first,     std::move(data.text), data.fill,
                       data.size, data.align,           data.bold};
  }
}

// --- The same description of the bytes for both directions -------------------

class Writer {
 public:
  template <typename T>
  void Number(const T& value) {
    numbers_.push_back(static_cast<float>(value));
  }
  void Text(const std::string& text) {
    Number(text.size());
    texts_ += text;
  }
  template <typename T>
  void Size(const std::vector<T>& items) {
    Number(items.size());
  }
  std::string Take() const {
    const float count = static_cast<float>(numbers_.size());
    std::string bytes(reinterpret_cast<const char*>(&count), sizeof(count));
    bytes.append(reinterpret_cast<const char*>(numbers_.data()),
                 numbers_.size() * sizeof(float));
    return bytes + texts_;
  }

 private:
  std::vector<float> numbers_;
  std::string texts_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : numbers_(bytes), texts_(bytes) {
    size_t count = 0;
    Number(count);
    texts_.remove_prefix(std::min(bytes.size(), (count + 1) * sizeof(float)));
    numbers_ = numbers_.substr(0, count * sizeof(float));
  }

  template <typename T>
  void Number(T& value) {
    float number = 0;
    if (numbers_.size() < sizeof(number)) {
      failed_ = true;
      return;
    }
    std::memcpy(&number, numbers_.data(), sizeof(number));
    numbers_.remove_prefix(sizeof(number));
    value = static_cast<T>(number);
  }
  void Text(std::string& text) {
    size_t size = 0;
    Number(size);
    if (size > texts_.size()) {
      failed_ = true;
      return;
    }
    text = texts_.substr(0, size);
    texts_.remove_prefix(size);
  }
  template <typename T>
  void Size(std::vector<T>& items) {
    size_t size = 0;
    Number(size);
    // Each item has a number at least.
    if (size > numbers_.size() / sizeof(float)) {
      failed_ = true;
      return;
    }
    items.resize(size);
  }
  bool failed() const { return failed_; }

 private:
  std::string_view numbers_;
  std::string_view texts_;
  bool failed_ = false;
};

template <typename Stream, typename Points>
void Pass(Stream& stream, Points& points) {
  stream.Size(points);
  for (auto& point : points) {
    stream.Number(point.x);
    stream.Number(point.y);
  }
}

template <typename Stream, typename Data>
void PassShape(Stream& stream, Data& shape) {
  stream.Number(shape.kind);
  Pass(stream, shape.points);
  Pass(stream, shape.lower);
  stream.Number(shape.radius);
  stream.Number(shape.fill.ink);
  stream.Number(shape.fill.alpha);
  stream.Number(shape.fill_style);
  stream.Number(shape.stroke.ink);
  stream.Number(shape.stroke.alpha);
  stream.Number(shape.width);
  stream.Number(shape.dash);
  stream.Text(shape.text);
  stream.Number(shape.size);
  stream.Number(shape.align);
  stream.Number(shape.bold);
}

template <typename Stream, typename MarkType>
void PassMark(Stream& stream, MarkType& mark) {
  stream.Number(mark.cell);
  stream.Text(mark.label);
  stream.Number(mark.bounds.x);
  stream.Number(mark.bounds.y);
  stream.Number(mark.bounds.width);
  stream.Number(mark.bounds.height);
}

}  // namespace

std::string WriteDrawingBytes(const Drawing& drawing) {
  Writer writer;
  writer.Number(drawing.width);
  writer.Number(drawing.height);
  writer.Size(drawing.shapes);
  for (const Shape& shape : drawing.shapes) {
    ShapeData data;
    data.kind = shape.index();
    std::visit(ToData{data}, shape);
    PassShape(writer, data);
  }
  writer.Size(drawing.marks);
  for (const Mark& mark : drawing.marks) PassMark(writer, mark);
  return writer.Take();
}

std::optional<Drawing> ReadDrawingBytes(std::string_view bytes) {
  Reader reader(bytes);
  Drawing drawing;
  reader.Number(drawing.width);
  reader.Number(drawing.height);
  reader.Size(drawing.shapes);
  for (Shape& shape : drawing.shapes) {
    ShapeData data;
    PassShape(reader, data);
    shape = ToShape(std::move(data));
  }
  reader.Size(drawing.marks);
  for (Mark& mark : drawing.marks) PassMark(reader, mark);
  if (reader.failed()) return std::nullopt;
  return drawing;
}

}  // namespace sextant
