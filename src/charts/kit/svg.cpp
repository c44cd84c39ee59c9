#include "charts/kit/svg.h"

#include <cmath>
#include <cstdint>
#include <variant>
#include <vector>

#include "base/integer_text.h"
#include "base/utf8.h"
#include "charts/kit/hatch.h"

namespace sextant {
namespace {

// XML 1.0 forbids most control characters, even escaped.
bool IsXmlCharacter(char32_t code_point) {
  if (code_point < 0x20) return code_point == '\t' || code_point == '\n';
  return code_point != 0xFFFE && code_point != 0xFFFF;
}

std::string_view Entity(char32_t code_point) {
  switch (code_point) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

class Writer {
 public:
  Writer(std::string& out, Theme theme) : out_(out), theme_(theme) {}

  void Raw(std::string_view text) { out_ += text; }

  void Escaped(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      const size_t start = i;
      const char32_t code_point = NextCodePoint(text, i);
      const std::string_view entity = Entity(code_point);
      if (!entity.empty()) {
        out_ += entity;
      } else if (code_point == kInvalidCodePoint) {
        out_ += "\xEF\xBF\xBD";
      } else if (IsXmlCharacter(code_point)) {
        out_ += text.substr(start, i - start);
      }
    }
  }

  void Element(std::string_view name, std::string_view text) {
    out_ += '<';
    out_ += name;
    out_ += '>';
    Escaped(text);
    out_ += "</";
    out_ += name;
    out_ += '>';
  }

  // At most two decimals, no trailing zeros; 0 for NaN and infinity.
  void Number(float value) {
    if (!(std::fabs(value) < 1e7f)) value = 0;
    const int64_t hundredths = std::llround(static_cast<double>(value) * 100);
    const int64_t size = hundredths < 0 ? -hundredths : hundredths;
    if (hundredths < 0) out_ += '-';
    out_ += IntegerText(size / 100);
    const int64_t rest = size % 100;
    if (rest == 0) return;
    out_ += '.';
    out_ += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out_ += static_cast<char>('0' + rest % 10);
  }

  void Attribute(std::string_view name, float value) {
    Open(name);
    Number(value);
    out_ += '"';
  }

  void Attribute(std::string_view name, std::string_view value) {
    Open(name);
    Escaped(value);
    out_ += '"';
  }

  // fill="#0072b2" fill-opacity="0.5", or fill="none".
  void PaintAttribute(std::string_view name, Paint paint) {
    if (paint.alpha <= 0) {
      Attribute(name, "none");
      return;
    }
    Open(name);
    HexColor(Color(theme_, paint.ink));
    out_ += '"';
    if (paint.alpha >= 1) return;
    out_ += ' ';
    out_ += name;
    out_ += "-opacity=\"";
    Number(paint.alpha);
    out_ += '"';
  }

  void StrokeAttributes(Paint paint, float width) {
    if (paint.alpha <= 0) return;
    PaintAttribute("stroke", paint);
    if (width != 1) Attribute("stroke-width", width);
  }

  void PathPoint(char command, Point point) {
    out_ += command;
    Number(point.x);
    out_ += ' ';
    Number(point.y);
  }

 private:
  void Open(std::string_view name) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
  }

  void HexColor(uint32_t color) {
    out_ += '#';
    for (int shift = 20; shift >= 0; shift -= 4) {
      out_ += "0123456789abcdef"[(color >> shift) & 15];
    }
  }

  std::string& out_;
  Theme theme_;
};

void WriteLine(Writer& writer, const Line& line) {
  writer.Raw("<line");
  writer.Attribute("x1", line.from.x);
  writer.Attribute("y1", line.from.y);
  writer.Attribute("x2", line.to.x);
  writer.Attribute("y2", line.to.y);
  writer.StrokeAttributes(line.paint, line.width);
  if (line.dash > 0) writer.Attribute("stroke-dasharray", line.dash);
  writer.Raw("/>");
}

void WriteHatch(Writer& writer, const std::vector<HatchLine>& lines,
                Paint paint) {
  if (lines.empty()) return;
  writer.Raw("<path d=\"");
  for (const HatchLine& line : lines) {
    writer.PathPoint('M', line.from);
    writer.PathPoint('L', line.to);
  }
  writer.Raw("\"");
  writer.StrokeAttributes(paint, kHatchWidth);
  writer.Raw("/>");
}

Paint Wash(Paint paint) { return {paint.ink, paint.alpha * kHatchWash}; }

void WritePolygonShape(Writer& writer, const Polygon& polygon, Paint fill,
                       Paint stroke) {
  writer.Raw("<path d=\"");
  char command = 'M';
  for (const Point& point : polygon.points) {
    writer.PathPoint(command, point);
    command = 'L';
  }
  writer.Raw("Z\"");
  writer.PaintAttribute("fill", fill);
  writer.StrokeAttributes(stroke, polygon.stroke_width);
  writer.Raw("/>");
}

void WritePolygon(Writer& writer, const Polygon& polygon) {
  if (polygon.points.empty()) return;
  if (polygon.fill_style == Fill::kSolid) {
    WritePolygonShape(writer, polygon, polygon.fill, polygon.stroke);
    return;
  }
  std::vector<HatchLine> lines;
  HatchPolygon(polygon.points, lines);
  WritePolygonShape(writer, polygon, Wash(polygon.fill), {});
  WriteHatch(writer, lines, polygon.fill);
  WritePolygonShape(writer, polygon, {}, polygon.stroke);
}

void WriteCircleShape(Writer& writer, const Circle& circle, Paint fill,
                      Paint stroke) {
  writer.Raw("<circle");
  writer.Attribute("cx", circle.center.x);
  writer.Attribute("cy", circle.center.y);
  writer.Attribute("r", circle.radius);
  writer.PaintAttribute("fill", fill);
  writer.StrokeAttributes(stroke, circle.stroke_width);
  writer.Raw("/>");
}

void WriteCircle(Writer& writer, const Circle& circle) {
  if (circle.fill_style == Fill::kSolid) {
    WriteCircleShape(writer, circle, circle.fill, circle.stroke);
    return;
  }
  std::vector<HatchLine> lines;
  HatchCircle(circle.center, circle.radius, lines);
  WriteCircleShape(writer, circle, Wash(circle.fill), {});
  WriteHatch(writer, lines, circle.fill);
  WriteCircleShape(writer, circle, {}, circle.stroke);
}

// Through all points; 'M' starts a new line, 'L' continues one.
void WritePoints(Writer& writer, char first, const std::vector<Point>& points) {
  for (size_t i = 0; i < points.size(); ++i) {
    writer.PathPoint(i == 0 ? first : 'L', points[i]);
  }
}

void WritePolyline(Writer& writer, const Polyline& line) {
  if (line.points.empty()) return;
  writer.Raw("<path d=\"");
  WritePoints(writer, 'M', line.points);
  writer.Raw("\" fill=\"none\" stroke-linejoin=\"round\"");
  writer.StrokeAttributes(line.paint, line.width);
  if (line.dash > 0) writer.Attribute("stroke-dasharray", line.dash);
  writer.Raw("/>");
}

void WriteArea(Writer& writer, const Area& area) {
  if (area.upper.empty()) return;
  writer.Raw("<path d=\"");
  WritePoints(writer, 'M', area.upper);
  WritePoints(writer, 'L', {area.lower.rbegin(), area.lower.rend()});
  writer.Raw("Z\"");
  writer.PaintAttribute("fill", area.fill);
  writer.Raw("/>");
}

void WriteText(Writer& writer, const TextShape& text) {
  writer.Raw("<text");
  writer.Attribute("x", text.anchor.x);
  writer.Attribute("y", text.anchor.y);
  writer.Attribute("font-size", FontSize(text.size));
  if (text.bold) writer.Raw(" font-weight=\"600\"");
  if (text.align == Align::kCenter) writer.Raw(" text-anchor=\"middle\"");
  if (text.align == Align::kEnd) writer.Raw(" text-anchor=\"end\"");
  writer.PaintAttribute("fill", text.paint);
  writer.Raw(">");
  writer.Escaped(text.text);
  writer.Raw("</text>");
}

void WriteShape(Writer& writer, const Shape& shape) {
  if (const auto* line = std::get_if<Line>(&shape)) WriteLine(writer, *line);
  if (const auto* polygon = std::get_if<Polygon>(&shape)) {
    WritePolygon(writer, *polygon);
  }
  if (const auto* circle = std::get_if<Circle>(&shape)) {
    WriteCircle(writer, *circle);
  }
  if (const auto* line = std::get_if<Polyline>(&shape)) {
    WritePolyline(writer, *line);
  }
  if (const auto* area = std::get_if<Area>(&shape)) WriteArea(writer, *area);
  if (const auto* text = std::get_if<TextShape>(&shape)) {
    WriteText(writer, *text);
  }
}

void WriteRect(Writer& writer, Rect rect) {
  writer.Raw("<rect");
  writer.Attribute("x", rect.x);
  writer.Attribute("y", rect.y);
  writer.Attribute("width", rect.width);
  writer.Attribute("height", rect.height);
}

// Invisible, but it receives the pointer: browsers show its <title> as a
// tooltip.
void WriteMark(Writer& writer, const Mark& mark) {
  WriteRect(writer, mark.bounds);
  writer.Raw(" fill=\"none\" pointer-events=\"all\">");
  writer.Element("title", mark.label);
  writer.Raw("</rect>");
}

void WriteHead(Writer& writer, const Drawing& drawing) {
  writer.Raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
  writer.Number(drawing.width);
  writer.Raw(" ");
  writer.Number(drawing.height);
  writer.Raw("\"");
  writer.Attribute("width", drawing.width);
  writer.Attribute("height", drawing.height);
  writer.Raw(" font-family=\"system-ui, sans-serif\">");
}

}  // namespace

std::string Svg(const Drawing& drawing, Theme theme, std::string_view title,
                std::string_view description) {
  std::string out;
  out.reserve(256 + drawing.shapes.size() * 128);
  Writer writer(out, theme);
  WriteHead(writer, drawing);
  writer.Element("title", title);
  writer.Element("desc", description);
  WriteRect(writer, {0, 0, drawing.width, drawing.height});
  writer.PaintAttribute("fill", {Ink::kSurface, 1});
  writer.Raw("/>");
  for (const Shape& shape : drawing.shapes) WriteShape(writer, shape);
  for (const Mark& mark : drawing.marks) WriteMark(writer, mark);
  writer.Raw("</svg>");
  return out;
}

}  // namespace sextant
