#include "charts/drawing.h"

#include "charts/utf8.h"

namespace sextant {

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
  const float narrow = bold ? 0.6f : 0.56f;
  float ems = 0;
  for (size_t i = 0; i < text.size();) {
    ems += IsWide(NextCodePoint(text, i)) ? 1 : narrow;
  }
  return ems * FontSize(size);
}

}  // namespace sextant
