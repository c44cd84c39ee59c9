// One texture with every piece of text on screen, filled on demand with the
// browser's fonts. GlyphAtlas decides the places, a GlyphRasterizer draws.
#ifndef SEXTANT_PLATFORM_GLYPH_ATLAS_H_
#define SEXTANT_PLATFORM_GLYPH_ATLAS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "platform/text_cache.h"

namespace sextant {

// Lengths in device pixels. `left` and `top` are the offset of the inked box's
// corner from the pen on the baseline.
struct GlyphExtent {
  float advance = 0;
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
};

class GlyphRasterizer {
 public:
  virtual ~GlyphRasterizer() = default;
  virtual GlyphExtent Measure(std::string_view text, int font_pixels,
                              bool bold) = 0;
  // Draws so that the inked box's corner is at (x, y) of the atlas; `shift`
  // (0 ≤ shift < 1) moves the ink right by a part of a pixel.
  virtual void Draw(std::string_view text, int font_pixels, bool bold,
                    const GlyphExtent& extent, int x, int y, float shift) = 0;
  // Clears the atlas and makes it `size` pixels wide and high; its first 4 × 4
  // pixels are white.
  virtual void Reset(int size) = 0;
};

struct Glyph {
  GlyphExtent extent;
  // Place in the atlas in pixels; nothing to paint when extent.width is 0.
  int x = 0;
  int y = 0;
};

class GlyphAtlas {
 public:
  static constexpr int kMinimumSize = 1024;
  static constexpr int kMaximumSize = 4096;

  explicit GlyphAtlas(GlyphRasterizer& rasterizer) : rasterizer_(rasterizer) {}

  // Call before the first Find of a frame. Clears the atlas if the last frame
  // ran out of room, and doubles its size if allowed.
  void BeginFrame();

  // Removes every glyph, for other fonts or another device.
  void Reset();

  // Steps of sub-pixel placement: a piece of text that starts at a fraction of
  // a pixel gets its own raster where pixels are large enough to see it.
  static constexpr int kPhases = 4;

  // The piece of text at a font size; `phase` in 0..kPhases−1. Never fails:
  // without room it comes back with its advance but nothing to paint, and the
  // next BeginFrame makes room. The reference is valid for this generation(); a
  // glyph without room changes its advance with the next such glyph.
  const Glyph& Find(std::string_view text, int font_pixels, bool bold,
                    int phase);

  // The advance shared by all ten digits, so that numbers do not jitter.
  float DigitAdvance(int font_pixels, bool bold);

  int size() const { return size_; }
  // Increases whenever the atlas is cleared.
  uint32_t generation() const { return generation_; }
  // True when this frame could not paint everything and another one could.
  bool overflowed() const { return overflowed_ && !is_largest_; }

 private:
  bool Place(int width, int height, int* x, int* y);

  GlyphRasterizer& rasterizer_;
  struct Slot {
    Glyph glyph;
    bool is_placed = false;
  };
  TextCache<Slot> glyphs_;
  struct WidestDigit {
    int font_pixels;
    bool bold;
    float advance;
  };
  std::vector<WidestDigit> digit_advances_;  // of few fonts
  Glyph unplaced_;
  uint32_t generation_ = 0;
  int size_ = 0;
  int shelf_x_ = 0;
  int shelf_y_ = 0;
  int shelf_height_ = 0;
  bool overflowed_ = false;
  bool is_largest_ = false;  // began empty and with the largest size
};

}  // namespace sextant

#endif  // SEXTANT_PLATFORM_GLYPH_ATLAS_H_
