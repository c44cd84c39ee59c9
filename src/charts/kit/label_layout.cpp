#include "charts/kit/label_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/insertion_sort.h"
#include "base/line_break.h"

namespace sextant {
namespace {

// Relative to the font size: extent above and below the baseline, including
// ideographs.
constexpr float kAscent = 0.86f;
constexpr float kDescent = 0.2f;

bool EndsWithPause(std::string_view text) {
  for (std::string_view pause : {",", "\uFF0C", "\uFF1B", "\u3002"}) {
    if (text.ends_with(pause)) return true;
  }
  return false;
}

bool BreaksAtPauses(const std::vector<std::string_view>& lines) {
  return std::all_of(lines.begin(), lines.end() - 1, EndsWithPause);
}

std::vector<std::string_view> Greedy(std::string_view text, float width,
                                     TextSize size, MeasureText measure) {
  std::vector<std::string_view> lines;
  size_t start = 0;
  size_t end = 0;
  size_t pause = 0;  // the last end after punctuation
  while (end < text.size()) {
    const size_t next = NextBreak(text, end);
    const std::string_view longer = TrimStart(text.substr(start, next - start));
    if (end > start && measure(longer, size, false) > width) {
      // A line that ends after a comma is easier to read than a full one.
      constexpr float kFullEnough = 0.55f;
      const std::string_view until_pause =
          text.substr(start, pause > start ? pause - start : 0);
      const bool at_pause =
          measure(until_pause, size, false) > kFullEnough * width;
      const size_t cut = at_pause ? pause : end;
      lines.push_back(TrimStart(text.substr(start, cut - start)));
      start = cut;
    }
    end = next;
    if (EndsWithPause(text.substr(0, end))) pause = end;
  }
  if (end > start) lines.push_back(TrimStart(text.substr(start)));
  return lines;
}

// A part of a line, from 0 at its start to 1 at its end; empty when
// begin >= end.
struct Interval {
  float begin = 0;
  float end = 1;

  // Keeps the part between two parallel edges. The line starts at `position`
  // and goes `change` across them.
  void Clip(float position, float change, float low, float high) {
    if (change == 0) {
      if (position < low || position > high) end = begin;
      return;
    }
    const float first = (low - position) / change;
    const float second = (high - position) / change;
    begin = std::max(begin, std::min(first, second));
    end = std::min(end, std::max(first, second));
  }
};

Interval InsideRect(const Line& line, const Rect& rect) {
  Interval inside;
  inside.Clip(line.from.x, line.to.x - line.from.x, rect.x, rect.right());
  inside.Clip(line.from.y, line.to.y - line.from.y, rect.y, rect.bottom());
  return inside;
}

Line Part(const Line& line, float begin, float end) {
  const float x = line.to.x - line.from.x;
  const float y = line.to.y - line.from.y;
  Line part = line;
  part.from = {line.from.x + x * begin, line.from.y + y * begin};
  part.to = {line.from.x + x * end, line.from.y + y * end};
  return part;
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

bool Crosses(const Line& line, const Rect& rect) {
  const Interval inside = InsideRect(line, rect);
  return inside.begin < inside.end;
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
  // Lines of equal length look better than full lines and a short last one.
  // Lines that end where a reader pauses look even better.
  std::vector<std::string_view> best;
  float even = whole / static_cast<float>(lines.size());
  for (; even < width; even *= 1.1f) {
    std::vector<std::string_view> candidate = Greedy(text, even, size, measure);
    if (candidate.size() > lines.size()) continue;
    if (BreaksAtPauses(candidate)) return candidate;
    if (best.empty()) best = std::move(candidate);
  }
  return best.empty() ? lines : best;
}

LabelLayout::LabelLayout(Drawing& drawing, MeasureText measure)
    : drawing_(drawing), measure_(measure) {
  texts_.reserve(48);
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
  constexpr float kSpace = 4;
  const Rect wider = {rect.x - kSpace, rect.y - 1, rect.width + 2 * kSpace,
                      rect.height + 2};
  return std::none_of(taken_.begin(), taken_.end(), [&](const Rect& other) {
    return Overlaps(wider, other);
  });
}

bool LabelLayout::IsClear(const Line& line) const {
  return std::none_of(taken_.begin(), taken_.end(),
                      [&](const Rect& other) { return Crosses(line, other); });
}

void LabelLayout::Put(TextShape text) {
  taken_.push_back(Bounds(text));
  texts_.push_back(std::move(text));
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

void LabelLayout::Clear(const Rect& rect) {
  for (size_t i = taken_.size(); i-- > 0;) {
    if (!Overlaps(rect, taken_[i])) continue;
    taken_.erase(taken_.begin() + static_cast<std::ptrdiff_t>(i));
    texts_.erase(texts_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void LabelLayout::PaintAround(const Line& line) const {
  std::vector<Interval> gaps;
  for (const Rect& rect : taken_) {
    constexpr float kSpace = 3;
    const Interval inside =
        InsideRect(line, {rect.x - kSpace, rect.y - 2, rect.width + 2 * kSpace,
                          rect.height + 4});
    if (inside.begin < inside.end) gaps.push_back(inside);
  }
  InsertionSort(gaps, [](const Interval& a, const Interval& b) {
    return a.begin < b.begin;
  });
  float begin = 0;
  for (const Interval& gap : gaps) {
    if (gap.begin > begin)
      drawing_.shapes.push_back(Part(line, begin, gap.begin));
    begin = std::max(begin, gap.end);
  }
  if (begin < 1) drawing_.shapes.push_back(Part(line, begin, 1));
}

void LabelLayout::Flush() {
  for (TextShape& text : texts_) drawing_.shapes.push_back(std::move(text));
  texts_.clear();
  taken_.clear();
}

}  // namespace sextant
