// Text on an ImDrawList, with the browser's fonts at device resolution.
#ifndef SEXTANT_UI_KIT_TEXT_H_
#define SEXTANT_UI_KIT_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"
#include "imgui.h"
#include "platform/glyph_atlas.h"

namespace sextant {

class TextPainter {
 public:
  explicit TextPainter(GlyphRasterizer& rasterizer) : atlas_(rasterizer) {}

  void BeginFrame(float device_pixel_ratio);
  const GlyphAtlas& atlas() const { return atlas_; }

  // Width in points.
  float Width(std::string_view text, TextSize size, bool bold);

  // `baseline` is the pen's start.
  void Draw(ImDrawList& list, Point baseline, std::string_view text,
            TextSize size, bool bold, ImU32 color);

  // The longest beginning that fits, with "…" when something is cut.
  std::string Fit(std::string_view text, TextSize size, bool bold, float width);

  // Lines no wider than `width`: broken at spaces and between ideographs.
  std::vector<std::string> Wrap(std::string_view text, TextSize size, bool bold,
                                float width);

 private:
  struct Pen {
    float x;  // device pixels
    int font_pixels;
  };
  template <typename Visit>
  float ForEachGlyph(std::string_view text, TextSize size, bool bold, float x,
                     Visit visit);

  GlyphAtlas atlas_;
  float device_pixel_ratio_ = 1;
};

// Distance from the middle of a line to its baseline, in points.
float BaselineOffset(TextSize size);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TEXT_H_
