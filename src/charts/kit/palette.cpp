#include "charts/kit/palette.h"

#include <cstddef>

#include "charts/kit/palette_table.h"

namespace sextant {
namespace {

Ink Offset(Ink first, int position, int count) {
  const int step = position < 0 ? 0 : position % count;
  return static_cast<Ink>(static_cast<int>(first) + step);
}

}  // namespace

uint32_t Color(Theme theme, Ink ink) {
  return kColors[static_cast<size_t>(ink)][static_cast<size_t>(theme)];
}

Ink MediumInk(int position) { return Offset(Ink::kMedium0, position, 8); }

Ink QuadrantInk(int quadrant) {
  return Offset(Ink::kQuadrant1, quadrant - 1, 4);
}

}  // namespace sextant
