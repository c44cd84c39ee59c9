// The colours of Sextant, once, for the canvas, the SVG and the page.
#ifndef SEXTANT_CHARTS_KIT_PALETTE_H_
#define SEXTANT_CHARTS_KIT_PALETTE_H_

#include <cstdint>

namespace sextant {

// Each in two strengths; the second is for readers who ask for more contrast.
enum class Theme { kLight, kDark, kLightContrast, kDarkContrast };

constexpr Theme ThemeOf(bool dark, bool contrast) {
  return static_cast<Theme>((dark ? 1 : 0) + (contrast ? 2 : 0));
}

// What a colour is for. Text on kSurface and kBackground has a contrast of at
// least 4.5:1, graphics at least 3:1; with more contrast 7:1 and 4.5:1
// (tests/charts checks).
enum class Ink : uint8_t {
  kBackground,     // the page
  kSurface,        // a card
  kSurfaceRaised,  // a menu, the thumb of a slider
  kHairline,       // borders and grid; decoration, unless contrast is asked for
  kControl,        // outline of a control, the empty track of a slider
  kText,
  kTextMuted,
  kAccent,     // focus ring, primary button
  kOnAccent,   // text on kAccent
  kPositive,   // better than the baseline
  kNegative,   // worse than the baseline, errors
  kQuadrant1,  // tints behind the four quadrants
  kQuadrant2,
  kQuadrant3,
  kQuadrant4,
  kMedium0,  // one hue per medium, kMedium0 + position
  kMedium1,
  kMedium2,
  kMedium3,
  kMedium4,
  kMedium5,
  kMedium6,
  kMedium7,
  kCount,
};

// 0xRRGGBB.
uint32_t Color(Theme theme, Ink ink);

// The hue of the medium at `position` (0..7).
Ink MediumInk(int position);

// The hue of a quadrant's chip and words (1..4).
Ink QuadrantInk(int quadrant);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_PALETTE_H_
