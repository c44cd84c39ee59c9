// The shares of the three segments sum to 1 after every operation.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/model/scenario.h"
#include "engine/model/validation.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

FlywheelInputs Shares(double promoter, double passive, double detractor) {
  FlywheelInputs flywheel;
  flywheel.segments[0].share = promoter;
  flywheel.segments[1].share = passive;
  flywheel.segments[2].share = detractor;
  return flywheel;
}

void ExpectShares(const FlywheelInputs& actual, double promoter, double passive,
                  double detractor) {
  EXPECT_DOUBLE_EQ(actual.segments[0].share, promoter);
  EXPECT_DOUBLE_EQ(actual.segments[1].share, passive);
  EXPECT_DOUBLE_EQ(actual.segments[2].share, detractor);
}

TEST(Shares, AreDividedByTheirSum) {
  FlywheelInputs flywheel = Shares(0.2, 0.1, 0.1);
  NormaliseShares(flywheel);
  ExpectShares(flywheel, 0.5, 0.25, 0.25);
  flywheel = Shares(1, 1, 1);
  NormaliseShares(flywheel);
  ExpectShares(flywheel, 1.0 / 3, 1.0 / 3, 1.0 / 3);
  flywheel = Shares(0, 0, 0);
  NormaliseShares(flywheel);
  ExpectShares(flywheel, 1.0 / 3, 1.0 / 3, 1.0 / 3);
  flywheel = Shares(0, 0, 5e-324);
  NormaliseShares(flywheel);
  ExpectShares(flywheel, 0, 0, 1);
}

TEST(Shares, TheOthersAdjustInProportion) {
  FlywheelInputs flywheel = Shares(0.4, 0.4, 0.2);
  SetShare(flywheel, Segment::kPromoter, 0.7, flywheel);
  ExpectShares(flywheel, 0.7, 0.2, 0.1);
  SetShare(flywheel, Segment::kDetractor, 0.55, flywheel);
  ExpectShares(flywheel, 0.35, 0.1, 0.55);
  SetShare(flywheel, Segment::kPassive, 0, flywheel);
  EXPECT_NEAR(flywheel.segments[0].share / flywheel.segments[2].share,
              0.35 / 0.55, 0.002);
}

TEST(Shares, OthersThatAreZeroGrowEqually) {
  FlywheelInputs flywheel = Shares(0, 1, 0);
  SetShare(flywheel, Segment::kPassive, 0.5, flywheel);
  ExpectShares(flywheel, 0.25, 0.5, 0.25);
}

TEST(Shares, SumToOneAndAreNeverNegativeWhateverIsSet) {
  Random random(71);
  for (int round = 0; round < 5000; ++round) {
    FlywheelInputs flywheel =
        Shares(random.Unit(), random.OneIn(4) ? 0 : random.Unit(),
               random.OneIn(4) ? 0 : random.Unit());
    NormaliseShares(flywheel);
    ASSERT_NEAR(SumOfShares(flywheel), 1, 1e-15);
    const FlywheelInputs before = flywheel;
    const auto segment = static_cast<Segment>(random.Below(kSegmentCount));
    const double choices[] = {0, 1, random.Unit(), 1 - random.Unit() * 1e-9,
                              random.Unit() * 1e-9};
    const double share = choices[random.Below(5)];
    SetShare(flywheel, segment, share, flywheel);
    ASSERT_NEAR(SumOfShares(flywheel), 1, 1e-11);
    ASSERT_FALSE(CheckShares(flywheel).has_value());
    const auto moved = static_cast<size_t>(segment);
    ASSERT_EQ(flywheel.segments[moved].share, share);
    const double room = 1 - before.segments[moved].share;
    for (size_t i = 0; i < kSegmentCount; ++i) {
      ASSERT_GE(flywheel.segments[i].share, 0);
      if (i == moved || room == 0) continue;
      // To a tenth of a percent, as displayed.
      ASSERT_NEAR(flywheel.segments[i].share,
                  before.segments[i].share / room * (1 - share), 0.0006);
    }
  }
}

TEST(Shares, ASumOtherThanOneIsRefusedAndNamed) {
  EXPECT_FALSE(CheckShares(Shares(0.4, 0.4, 0.2)).has_value());
  EXPECT_FALSE(CheckShares(Shares(1.0 / 3, 1.0 / 3, 1.0 / 3)).has_value());
  EXPECT_FALSE(CheckShares(Shares(0.4, 0.4, 0.2000009)).has_value());
  for (const double rest : {0.3, 0.1, 0.20001, 0.19999}) {
    const auto error = CheckShares(Shares(0.4, 0.4, rest));
    ASSERT_TRUE(error.has_value()) << rest;
    EXPECT_EQ(error->code, ErrorCode::kSharesDoNotSum);
    EXPECT_EQ(error->field, "flywheel.segments");
    EXPECT_EQ(error->detail, std::to_string(std::lround((0.8 + rest) * 1e6)));
  }
}

}  // namespace
}  // namespace sextant
