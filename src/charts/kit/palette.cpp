#include "charts/kit/palette.h"

#include <cstddef>
#include <string_view>

#include "charts/kit/palette_table.h"

namespace sextant {
namespace {

Ink Offset(Ink first, int position, int count) {
  const int step = position < 0 ? 0 : position % count;
  return static_cast<Ink>(static_cast<int>(first) + step);
}

constexpr int kHues = 8;
static_assert(kMaxMedia <= kHues);

// The hue that a medium would have if it chose first.
int OwnHue(std::string_view id, int position) {
  constexpr std::string_view kFirst[] = {"social", "search", "integrated"};
  for (int i = 0; i < 3; ++i) {
    if (id == kFirst[i]) return i;
  }
  // "medium-4" is the fourth.
  const char last = id.back();
  const bool is_numbered =
      id.starts_with("medium-") && last > '0' && last <= '9';
  return (is_numbered ? last - '1' : position) % kHues;
}

}  // namespace

uint32_t Color(Theme theme, Ink ink) {
  return kColors[static_cast<size_t>(ink)][static_cast<size_t>(theme)];
}

int MediumHue(const Scenario& scenario, int medium) {
  bool is_taken[kHues] = {};
  int hue = 0;
  // Those before it choose first; eight media have eight hues.
  for (int i = 0; i <= medium; ++i) {
    hue = OwnHue(scenario.media[i].id.view(), i);
    while (is_taken[hue]) hue = (hue + 1) % kHues;
    is_taken[hue] = true;
  }
  return hue;
}

Ink MediumInk(const Scenario& scenario, int medium) {
  return Offset(Ink::kMedium0, MediumHue(scenario, medium), kHues);
}

Ink QuadrantInk(int quadrant) {
  return Offset(Ink::kQuadrant1, quadrant - 1, 4);
}

}  // namespace sextant
