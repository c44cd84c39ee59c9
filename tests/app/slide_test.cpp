#include "app/slide.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/session.h"

namespace sextant {
namespace {

const FieldDefinition& Field(const char* id) {
  return *FindFieldDefinition(id);
}

TEST(Slide, ASliderReachesFromZeroToFiveTimesTheNumber) {
  const FieldDefinition& cpc = Field("costPerClick");
  EXPECT_EQ(ValueAround(cpc, 8, 0), 0);
  EXPECT_EQ(ValueAround(cpc, 8, 0.5), 8);
  EXPECT_EQ(ValueAround(cpc, 8, 1), 40);
  EXPECT_EQ(ValueAround(cpc, 8, -3), 0);
  EXPECT_EQ(ValueAround(cpc, 8, 3), 40);
}

TEST(Slide, APixelOfTheShortestSliderChangesANumberByAtMostTwoPercent) {
  constexpr double kShortest = 48;  // of a card at 1280 × 800
  for (const CellField& field : CellFields()) {
    if (field.slider_scale != SliderScale::kLogarithmic) continue;
    const double pivot = 0.0412 * field.slider_maximum;
    for (const double pixels : {-1.0, 1.0}) {
      const double value = ValueAround(field, pivot, 0.5 + pixels / kShortest);
      EXPECT_LE(std::fabs(value / pivot - 1), 0.02) << field.id;
    }
  }
}

TEST(Slide, TheThumbIsWhereTheNumberIs) {
  for (const CellField& field : CellFields()) {
    for (const double pivot : {0.0, 0.5}) {
      double last = -1;
      for (int i = 0; i <= 50; ++i) {
        const double value = ValueAround(field, pivot, i / 50.0);
        const double position = PositionAround(field, pivot, value);
        EXPECT_GE(value, last) << field.id;
        EXPECT_NEAR(ValueAround(field, pivot, position), value, 0.011 * value)
            << field.id << " around " << pivot << " at " << i;
        last = value;
      }
    }
  }
}

TEST(Slide, NothingLeavesTheBoundsOfAField) {
  const FieldDefinition& rate = Field("conversionRate");
  EXPECT_EQ(ValueAround(rate, 0.4, 1), 1);
  EXPECT_EQ(ValueAround(Field("retention.churn"), 0.1, 0), 1e-4);
}

TEST(Slide, ANumberThatIsZeroAndAShareHaveTheirWholeRange) {
  EXPECT_EQ(ValueAround(Field("costPerClick"), 0, 1),
            Field("costPerClick").slider_maximum);
  EXPECT_EQ(ValueAround(Field("grossMargin"), 0.5, 0.9), 0.9);
}

TEST(Slide, DuringADragTheSliderIsAroundTheNumberBeforeIt) {
  Session session;
  const FieldAddress cpc =
      *FindField(session.scenario(), "social.paid/costPerClick");
  session.BeginGesture();
  session.Apply(edit::SlideField{cpc, 1});
  EXPECT_EQ(GetField(session.scenario(), cpc), 40);
  session.Apply(edit::SlideField{cpc, 0.5});
  EXPECT_EQ(GetField(session.scenario(), cpc), 8);
  session.Apply(edit::SlideField{cpc, 1});
  session.EndGesture();
  EXPECT_EQ(session.SliderPivot(cpc), 40);
  session.Apply(edit::SetToEnd{cpc, 1});
  EXPECT_EQ(GetField(session.scenario(), cpc), 1000) << "Home and End";
}

}  // namespace
}  // namespace sextant
