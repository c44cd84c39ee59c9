#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/kit/text_clusters.h"

namespace sextant {
namespace {

constexpr std::string_view kEllipsis = "…";

// From this ratio on a pixel is too small for its parts to be seen.
constexpr float kFineRatio = 1.75f;

bool IsDigit(std::string_view cluster) {
  return cluster.size() == 1 && cluster[0] >= '0' && cluster[0] <= '9';
}

}  // namespace

float BaselineOffset(TextSize size) { return FontSize(size) * 0.36f; }

void TextPainter::BeginFrame(float device_pixel_ratio) {
  if (device_pixel_ratio != device_pixel_ratio_) {
    device_pixel_ratio_ = device_pixel_ratio;
    atlas_.Reset();
  }
  atlas_.BeginFrame();
}

// Walks the glyphs from pen position `x` (device pixels) and returns where the
// pen ends.
template <typename Visit>
float TextPainter::ForEachGlyph(std::string_view text, TextSize size, bool bold,
                                float x, Visit visit) {
  const int font_pixels =
      static_cast<int>(std::lround(FontSize(size) * device_pixel_ratio_));
  for (size_t offset = 0; offset < text.size();) {
    const std::string_view cluster = NextCluster(text, offset);
    float pen = x;
    int phase = 0;
    const bool is_digit = IsDigit(cluster);
    if (!is_digit && device_pixel_ratio_ < kFineRatio) {
      phase = static_cast<int>((pen - std::floor(pen)) * GlyphAtlas::kPhases);
    }
    const Glyph& glyph = atlas_.Find(cluster, font_pixels, bold, phase);
    float advance = glyph.extent.advance;
    if (is_digit) {
      // Copied: the reference does not outlive another look-up.
      const Glyph digit = glyph;
      advance = atlas_.DigitAdvance(font_pixels, bold);
      visit(digit, std::round(pen + (advance - digit.extent.advance) / 2));
    } else {
      visit(glyph, phase > 0 || device_pixel_ratio_ < kFineRatio
                       ? std::floor(pen)
                       : std::round(pen));
    }
    x += advance;
  }
  return x;
}

float TextPainter::Width(std::string_view text, TextSize size, bool bold) {
  return ForEachGlyph(text, size, bold, 0, [](const Glyph&, float) {}) /
         device_pixel_ratio_;
}

void TextPainter::Draw(ImDrawList& list, Point baseline, std::string_view text,
                       TextSize size, bool bold, ImU32 color) {
  const float scale = 1 / device_pixel_ratio_;
  const float texel = 1.0f / static_cast<float>(atlas_.size());
  const float pen_y = std::round(baseline.y * device_pixel_ratio_);
  ForEachGlyph(text, size, bold, baseline.x * device_pixel_ratio_,
               [&](const Glyph& glyph, float pen_x) {
                 const GlyphExtent& extent = glyph.extent;
                 if (extent.width == 0) return;
                 const float left = pen_x + extent.left;
                 const float top = pen_y + extent.top;
                 list.PrimReserve(6, 4);
                 list.PrimRectUV(ImVec2(left * scale, top * scale),
                                 ImVec2((left + extent.width) * scale,
                                        (top + extent.height) * scale),
                                 ImVec2(glyph.x * texel, glyph.y * texel),
                                 ImVec2((glyph.x + extent.width) * texel,
                                        (glyph.y + extent.height) * texel),
                                 color);
               });
}

std::string TextPainter::Fit(std::string_view text, TextSize size, bool bold,
                             float width) {
  if (Width(text, size, bold) <= width) return std::string(text);
  const float room = width - Width(kEllipsis, size, bold);
  size_t end = 0;
  for (size_t offset = 0; offset < text.size();) {
    NextCodePoint(text, offset);
    if (Width(text.substr(0, offset), size, bold) > room) break;
    end = offset;
  }
  return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

std::vector<std::string> TextPainter::Wrap(std::string_view text, TextSize size,
                                           bool bold, float width) {
  std::vector<std::string> lines;
  std::string line;
  float line_width = 0;
  for (size_t offset = 0; offset < text.size();) {
    // A cluster and the closing punctuation that sticks to it. Digits and the
    // letters around them ("NT$1,234") stay together, too.
    const size_t start = offset;
    std::string_view cluster = NextCluster(text, offset);
    bool is_space = cluster == " ";
    size_t peek = 0;
    const bool is_wide = IsWide(NextCodePoint(cluster, peek));
    while (!is_space && offset < text.size()) {
      size_t next = offset;
      const std::string_view follower = NextCluster(text, next);
      size_t follower_peek = 0;
      const char32_t code_point = NextCodePoint(follower, follower_peek);
      const bool joins = StaysWithPrevious(code_point) ||
                         (!is_wide && follower != " " && !IsWide(code_point));
      if (!joins) break;
      offset = next;
    }
    const std::string_view piece = text.substr(start, offset - start);
    const float piece_width = Width(piece, size, bold);
    if (line_width + piece_width > width && !line.empty()) {
      while (!line.empty() && line.back() == ' ') line.pop_back();
      lines.push_back(std::move(line));
      line.clear();
      line_width = 0;
      if (is_space) continue;
    }
    line += piece;
    line_width += piece_width;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace sextant
