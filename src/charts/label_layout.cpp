#include "charts/label_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "charts/utf8.h"

namespace sextant {
namespace {

// Of the font size: above and below the baseline, ideographs included.
constexpr float kAscent = 0.86f;
constexpr float kDescent = 0.2f;

// Punctuation that closes must not start a line.
bool IsClosing(char32_t code_point) {
  constexpr std::u32string_view kClosing = U"、。,:;!?)」』…";
  return kClosing.find(code_point) != std::u32string_view::npos;
}

// The end of the unit that starts at `start`: a word with the spaces before
// it, or one ideograph with the punctuation after it.
size_t NextBreak(std::string_view text, size_t start) {
  size_t end = start;
  bool wide = false;
  while (end < text.size()) {
    size_t next = end;
    const char32_t code_point = NextCodePoint(text, next);
    const bool is_space = code_point == ' ';
    if (end > start && !IsClosing(code_point) &&
        (is_space || wide || IsWide(code_point))) {
      if (!(text[start] == ' ' && end == start + 1)) break;
    }
    wide = IsWide(code_point);
    end = next;
  }
  return end;
}

std::string_view TrimStart(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

std::vector<std::string_view> Greedy(std::string_view text, float width,
                                     TextSize size, MeasureText measure) {
  std::vector<std::string_view> lines;
  size_t start = 0;
  size_t end = 0;
  while (end < text.size()) {
    const size_t next = NextBreak(text, end);
    const std::string_view longer = TrimStart(text.substr(start, next - start));
    if (end > start && measure(longer, size, false) > width) {
      lines.push_back(TrimStart(text.substr(start, end - start)));
      start = end;
    }
    end = next;
  }
  if (end > start) lines.push_back(TrimStart(text.substr(start)));
  return lines;
}

}  // namespace

bool Overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
         b.y < a.bottom();
}

bool Overlaps(const Rect& rect, Point center, float radius) {
  const float x = center.x - std::clamp(center.x, rect.x, rect.right());
  const float y = center.y - std::clamp(center.y, rect.y, rect.bottom());
  return x * x + y * y < radius * radius;
}

bool Encloses(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.right() <= outer.right() &&
         inner.y >= outer.y && inner.bottom() <= outer.bottom();
}

std::vector<Point> Corners(const Rect& rect) {
  return {{rect.x, rect.y},
          {rect.right(), rect.y},
          {rect.right(), rect.bottom()},
          {rect.x, rect.bottom()}};
}

std::vector<std::string_view> WrapText(std::string_view text, float width,
                                       TextSize size, MeasureText measure) {
  const float whole = measure(text, size, false);
  if (whole <= width) return {text};
  std::vector<std::string_view> lines = Greedy(text, width, size, measure);
  // Narrower lines of equal length look better than a full one and a rest.
  const float even = whole / static_cast<float>(lines.size()) * 1.1f;
  if (even >= width) return lines;
  std::vector<std::string_view> balanced = Greedy(text, even, size, measure);
  return balanced.size() <= lines.size() ? balanced : lines;
}

LabelLayout::LabelLayout(Drawing& drawing, MeasureText measure)
    : drawing_(drawing), measure_(measure) {
  taken_.reserve(48);
}

Rect LabelLayout::BlockSize(const std::vector<LabelLine>& lines) const {
  Rect block;
  for (const LabelLine& line : lines) {
    block.width =
        std::max(block.width, Width(line.text, TextSize::kSmall, line.bold));
  }
  block.height = kLineHeight * static_cast<float>(lines.size());
  return block;
}

Rect LabelLayout::Bounds(const TextShape& text) const {
  const float width = Width(text.text, text.size, text.bold);
  const float size = FontSize(text.size);
  float x = text.anchor.x;
  if (text.align == Align::kCenter) x -= width / 2;
  if (text.align == Align::kEnd) x -= width;
  return {x, text.anchor.y - size * kAscent, width,
          size * (kAscent + kDescent)};
}

bool LabelLayout::IsFree(const Rect& rect) const {
  return std::none_of(taken_.begin(), taken_.end(),
                      [&](const Rect& other) { return Overlaps(rect, other); });
}

void LabelLayout::Put(TextShape text) {
  taken_.push_back(Bounds(text));
  drawing_.shapes.push_back(std::move(text));
}

void LabelLayout::PutBlock(const std::vector<LabelLine>& lines,
                           const Rect& block, Align align) {
  float x = block.x;
  if (align == Align::kCenter) x += block.width / 2;
  if (align == Align::kEnd) x += block.width;
  float baseline = block.y + kLineHeight - 3.5f;
  for (const LabelLine& line : lines) {
    TextShape text{{x, baseline}, std::string(line.text), line.paint};
    text.align = align;
    text.bold = line.bold;
    Put(std::move(text));
    baseline += kLineHeight;
  }
}

}  // namespace sextant
