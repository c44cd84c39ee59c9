// The colours of Sextant, for the canvas and the SVG. They are those of
// src/tables/palette.json, which the page has, too.
#ifndef SEXTANT_CHARTS_KIT_PALETTE_H_
#define SEXTANT_CHARTS_KIT_PALETTE_H_

#include <cstdint>

#include "charts/kit/ink.h"

namespace sextant {

// Each in two strengths; the second is for readers who ask for more contrast.
enum class Theme { kLight, kDark, kLightContrast, kDarkContrast };

constexpr Theme ThemeOf(bool dark, bool contrast) {
  return static_cast<Theme>((dark ? 1 : 0) + (contrast ? 2 : 0));
}

// 0xRRGGBB.
uint32_t Color(Theme theme, Ink ink);

// The hue of the medium at `position` (0..7).
Ink MediumInk(int position);

// The hue of a quadrant's chip and words (1..4).
Ink QuadrantInk(int quadrant);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_PALETTE_H_
