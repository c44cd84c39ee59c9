#include "charts/kit/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <string>

namespace sextant {
namespace {

constexpr Theme kThemes[] = {Theme::kLight, Theme::kDark, Theme::kLightContrast,
                             Theme::kDarkContrast};
constexpr Ink kPapers[] = {Ink::kSurface, Ink::kBackground,
                           Ink::kSurfaceRaised};
// Of a scenario with eight media.
Ink Hue(int position) {
  return static_cast<Ink>(static_cast<int>(Ink::kMedium0) + position);
}

constexpr int kInkCount = static_cast<int>(Ink::kCount);

// WCAG 2.2, relative luminance and contrast ratio.
double Luminance(uint32_t color) {
  const auto channel = [color](int shift) {
    const double value = ((color >> shift) & 255) / 255.0;
    return value <= 0.04045 ? value / 12.92
                            : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double Contrast(uint32_t a, uint32_t b) {
  const double light = std::max(Luminance(a), Luminance(b));
  const double dark = std::min(Luminance(a), Luminance(b));
  return (light + 0.05) / (dark + 0.05);
}

uint32_t Blend(uint32_t over, uint32_t under, double alpha) {
  uint32_t mixed = 0;
  for (int shift : {16, 8, 0}) {
    const double a = (over >> shift) & 255;
    const double b = (under >> shift) & 255;
    mixed |= static_cast<uint32_t>(std::lround(a * alpha + b * (1 - alpha)))
             << shift;
  }
  return mixed;
}

double Contrast(Theme theme, Ink a, Ink b) {
  return Contrast(Color(theme, a), Color(theme, b));
}

bool HasMore(Theme theme) {
  return theme == Theme::kLightContrast || theme == Theme::kDarkContrast;
}

// The contrast that a theme must give to text and to graphics.
double ForText(Theme theme) { return HasMore(theme) ? 7 : 4.5; }
double ForGraphics(Theme theme) { return HasMore(theme) ? 4.5 : 3; }

std::string Name(Theme theme, Ink ink) {
  constexpr const char* kNames[] = {"light", "dark", "light, contrast",
                                    "dark, contrast"};
  return std::string(kNames[static_cast<int>(theme)]) + ", ink " +
         std::to_string(static_cast<int>(ink));
}

// `ink` at an opacity, on a paper.
double Contrast(Theme theme, Ink ink, double alpha, Ink paper) {
  const uint32_t under = Color(theme, paper);
  return Contrast(Blend(Color(theme, ink), under, alpha), under);
}

TEST(Palette, ComputesTheContrastOfBlackOnWhite) {
  EXPECT_DOUBLE_EQ(Contrast(0x000000, 0xFFFFFF), 21);
}

TEST(Palette, TextIsLegibleOnEveryPaper) {
  constexpr Ink kTextInks[] = {Ink::kText, Ink::kTextMuted, Ink::kPositive,
                               Ink::kNegative};
  for (Theme theme : kThemes) {
    for (Ink ink : kTextInks) {
      for (Ink paper : kPapers) {
        EXPECT_GE(Contrast(theme, ink, paper), ForText(theme))
            << Name(theme, ink);
      }
    }
    EXPECT_GE(Contrast(theme, Ink::kOnAccent, Ink::kAccent), ForText(theme));
  }
}

TEST(Palette, GraphicsStandOutFromEveryPaper) {
  for (Theme theme : kThemes) {
    for (int i = static_cast<int>(Ink::kControl); i < kInkCount; ++i) {
      const Ink ink = static_cast<Ink>(i);
      if (ink == Ink::kOnAccent) continue;
      for (Ink paper : {Ink::kSurface, Ink::kBackground}) {
        EXPECT_GE(Contrast(theme, ink, paper), ForGraphics(theme))
            << Name(theme, ink);
      }
    }
  }
}

TEST(Palette, MediumNamesAreLegibleInTheirHueAndOnIt) {
  for (Theme theme : kThemes) {
    for (int position = 0; position < 8; ++position) {
      EXPECT_GE(Contrast(theme, Hue(position), Ink::kSurface), ForText(theme))
          << Name(theme, Hue(position));
    }
  }
}

TEST(Palette, QuadrantTextIsLegibleOnItsOwnTint) {
  for (Theme theme : kThemes) {
    const uint32_t surface = Color(theme, Ink::kSurface);
    for (int quadrant = 1; quadrant <= 4; ++quadrant) {
      const uint32_t color = Color(theme, QuadrantInk(quadrant));
      EXPECT_GE(Contrast(color, surface), ForText(theme)) << quadrant;
      EXPECT_GE(Contrast(color, Blend(color, surface, 0.13)), ForText(theme))
          << quadrant;
    }
  }
}

TEST(Palette, MutedTextIsLegibleOnEveryTint) {
  for (Theme theme : kThemes) {
    const uint32_t surface = Color(theme, Ink::kSurface);
    for (int quadrant = 1; quadrant <= 4; ++quadrant) {
      const uint32_t tint =
          Blend(Color(theme, QuadrantInk(quadrant)), surface, 0.12);
      EXPECT_GE(Contrast(Color(theme, Ink::kTextMuted), tint), ForText(theme))
          << quadrant;
    }
  }
}

TEST(Palette, WithMoreContrastBordersAndGridsStandOut) {
  for (Theme theme : {Theme::kLightContrast, Theme::kDarkContrast}) {
    for (Ink paper : kPapers) {
      EXPECT_GE(Contrast(theme, Ink::kHairline, paper), 4.5);
      EXPECT_GE(Contrast(theme, Ink::kControl, paper), 7);
    }
    // As the charts draw their grid, sliders their empty track.
    EXPECT_GE(Contrast(theme, Ink::kHairline, 0.8, Ink::kSurface), 4.5);
    EXPECT_GE(Contrast(theme, Ink::kControl, 0.55, Ink::kSurface), 3);
  }
}

TEST(Palette, MoreContrastRaisesTheContrastOfEveryInk) {
  for (const bool dark : {false, true}) {
    for (int i = static_cast<int>(Ink::kHairline); i < kInkCount; ++i) {
      const Ink ink = static_cast<Ink>(i);
      EXPECT_GE(Contrast(ThemeOf(dark, true), ink, Ink::kSurface),
                Contrast(ThemeOf(dark, false), ink, Ink::kSurface))
          << Name(ThemeOf(dark, true), ink);
    }
    EXPECT_EQ(Color(ThemeOf(dark, true), Ink::kBackground),
              Color(ThemeOf(dark, false), Ink::kBackground));
  }
}

// The possible neighbours of the ring: papers, tints of selected and
// highlighted items. (WCAG 2.2, 1.4.11 and 2.4.13.)
TEST(Palette, TheFocusRingStandsOutFromEveryNeighbour) {
  for (Theme theme : kThemes) {
    for (Ink paper : kPapers) {
      const uint32_t under = Color(theme, paper);
      const uint32_t ring = Color(theme, Ink::kAccent);
      EXPECT_GE(Contrast(ring, under), ForGraphics(theme));
      EXPECT_GE(Contrast(ring, Blend(Color(theme, Ink::kControl), under, 0.25)),
                3)
          << Name(theme, paper);
      for (int position = 0; position < 8; ++position) {
        EXPECT_GE(
            Contrast(ring, Blend(Color(theme, Hue(position)), under, 0.13)), 3);
      }
      for (int quadrant = 1; quadrant <= 4; ++quadrant) {
        EXPECT_GE(Contrast(ring, Blend(Color(theme, QuadrantInk(quadrant)),
                                       under, 0.13)),
                  3);
      }
    }
  }
}

Scenario WithMedia(std::initializer_list<const char*> ids) {
  Scenario scenario;
  scenario.media.clear();
  for (const char* id : ids) scenario.media.push_back({id, ""});
  return scenario;
}

TEST(Palette, AMediumKeepsItsHueWhenAnotherIsRemoved) {
  const Scenario four =
      WithMedia({"social", "search", "integrated", "medium-4"});
  const Scenario three = WithMedia({"social", "integrated", "medium-4"});
  EXPECT_EQ(MediumInk(three, 1), MediumInk(four, 2));
  EXPECT_EQ(MediumInk(three, 2), MediumInk(four, 3));
}

TEST(Palette, EightMediaHaveEightHuesWhateverTheirIds) {
  const Scenario scenario =
      WithMedia({"shop", "medium-1", "social", "search", "medium-9",
                 "medium-12", "z", "medium-"});
  std::set<int> hues;
  for (int i = 0; i < 8; ++i) hues.insert(MediumHue(scenario, i));
  EXPECT_EQ(hues.size(), 8u);
  EXPECT_EQ(*hues.begin(), 0);
  EXPECT_EQ(*hues.rbegin(), 7);
}

TEST(Palette, MediaAndQuadrantsHaveDistinctHues) {
  for (Theme theme : kThemes) {
    std::set<uint32_t> media;
    for (int i = 0; i < 8; ++i) media.insert(Color(theme, Hue(i)));
    EXPECT_EQ(media.size(), 8u);
    std::set<uint32_t> quadrants;
    for (int i = 1; i <= 4; ++i) quadrants.insert(Color(theme, QuadrantInk(i)));
    EXPECT_EQ(quadrants.size(), 4u);
  }
}

}  // namespace
}  // namespace sextant
