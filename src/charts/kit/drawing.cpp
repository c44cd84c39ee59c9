#include "charts/kit/drawing.h"

#include "base/utf8.h"

namespace sextant {
namespace {

// Between Arial and DejaVu Sans, estimated on the wide side.
float EstimateEms(char32_t code_point) {
  if (IsWide(code_point)) return 1;
  if (code_point == 0xB7) return 0.36f;  // the middle dot
  if (code_point >= 0x80) return 0.9f;   // arrows, dashes, ×
  const char letter = static_cast<char>(code_point);
  constexpr std::string_view kNarrow = " !'(),.:;|IJfijlrt[]";
  constexpr std::string_view kBroad = "%@MWmw";
  if (kNarrow.find(letter) != std::string_view::npos) return 0.37f;
  if (kBroad.find(letter) != std::string_view::npos) return 0.92f;
  const bool is_lower = letter >= 'a' && letter <= 'z';
  return is_lower ? 0.58f : 0.64f;
}

}  // namespace

float FontSize(TextSize size) {
  switch (size) {
    case TextSize::kSmall:
      return 12;
    case TextSize::kBody:
      return 14;
    case TextSize::kHeading:
      return 22;
  }
  return 12;
}

float EstimateTextWidth(std::string_view text, TextSize size, bool bold) {
  float ems = 0;
  for (size_t i = 0; i < text.size();) {
    ems += EstimateEms(NextCodePoint(text, i));
  }
  return ems * FontSize(size) * (bold ? 1.07f : 1);
}

}  // namespace sextant
