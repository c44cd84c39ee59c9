#include "charts/kit/palette.h"

#include <array>
#include <cstddef>

namespace sextant {
namespace {

struct Pair {
  uint32_t light;
  uint32_t dark;
};

struct Colors {
  Pair usual;
  Pair contrast;
};

// In the order of Ink. Every hue that carries meaning reaches 4.5:1 against
// kSurface, more than graphics need, so that a name can be written in its hue
// and kSurface can be written on it. With contrast that is 7:1.
constexpr std::array<Colors, static_cast<size_t>(Ink::kCount)> kColors = {{
    {{0xF6F7F9, 0x0F141A},  // kBackground
     {0xF6F7F9, 0x0F141A}},
    {{0xFFFFFF, 0x171E26},  // kSurface
     {0xFFFFFF, 0x171E26}},
    {{0xFFFFFF, 0x222B35},  // kSurfaceRaised
     {0xFFFFFF, 0x222B35}},
    {{0xE3E7EC, 0x2B3540},  // kHairline
     {0x515458, 0x95A1AE}},
    {{0x828C99, 0x6B7786},  // kControl
     {0x343D48, 0xABB8C8}},
    {{0x17202B, 0xEDF1F5},  // kText
     {0x17202B, 0xEDF1F5}},
    {{0x5A6675, 0xA3AFBC},  // kTextMuted
     {0x3F4B59, 0xB5C2CF}},
    {{0x0B63CE, 0x5AA9F5},  // kAccent
     {0x0050AE, 0x77BBFF}},
    {{0xFFFFFF, 0x0B1520},  // kOnAccent
     {0xFFFFFF, 0x0B1520}},
    {{0x0A7350, 0x4CC79A},  // kPositive
     {0x016042, 0x50CB9D}},
    {{0xB4232F, 0xFF8A8A},  // kNegative
     {0xA81225, 0xFE9B99}},
    {{0x0F7355, 0x53C79E},  // kQuadrant1: green, go
     {0x01553D, 0x62D5AB}},
    {{0x4A55B5, 0x9DA8F5},  // kQuadrant2: indigo, contested
     {0x39409E, 0xB3BEFE}},
    {{0xB02A45, 0xFF8FA3},  // kQuadrant3: crimson, stop
     {0x940130, 0xFFA8B6}},
    {{0x8A5A00, 0xE0B04C},  // kQuadrant4: amber, beware
     {0x694300, 0xE9B955}},
    // The hues of Okabe and Ito, darkened or lightened until they can be read.
    {{0x0069A8, 0x56ABE6},  // kMedium0: blue
     {0x02588E, 0x5BB0EB}},
    {{0xB25900, 0xEFA23B},  // kMedium1: orange
     {0x864203, 0xEFA23B}},
    {{0x007A5C, 0x35BF95},  // kMedium2: bluish green
     {0x026048, 0x35BF95}},
    {{0xA4477F, 0xDE8FC0},  // kMedium3: reddish purple
     {0x8D326A, 0xDF90C1}},
    {{0x0B7C97, 0x8CD3F0},  // kMedium4: sky
     {0x045C72, 0x8CD3F0}},
    {{0xC53F1B, 0xF4855C},  // kMedium5: vermillion
     {0xA02700, 0xF98A61}},
    {{0x7A6A00, 0xD6C455},  // kMedium6: yellow-brown
     {0x615403, 0xD6C455}},
    {{0x5F6977, 0x9DA7B3},  // kMedium7: grey
     {0x4C5563, 0x9FA9B5}},
}};

Ink Offset(Ink first, int position, int count) {
  const int step = position < 0 ? 0 : position % count;
  return static_cast<Ink>(static_cast<int>(first) + step);
}

}  // namespace

uint32_t Color(Theme theme, Ink ink) {
  const Colors& colors = kColors[static_cast<size_t>(ink)];
  switch (theme) {
    case Theme::kLight:
      return colors.usual.light;
    case Theme::kDark:
      return colors.usual.dark;
    case Theme::kLightContrast:
      return colors.contrast.light;
    case Theme::kDarkContrast:
      return colors.contrast.dark;
  }
  return 0;
}

Ink MediumInk(int position) { return Offset(Ink::kMedium0, position, 8); }

Ink QuadrantInk(int quadrant) {
  return Offset(Ink::kQuadrant1, quadrant - 1, 4);
}

}  // namespace sextant
