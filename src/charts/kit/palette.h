// The colours of the canvas and the SVG, from src/tables/palette.json. The
// style sheets of the page take theirs from the same file.
#ifndef SEXTANT_CHARTS_KIT_PALETTE_H_
#define SEXTANT_CHARTS_KIT_PALETTE_H_

#include <cstdint>

#include "charts/kit/ink.h"
#include "engine/model/scenario.h"

namespace sextant {

// The last two are for readers who ask for more contrast.
enum class Theme { kLight, kDark, kLightContrast, kDarkContrast };

constexpr Theme ThemeOf(bool dark, bool contrast) {
  return static_cast<Theme>((dark ? 1 : 0) + (contrast ? 2 : 0));
}

// 0xRRGGBB.
uint32_t Color(Theme theme, Ink ink);

// The hue 0..7 of the medium at a position. It belongs to the medium's id, so
// that it stays when another one is removed.
int MediumHue(const Scenario& scenario, int medium);
Ink MediumInk(const Scenario& scenario, int medium);

// The hue of a quadrant's chip and words (1..4).
Ink QuadrantInk(int quadrant);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_PALETTE_H_
