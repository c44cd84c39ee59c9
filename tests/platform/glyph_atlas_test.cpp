#include "platform/glyph_atlas.h"

#include <gtest/gtest.h>

#include <string>

#include "platform/box_rasterizer.h"

namespace sextant {
namespace {

TEST(GlyphAtlas, AskingTwiceRasterisesOnce) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  const Glyph first = atlas.Find("Revenue", 14, false, 0);
  const Glyph second = atlas.Find("Revenue", 14, false, 0);
  EXPECT_EQ(rasterizer.boxes.size(), 1u);
  EXPECT_EQ(first.x, second.x);
  EXPECT_EQ(first.y, second.y);
}

TEST(GlyphAtlas, SizeWeightAndPhaseAreDifferentGlyphs) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  atlas.Find("a", 14, false, 0);
  atlas.Find("a", 15, false, 0);
  atlas.Find("a", 14, true, 0);
  atlas.Find("a", 14, false, 1);
  EXPECT_EQ(rasterizer.boxes.size(), 4u);
}

TEST(GlyphAtlas, GlyphsDoNotOverlapEachOtherOrTheWhiteCorner) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  for (int i = 0; i < 400; ++i)
    atlas.Find("w" + std::to_string(i), 12 + i % 9, false, 0);
  ASSERT_FALSE(atlas.overflowed());
  const auto& boxes = rasterizer.boxes;
  for (size_t i = 0; i < boxes.size(); ++i) {
    EXPECT_FALSE(boxes[i].x < 4 && boxes[i].y < 4);
    EXPECT_LE(boxes[i].x + boxes[i].width, atlas.size());
    EXPECT_LE(boxes[i].y + boxes[i].height, atlas.size());
    for (size_t j = i + 1; j < boxes.size(); ++j) {
      const bool apart = boxes[i].x + boxes[i].width <= boxes[j].x ||
                         boxes[j].x + boxes[j].width <= boxes[i].x ||
                         boxes[i].y + boxes[i].height <= boxes[j].y ||
                         boxes[j].y + boxes[j].height <= boxes[i].y;
      ASSERT_TRUE(apart) << boxes[i].text << " on " << boxes[j].text;
    }
  }
}

TEST(GlyphAtlas, WhenFullItStillAdvancesAndGrowsInTheNextFrame) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  const auto fill = [&] {
    for (int i = 0; i < 300; ++i) {
      EXPECT_GT(atlas.Find("wide text " + std::to_string(i), 60, false, 0)
                    .extent.advance,
                0);
    }
  };
  fill();
  ASSERT_TRUE(atlas.overflowed());
  const int before = atlas.size();
  while (atlas.overflowed() && atlas.size() < GlyphAtlas::kMaximumSize) {
    atlas.BeginFrame();
    fill();
  }
  EXPECT_GT(atlas.size(), before);
  EXPECT_EQ(rasterizer.size, atlas.size());
}

TEST(GlyphAtlas, AGlyphThatCannotFitIsNotRetriedForEver) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  int frames = 0;
  do {
    atlas.BeginFrame();
    atlas.Find(std::string(2000, 'w'), 60, false, 0);
    ++frames;
  } while (atlas.overflowed() && frames < 100);
  EXPECT_LT(frames, 100);
}

TEST(GlyphAtlas, DigitsShareTheWidestAdvance) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  const float one = rasterizer.Measure("1", 20, false).advance;
  const float two = rasterizer.Measure("2", 20, false).advance;
  ASSERT_LT(one, two);
  EXPECT_EQ(atlas.DigitAdvance(20, false), two);
}

TEST(GlyphAtlas, ResetRasterisesAgain) {
  BoxRasterizer rasterizer;
  GlyphAtlas atlas(rasterizer);
  atlas.BeginFrame();
  atlas.Find("a", 14, false, 0);
  atlas.Reset();
  EXPECT_TRUE(rasterizer.boxes.empty());
  atlas.Find("a", 14, false, 0);
  EXPECT_EQ(rasterizer.boxes.size(), 1u);
}

}  // namespace
}  // namespace sextant
