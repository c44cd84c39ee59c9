// Draws boxes instead of glyphs: real glyphs come from the browser's fonts, and
// these tests need none.
#ifndef SEXTANT_TESTS_PLATFORM_BOX_RASTERIZER_H_
#define SEXTANT_TESTS_PLATFORM_BOX_RASTERIZER_H_

#include <string>
#include <string_view>
#include <vector>

#include "platform/glyph_atlas.h"

namespace sextant {

class BoxRasterizer : public GlyphRasterizer {
 public:
  struct Box {
    std::string text;
    int x, y, width, height;
  };

  GlyphExtent Measure(std::string_view text, int font_pixels, bool) override {
    float width = 0;
    for (const char c : text) {
      // A character of three UTF-8 bytes is one em wide, like an ideograph.
      const bool ascii = static_cast<unsigned char>(c) < 0x80;
      width += static_cast<float>(font_pixels) * (!ascii     ? 0.334f
                                                  : c == '1' ? 0.4f
                                                             : 0.55f);
    }
    GlyphExtent extent;
    extent.advance = width;
    extent.top = -font_pixels;
    extent.width = text == " " ? 0 : static_cast<int>(width) + 1;
    extent.height = font_pixels;
    return extent;
  }

  void Draw(std::string_view text, int, bool, const GlyphExtent& extent, int x,
            int y, float) override {
    boxes.push_back({std::string(text), x, y, extent.width, extent.height});
  }

  void Reset(int new_size) override {
    boxes.clear();
    size = new_size;
    ++resets;
  }

  std::vector<Box> boxes;
  int size = 0;
  int resets = 0;
};

}  // namespace sextant

#endif  // SEXTANT_TESTS_PLATFORM_BOX_RASTERIZER_H_
