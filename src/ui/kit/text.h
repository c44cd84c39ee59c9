// Text on an ImDrawList, with the browser's fonts at device resolution.
#ifndef SEXTANT_UI_KIT_TEXT_H_
#define SEXTANT_UI_KIT_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"
#include "imgui.h"
#include "platform/glyph_atlas.h"
#include "platform/text_cache.h"

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

  // Lines no wider than `width`: broken at spaces and between ideographs. The
  // reference lasts for this frame.
  const std::vector<std::string>& Wrap(std::string_view text, TextSize size,
                                       bool bold, float width);

 private:
  // A glyph of a text. Texts are cut into pieces once, not in every frame.
  struct Piece {
    size_t begin = 0;  // in the text
    size_t length = 0;
    float advance = 0;  // device pixels
    float indent = 0;   // of a digit, which is centred in its advance
    bool is_digit = false;
    const Glyph* phases[GlyphAtlas::kPhases] =
        {};  // nullptr: not looked up yet
  };
  struct Run {
    std::vector<Piece> pieces;
    float width = 0;  // device pixels
    bool is_cut = false;
  };
  Run& RunOf(std::string_view text, TextSize size, bool bold);
  void Cut(std::string_view text, int font_pixels, bool bold, Run& run);
  int FontPixels(TextSize size) const;
  // False where pixels are so small that fractions of them are invisible.
  bool has_phases() const;
  std::vector<std::string> BreakLines(std::string_view text, TextSize size,
                                      bool bold, float width);

  GlyphAtlas atlas_;
  float device_pixel_ratio_ = 1;
  uint32_t generation_ = 0;  // of the atlas that the runs point into
  TextCache<Run> runs_;
  TextCache<std::vector<std::string>> paragraphs_;
};

// Distance from the middle of a line to its baseline, in points, downwards.
float BaselineOffset(TextSize size);

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TEXT_H_
