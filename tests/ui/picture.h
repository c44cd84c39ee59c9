// Reads a painted frame: texts and their places, from the glyphs in its quads,
// and the places of shapes by their colour.
#ifndef SEXTANT_TESTS_UI_PICTURE_H_
#define SEXTANT_TESTS_UI_PICTURE_H_

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "ui/page.h"

namespace sextant {

// Adjacent glyphs on one line, without the spaces between them.
struct PaintedText {
  std::string text;
  Rect rect;  // view coordinates
};

// One corner of a shape, or one glyph.
struct PaintedPoint {
  Point point;
  ImU32 color;
  std::string glyph;
  bool operator==(const PaintedPoint&) const = default;
};

class Picture {
 public:
  explicit Picture(Page& page) {
    for (const BoxRasterizer::Box& box : page.rasterizer.boxes) {
      glyphs_[{box.x, box.y}] = &box.text;
    }
    const ImDrawData* data = page.app.draw_data();
    const auto size = static_cast<float>(page.rasterizer.size);
    for (int i = 0; i < data->CmdListsCount; ++i) {
      Read(data->CmdLists[i]->VtxBuffer, size);
    }
  }

  // In the order of painting.
  const std::vector<PaintedPoint>& points() const { return points_; }
  const std::vector<PaintedText>& texts() const { return texts_; }

  // All text inside `rect`, line by line.
  std::string TextIn(Rect rect) const {
    std::string result;
    for (const PaintedText& text : texts_) {
      if (Contains(rect, text.rect)) result += text.text + "\n";
    }
    return result;
  }

  // The middle of what is painted in this colour; nullopt if there is nothing.
  std::optional<Point> MiddleOf(ImU32 color) const {
    std::vector<Point> found;
    for (const PaintedPoint& painted : points_) {
      if (painted.color == color && painted.glyph.empty()) {
        found.push_back(painted.point);
      }
    }
    if (found.empty()) return std::nullopt;
    Point low = found.front();
    Point high = low;
    for (const Point p : found) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return Point{(low.x + high.x) / 2, (low.y + high.y) / 2};
  }

 private:
  // The four corners of a glyph have different places in the texture; shapes
  // are painted with its white corner.
  void Read(const ImVector<ImDrawVert>& corners, float texture_size) {
    for (int i = 0; i < corners.Size; ++i) {
      const ImDrawVert& corner = corners[i];
      const int x = static_cast<int>(std::lround(corner.uv.x * texture_size));
      const int y = static_cast<int>(std::lround(corner.uv.y * texture_size));
      const Point at = {corner.pos.x, corner.pos.y};
      if (x < 4 && y < 4) {
        points_.push_back({at, corner.col, ""});
        continue;
      }
      const auto glyph = glyphs_.find({x, y});
      const std::string text = glyph == glyphs_.end() ? "?" : *glyph->second;
      points_.push_back({at, corner.col, text});
      const ImVec2 end = corners[i + 2].pos;
      AddGlyph(text, {at.x, at.y, end.x - at.x, end.y - at.y});
      i += 3;
    }
  }

  void AddGlyph(const std::string& text, Rect rect) {
    if (!texts_.empty()) {
      PaintedText& last = texts_.back();
      const float gap = rect.x - last.rect.right();
      if (rect.y == last.rect.y && gap > -2 && gap < rect.height) {
        last.text += text;
        last.rect.width = rect.right() - last.rect.x;
        return;
      }
    }
    texts_.push_back({text, rect});
  }

  std::map<std::pair<int, int>, const std::string*> glyphs_;
  std::vector<PaintedPoint> points_;
  std::vector<PaintedText> texts_;
};

inline std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace sextant

#endif  // SEXTANT_TESTS_UI_PICTURE_H_
