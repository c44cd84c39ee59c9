#include "charts/palette.h"

#include <array>
#include <cstddef>

namespace sextant {
namespace {

struct Pair {
  uint32_t light;
  uint32_t dark;
};

// In the order of Ink. Every hue that carries meaning reaches 4.5:1 against
// kSurface, more than graphics need, so that a name can be written in its hue
// and kSurface can be written on it.
constexpr std::array<Pair, static_cast<size_t>(Ink::kCount)> kColors = {{
    {0xF6F7F9, 0x0F141A},  // kBackground
    {0xFFFFFF, 0x171E26},  // kSurface
    {0xFFFFFF, 0x222B35},  // kSurfaceRaised
    {0xE3E7EC, 0x2B3540},  // kHairline
    {0x828C99, 0x6B7786},  // kControl
    {0x17202B, 0xEDF1F5},  // kText
    {0x5A6675, 0xA3AFBC},  // kTextMuted
    {0x0B63CE, 0x5AA9F5},  // kAccent
    {0xFFFFFF, 0x0B1520},  // kOnAccent
    {0x0A7350, 0x4CC79A},  // kPositive
    {0xB4232F, 0xFF8A8A},  // kNegative
    {0x0F7355, 0x53C79E},  // kQuadrant1: green, go
    {0x4A55B5, 0x9DA8F5},  // kQuadrant2: indigo, contested
    {0xB02A45, 0xFF8FA3},  // kQuadrant3: crimson, stop
    {0x8A5A00, 0xE0B04C},  // kQuadrant4: amber, beware
    // The hues of Okabe and Ito, darkened or lightened until they can be read.
    {0x0069A8, 0x56ABE6},  // kMedium0: blue
    {0xB25900, 0xEFA23B},  // kMedium1: orange
    {0x007A5C, 0x35BF95},  // kMedium2: bluish green
    {0xA4477F, 0xDE8FC0},  // kMedium3: reddish purple
    {0x0B7C97, 0x8CD3F0},  // kMedium4: sky
    {0xC53F1B, 0xF4855C},  // kMedium5: vermillion
    {0x7A6A00, 0xD6C455},  // kMedium6: yellow-brown
    {0x5F6977, 0x9DA7B3},  // kMedium7: grey
}};

Ink Offset(Ink first, int position, int count) {
  const int step = position < 0 ? 0 : position % count;
  return static_cast<Ink>(static_cast<int>(first) + step);
}

}  // namespace

uint32_t Color(Theme theme, Ink ink) {
  const Pair& pair = kColors[static_cast<size_t>(ink)];
  return theme == Theme::kLight ? pair.light : pair.dark;
}

Ink MediumInk(int position) { return Offset(Ink::kMedium0, position, 8); }

Ink QuadrantInk(int quadrant) {
  return Offset(Ink::kQuadrant1, quadrant - 1, 4);
}

}  // namespace sextant
