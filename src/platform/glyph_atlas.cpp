#include "platform/glyph_atlas.h"

#include <algorithm>

namespace sextant {
namespace {

// The white corner for shapes, and the margin that keeps glyphs from bleeding
// into each other.
constexpr int kWhiteCorner = 6;
constexpr int kGlyphMargin = 1;

}  // namespace

void GlyphAtlas::BeginFrame() {
  is_largest_ = false;
  if (size_ == 0) {
    size_ = kMinimumSize;
    Reset();
  } else if (overflowed_) {
    is_largest_ = size_ == kMaximumSize;
    size_ = std::min(size_ * 2, kMaximumSize);
    Reset();
  }
}

void GlyphAtlas::Reset() {
  if (size_ == 0) return;  // BeginFrame starts it
  ++generation_;
  glyphs_.Clear();
  digit_advances_.clear();
  shelf_x_ = kWhiteCorner;
  shelf_y_ = 0;
  shelf_height_ = kWhiteCorner;
  overflowed_ = false;
  rasterizer_.Reset(size_);
}

bool GlyphAtlas::Place(int width, int height, int* x, int* y) {
  if (shelf_x_ + width + kGlyphMargin > size_) {
    shelf_y_ += shelf_height_ + kGlyphMargin;
    shelf_x_ = 0;
    shelf_height_ = 0;
  }
  if (width > size_ || shelf_y_ + height > size_) return false;
  *x = shelf_x_;
  *y = shelf_y_;
  shelf_x_ += width + kGlyphMargin;
  shelf_height_ = std::max(shelf_height_, height);
  return true;
}

const Glyph& GlyphAtlas::Find(std::string_view text, int font_pixels, bool bold,
                              int phase) {
  const auto seed = static_cast<uint64_t>((font_pixels * kPhases + phase) * 2 +
                                          (bold ? 1 : 0));
  Slot& slot = glyphs_.At(text, seed);
  if (slot.is_placed) return slot.glyph;

  Glyph glyph;
  glyph.extent = rasterizer_.Measure(text, font_pixels, bold);
  // The phase may shift ink by one pixel.
  if (glyph.extent.width > 0 && phase > 0) ++glyph.extent.width;
  if (glyph.extent.width > 0) {
    if (!Place(glyph.extent.width, glyph.extent.height, &glyph.x, &glyph.y)) {
      overflowed_ = true;
      unplaced_ = Glyph{};
      unplaced_.extent.advance = glyph.extent.advance;
      return unplaced_;
    }
    rasterizer_.Draw(text, font_pixels, bold, glyph.extent, glyph.x, glyph.y,
                     static_cast<float>(phase) / kPhases);
  }
  slot = {glyph, true};
  return slot.glyph;
}

float GlyphAtlas::DigitAdvance(int font_pixels, bool bold) {
  for (const WidestDigit& known : digit_advances_) {
    if (known.font_pixels == font_pixels && known.bold == bold) {
      return known.advance;
    }
  }
  float widest = 0;
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string_view text(&digit, 1);
    widest =
        std::max(widest, rasterizer_.Measure(text, font_pixels, bold).advance);
  }
  digit_advances_.push_back({font_pixels, bold, widest});
  return widest;
}

}  // namespace sextant
