// Places texts so that they do not overlap.
#ifndef SEXTANT_CHARTS_KIT_LABEL_LAYOUT_H_
#define SEXTANT_CHARTS_KIT_LABEL_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"

namespace sextant {

// Space between the baselines of two lines of small text.
inline constexpr float kLineHeight = 15;

bool Overlaps(const Rect& a, const Rect& b);
bool Overlaps(const Rect& rect, Point center, float radius);
bool Encloses(const Rect& outer, const Rect& inner);
// Whether the line runs through `rect`.
bool Crosses(const Line& line, const Rect& rect);
std::vector<Point> Corners(const Rect& rect);

// One or more lines that stay together.
struct LabelLine {
  std::string_view text;
  Paint paint;
  bool bold = false;
};

// The lines of `text` that fit into `width`, cut at spaces and between
// ideographs, of about equal length. A single word that is too long is not
// broken. `text` must outlive the result.
std::vector<std::string_view> WrapText(std::string_view text, float width,
                                       TextSize size, MeasureText measure);

// Texts are painted only by Flush, so that a chart can place them before it
// paints the shapes below them.
class LabelLayout {
 public:
  LabelLayout(Drawing& drawing, MeasureText measure);

  Drawing& drawing() { return drawing_; }
  const Drawing& drawing() const { return drawing_; }

  float Width(std::string_view text, TextSize size = TextSize::kSmall,
              bool bold = false) const {
    return measure_(text, size, bold);
  }
  // Width and height of a block of small lines.
  Rect BlockSize(const std::vector<LabelLine>& lines) const;

  // The space that a text takes, from the tallest ascender to the lowest
  // descender.
  Rect Bounds(const TextShape& text) const;

  // Whether `rect` overlaps no text and is not so close to one that the two
  // would read as one.
  bool IsFree(const Rect& rect) const;

  // Whether the line runs through no text.
  bool IsClear(const Line& line) const;

  // Adds the text and reserves its space.
  void Put(TextShape text);
  // Puts the lines into `block`, which was sized by BlockSize.
  void PutBlock(const std::vector<LabelLine>& lines, const Rect& block,
                Align align);

  // Removes every text that touches `rect`, to make room for something more
  // important.
  void Clear(const Rect& rect);

  // Paints the line except where it would run through a text.
  void PaintAround(const Line& line) const;

  // Paints all texts, on top of everything painted before.
  void Flush();

 private:
  Drawing& drawing_;
  MeasureText measure_;
  std::vector<TextShape> texts_;
  std::vector<Rect> taken_;  // one per text
};

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_LABEL_LAYOUT_H_
