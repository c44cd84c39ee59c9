#include "ui/kit/text.h"

#include <algorithm>
#include <cmath>

#include "base/double_bits.h"
#include "base/line_break.h"
#include "base/utf8.h"
#include "ui/kit/text_clusters.h"

namespace sextant {
namespace {

constexpr std::string_view kEllipsis = "…";

// From this ratio on, fractions of a pixel are invisible.
constexpr float kFineRatio = 1.75f;

// A limit, because texts that change during a drag would fill the memory.
constexpr size_t kMostTexts = 4096;

bool IsDigit(std::string_view cluster) {
  return cluster.size() == 1 && cluster[0] >= '0' && cluster[0] <= '9';
}

uint64_t FontSeed(TextSize size, bool bold) {
  return static_cast<uint64_t>(size) * 2 + (bold ? 1 : 0);
}

}  // namespace

float BaselineOffset(TextSize size) { return FontSize(size) * 0.36f; }

void TextPainter::BeginFrame(float device_pixel_ratio) {
  if (device_pixel_ratio != device_pixel_ratio_) {
    device_pixel_ratio_ = device_pixel_ratio;
    atlas_.Reset();
  }
  atlas_.BeginFrame();
  if (atlas_.generation() != generation_ ||
      runs_.size() + paragraphs_.size() > kMostTexts) {
    generation_ = atlas_.generation();
    runs_.Clear();
    paragraphs_.Clear();
  }
}

int TextPainter::FontPixels(TextSize size) const {
  return static_cast<int>(std::lround(FontSize(size) * device_pixel_ratio_));
}

bool TextPainter::has_phases() const {
  return device_pixel_ratio_ < kFineRatio;
}

TextPainter::Run& TextPainter::RunOf(std::string_view text, TextSize size,
                                     bool bold) {
  Run& run = runs_.At(text, FontSeed(size, bold));
  if (!run.is_cut) Cut(text, FontPixels(size), bold, run);
  return run;
}

void TextPainter::Cut(std::string_view text, int font_pixels, bool bold,
                      Run& run) {
  run.is_cut = true;
  for (size_t offset = 0; offset < text.size();) {
    Piece piece;
    piece.begin = offset;
    const std::string_view cluster = NextCluster(text, offset);
    piece.length = cluster.size();
    piece.is_digit = IsDigit(cluster);
    // Every phase has the same advance.
    const Glyph& glyph = atlas_.Find(cluster, font_pixels, bold, 0);
    piece.advance = glyph.extent.advance;
    piece.phases[0] = &glyph;
    if (piece.is_digit) {
      piece.advance = atlas_.DigitAdvance(font_pixels, bold);
      piece.indent = (piece.advance - glyph.extent.advance) / 2;
    }
    run.width += piece.advance;
    run.pieces.push_back(piece);
  }
}

float TextPainter::Width(std::string_view text, TextSize size, bool bold) {
  return RunOf(text, size, bold).width / device_pixel_ratio_;
}

void TextPainter::Draw(ImDrawList& list, Point baseline, std::string_view text,
                       TextSize size, bool bold, ImU32 color) {
  const float scale = 1 / device_pixel_ratio_;
  const float texel = 1.0f / static_cast<float>(atlas_.size());
  const float pen_y = std::round(baseline.y * device_pixel_ratio_);
  float pen = baseline.x * device_pixel_ratio_;
  std::vector<Piece>& pieces = RunOf(text, size, bold).pieces;
  int unpainted = static_cast<int>(pieces.size());
  list.PrimReserve(6 * unpainted, 4 * unpainted);
  for (Piece& piece : pieces) {
    const bool has_phase = has_phases() && !piece.is_digit;
    const int phase =
        has_phase
            ? static_cast<int>((pen - std::floor(pen)) * GlyphAtlas::kPhases)
            : 0;
    const Glyph*& glyph = piece.phases[phase];
    if (glyph == nullptr) {
      glyph = &atlas_.Find(text.substr(piece.begin, piece.length),
                           FontPixels(size), bold, phase);
    }
    const float pen_x =
        has_phase ? std::floor(pen) : std::round(pen + piece.indent);
    pen += piece.advance;
    const GlyphExtent& extent = glyph->extent;
    if (extent.width == 0) continue;
    const float left = pen_x + extent.left;
    const float top = pen_y + extent.top;
    --unpainted;
    list.PrimRectUV(
        ImVec2(left * scale, top * scale),
        ImVec2((left + extent.width) * scale, (top + extent.height) * scale),
        ImVec2(glyph->x * texel, glyph->y * texel),
        ImVec2((glyph->x + extent.width) * texel,
               (glyph->y + extent.height) * texel),
        color);
  }
  list.PrimUnreserve(6 * unpainted, 4 * unpainted);
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

const std::vector<std::string>& TextPainter::Wrap(std::string_view text,
                                                  TextSize size, bool bold,
                                                  float width) {
  const uint64_t seed = FontSeed(size, bold) << 32 | BitsOf(width);
  std::vector<std::string>& lines = paragraphs_.At(text, seed);
  if (lines.empty()) lines = BreakLines(text, size, bold, width);
  return lines;
}

std::vector<std::string> TextPainter::BreakLines(std::string_view text,
                                                 TextSize size, bool bold,
                                                 float width) {
  // The sum of the parts may differ from the whole in its last bits.
  constexpr float kSlack = 1.0f / 64;
  std::vector<std::string> lines;
  size_t start = 0;
  float line_width = 0;
  for (size_t end = 0; end < text.size();) {
    const size_t next = NextBreak(text, end);
    const std::string_view unit = text.substr(end, next - end);
    const float unit_width = Width(unit, size, bold);
    if (end > start && line_width + unit_width > width - kSlack) {
      lines.emplace_back(text.substr(start, end - start));
      start = next - TrimStart(unit).size();
      line_width = Width(TrimStart(unit), size, bold);
    } else {
      line_width += unit_width;
    }
    end = next;
  }
  if (start < text.size()) lines.emplace_back(text.substr(start));
  return lines;
}

}  // namespace sextant
