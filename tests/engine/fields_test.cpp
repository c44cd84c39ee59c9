#include "engine/model/fields.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "engine/model/presets.h"

namespace sextant {
namespace {

std::vector<const FieldDefinition*> AllFields() {
  std::vector<const FieldDefinition*> fields;
  for (const CellField& field : CellFields()) fields.push_back(&field);
  for (const ScenarioField& field : ScenarioFields()) fields.push_back(&field);
  return fields;
}

TEST(Fields, AreTheOnesOfTheModelInItsOrder) {
  std::vector<std::string> ids;
  for (const FieldDefinition* field : AllFields()) ids.emplace_back(field->id);
  EXPECT_EQ(ids, (std::vector<std::string>{
                     "visits",
                     "conversionRate",
                     "orderValue",
                     "costPerClick",
                     "fixedCost",
                     "newCustomerShare",
                     "engagedShare",
                     "grossMargin",
                     "thresholds.cpc",
                     "thresholds.cpa",
                     "retention.repeatOrders",
                     "retention.churn",
                     "retention.discount",
                     "flywheel.months",
                     "flywheel.organicGrowth",
                     "flywheel.referralConversionRate",
                     "flywheel.segments.promoter.share",
                     "flywheel.segments.promoter.churn",
                     "flywheel.segments.promoter.repeatOrders",
                     "flywheel.segments.promoter.referralVisits",
                     "flywheel.segments.passive.share",
                     "flywheel.segments.passive.churn",
                     "flywheel.segments.passive.repeatOrders",
                     "flywheel.segments.passive.referralVisits",
                     "flywheel.segments.detractor.share",
                     "flywheel.segments.detractor.churn",
                     "flywheel.segments.detractor.repeatOrders",
                     "flywheel.segments.detractor.referralVisits",
                     "remarketing.engagedConversionRate",
                     "remarketing.costPerClick",
                     "response.elasticity",
                     "uncertainty.range",
                     "uncertainty.correlation",
                     "season.startMonth"}));
}

TEST(Fields, ACardHasEveryFieldOfACellExceptTheEngagedShare) {
  const auto on_card = CellFieldsShown(Shown::kCard);
  ASSERT_EQ(on_card.size(), CellFields().size() - 1);
  for (const CellField* field : on_card) {
    EXPECT_STRNE(field->id, "engagedShare");
  }
}

TEST(Fields, EachIsShownInOnePlace) {
  std::multiset<std::string> shown;
  for (int place = 0; place <= static_cast<int>(Shown::kSeason); ++place) {
    const auto at = static_cast<Shown>(place);
    for (const CellField* field : CellFieldsShown(at)) shown.insert(field->id);
    for (const ScenarioField* field : ScenarioFieldsShown(at)) {
      shown.insert(field->id);
    }
  }
  std::multiset<std::string> all;
  for (const FieldDefinition* field : AllFields()) all.insert(field->id);
  EXPECT_EQ(shown, all);
}

TEST(Fields, AreNamedDifferentlyInALink) {
  std::set<std::string> names;
  for (const CellField& field : CellFields()) names.insert(field.link);
  EXPECT_EQ(names.size(), CellFields().size());
  names.clear();
  for (const ScenarioField& field : ScenarioFields()) names.insert(field.link);
  EXPECT_EQ(names.size(), ScenarioFields().size());
}

TEST(Fields, DefaultsAreThoseOfAScenario) {
  const Scenario scenario = EmptyScenario();
  for (const ScenarioField& field : ScenarioFields()) {
    if (!HasField(scenario, field)) continue;
    EXPECT_EQ(GetField(scenario, field), field.default_value) << field.id;
  }
  for (const CellField& field : CellFields()) {
    EXPECT_EQ(Cell().*field.member, field.default_value) << field.id;
  }
  // The default of the field that is unset is the value of its fallback.
  const auto& rate = *FindScenarioField("flywheel.referralConversionRate");
  EXPECT_FALSE(HasField(DefaultScenario(), rate));
  EXPECT_EQ(GetField(DefaultScenario(), rate), rate.default_value);
}

TEST(Fields, AreReadWhereTheyWereWrittenAndNowhereElse) {
  for (const ScenarioField& field : ScenarioFields()) {
    Scenario scenario = DefaultScenario();
    SetField(scenario, field, 0.125);
    EXPECT_TRUE(HasField(scenario, field)) << field.id;
    EXPECT_EQ(GetField(scenario, field), 0.125) << field.id;
    for (const ScenarioField& other : ScenarioFields()) {
      if (&other == &field) continue;
      EXPECT_EQ(GetField(scenario, other), GetField(DefaultScenario(), other))
          << field.id << " wrote " << other.id;
    }
  }
}

TEST(Fields, OfASegmentAreShownTogether) {
  constexpr Shown kPlaces[] = {Shown::kPromoter, Shown::kPassive,
                               Shown::kDetractor};
  constexpr const char* kNames[] = {"promoter", "passive", "detractor"};
  constexpr const char* kHabits[] = {"share", "churn", "repeatOrders",
                                     "referralVisits"};
  for (int segment = 0; segment < kSegmentCount; ++segment) {
    std::vector<std::string> ids;
    for (const ScenarioField* field : ScenarioFieldsShown(kPlaces[segment])) {
      ids.emplace_back(field->id);
    }
    std::vector<std::string> expected;
    for (const char* habit : kHabits) {
      expected.push_back(std::string("flywheel.segments.") + kNames[segment] +
                         "." + habit);
    }
    EXPECT_EQ(ids, expected);
  }
}

TEST(Fields, AnUnsetFieldFollowsItsFallback) {
  const ScenarioField& rate =
      *FindScenarioField("flywheel.referralConversionRate");
  Scenario scenario = DefaultScenario();
  scenario.cells[0].conversion_rate = 0.07;
  EXPECT_EQ(GetField(scenario, rate), 0.07);
  EXPECT_FALSE(HasField(scenario, rate));
  SetField(scenario, rate, 0.03);
  EXPECT_EQ(GetField(scenario, rate), 0.03);
  EXPECT_EQ(scenario.flywheel.referral_conversion_rate, 0.03);
}

TEST(Fields, MonthsAreWhole) {
  const FieldDefinition& months = *FindFieldDefinition("flywheel.months");
  for (const double good : {1.0, 24.0, 120.0}) {
    EXPECT_FALSE(CheckField(months, good, "x").has_value());
  }
  for (const double part : {1.5, 24.000001, 119.9}) {
    const auto error = CheckField(months, part, "flywheel.months");
    ASSERT_TRUE(error.has_value()) << part;
    EXPECT_EQ(error->code, ErrorCode::kNotWhole);
    EXPECT_EQ(error->field, "flywheel.months");
  }
  EXPECT_EQ(CheckField(months, 120.5, "x")->code, ErrorCode::kOutOfBounds);
}

TEST(Fields, AreCountedInTheirUnits) {
  EXPECT_EQ(FindFieldDefinition("flywheel.months")->unit, Unit::kMonths);
  EXPECT_EQ(FindFieldDefinition("retention.repeatOrders")->unit, Unit::kRatio);
  EXPECT_EQ(
      FindFieldDefinition("flywheel.segments.passive.referralVisits")->unit,
      Unit::kRatio);
  EXPECT_EQ(FindFieldDefinition("retention.churn")->unit, Unit::kShare);
  EXPECT_EQ(FindFieldDefinition("remarketing.costPerClick")->unit,
            Unit::kMoney);
}

TEST(Fields, BoundsAreAcceptedAndValuesBeyondThemAreNot) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const FieldDefinition* field : AllFields()) {
    EXPECT_FALSE(CheckField(*field, field->minimum, "x").has_value())
        << field->id;
    EXPECT_FALSE(CheckField(*field, field->maximum, "x").has_value())
        << field->id;
    EXPECT_FALSE(CheckField(*field, field->default_value, "x").has_value())
        << field->id;
    for (const double beyond :
         {std::nextafter(field->minimum, -infinity),
          std::nextafter(field->maximum, infinity), -1e300, 1e300}) {
      const auto error = CheckField(*field, beyond, "some.path");
      ASSERT_TRUE(error.has_value()) << field->id << " " << beyond;
      EXPECT_EQ(error->code, ErrorCode::kOutOfBounds);
      EXPECT_EQ(error->field, "some.path");
    }
    for (const double broken : {std::nan(""), infinity, -infinity}) {
      const auto error = CheckField(*field, broken, "x");
      ASSERT_TRUE(error.has_value());
      EXPECT_EQ(error->code, ErrorCode::kNotFinite);
    }
  }
}

TEST(Fields, MembersAreDistinct) {
  Cell cell;
  std::set<double*> members;
  for (const CellField& field : CellFields())
    members.insert(&(cell.*field.member));
  EXPECT_EQ(members.size(), CellFields().size());
}

TEST(Slider, EndsAreTheFieldsLeastValueAndTheSlidersMost) {
  for (const FieldDefinition* field : AllFields()) {
    EXPECT_EQ(SliderValue(*field, 0), field->minimum) << field->id;
    EXPECT_EQ(SliderValue(*field, 1), field->slider_maximum) << field->id;
    EXPECT_EQ(SliderPosition(*field, field->minimum), 0) << field->id;
    EXPECT_EQ(SliderPosition(*field, field->slider_maximum), 1) << field->id;
    EXPECT_EQ(SliderPosition(*field, field->maximum), 1) << field->id;
  }
}

TEST(Slider, IsMonotoneAndGoesThereAndBack) {
  for (const FieldDefinition* field : AllFields()) {
    double previous = -1;
    for (int i = 0; i <= 1000; ++i) {
      const double position = i / 1000.0;
      const double value = SliderValue(*field, position);
      ASSERT_FALSE(CheckField(*field, value, "x").has_value());
      EXPECT_GE(value, previous) << field->id << " at " << position;
      // Rounding to a number a person would choose moves it a little; to a
      // whole one, by up to half of its distance to the next.
      const double whole = 0.56 / (field->slider_maximum - field->minimum);
      const double most =
          field->unit == Unit::kMonths ? std::max(0.02, whole) : 0.02;
      EXPECT_NEAR(SliderPosition(*field, value), position, most) << field->id;
      EXPECT_EQ(SliderValue(*field, SliderPosition(*field, value)), value)
          << field->id << ": a thumb let go must not creep";
      previous = value;
    }
  }
}

TEST(Slider, PositionsOutsideStayAtTheEnds) {
  const CellField& visits = *FindCellField("visits");
  EXPECT_EQ(SliderValue(visits, -5), SliderValue(visits, 0));
  EXPECT_EQ(SliderValue(visits, 5), SliderValue(visits, 1));
}

TEST(Step, MovesByATwentiethOfTheLeadingDigitAndNeverOutOfBounds) {
  for (const FieldDefinition* field : AllFields()) {
    double value = field->minimum;
    for (int i = 0; i < 5000; ++i) {
      const double next = StepValue(*field, value, 1);
      ASSERT_FALSE(CheckField(*field, next, "x").has_value()) << field->id;
      EXPECT_GE(next, value) << field->id;
      value = next;
    }
    EXPECT_GT(value, field->minimum) << field->id;
    EXPECT_EQ(StepValue(*field, field->maximum, 10), field->maximum)
        << field->id;
    EXPECT_EQ(StepValue(*field, field->minimum, -10), field->minimum)
        << field->id;
  }
  const CellField& cpc = *FindCellField("costPerClick");
  EXPECT_DOUBLE_EQ(StepValue(cpc, 8, 1), 8.05);
  EXPECT_DOUBLE_EQ(StepValue(cpc, 8, 10), 8.5);
  EXPECT_DOUBLE_EQ(StepValue(*FindCellField("visits"), 15000, 1), 15500);
}

TEST(Step, OfMonthsIsAMonth) {
  const FieldDefinition& months = *FindFieldDefinition("flywheel.months");
  EXPECT_EQ(StepValue(months, 24, 1), 25);
  EXPECT_EQ(StepValue(months, 24, -10), 14);
  EXPECT_EQ(StepValue(months, 5, -10), 1);
  EXPECT_EQ(StepValue(months, 119, 10), 120);
}

TEST(Slider, OfMonthsStopsAtWholeOnesAlone) {
  const FieldDefinition& months = *FindFieldDefinition("flywheel.months");
  double previous = 0;
  for (int i = 0; i <= 1000; ++i) {
    const double value = SliderValue(months, i / 1000.0);
    ASSERT_EQ(value, std::floor(value));
    ASSERT_LE(value - previous, 1) << "no month is left out";
    previous = value;
  }
  EXPECT_EQ(previous, 120);
}

TEST(Slider, OfChurnNeverComesToZero) {
  const FieldDefinition& churn = *FindFieldDefinition("retention.churn");
  EXPECT_EQ(SliderValue(churn, 0), 0.0001);
  EXPECT_EQ(SliderValue(churn, 0.001), 0.0001);
  EXPECT_EQ(SliderValue(churn, 0.005), 0.0005);
  EXPECT_EQ(StepValue(churn, 0.0005, -10), 0.0001);
}

TEST(Step, UpAndDownComesBack) {
  for (const FieldDefinition* field : AllFields()) {
    for (const double position : {0.2, 0.35, 0.5, 0.77, 0.9}) {
      const double value = SliderValue(*field, position);
      const double there = StepValue(*field, value, 1);
      EXPECT_NEAR(StepValue(*field, there, -1), value, value * 0.051)
          << field->id;
    }
  }
}

TEST(Step, TenStepsGoFurtherThanOne) {
  for (const FieldDefinition* field : AllFields()) {
    const double value = SliderValue(*field, 0.1);
    const double one = StepValue(*field, value, 1) - value;
    EXPECT_GT(StepValue(*field, value, 10) - value, 5 * one) << field->id;
  }
}

TEST(Fields, AreFoundByIdWhoeverOwnsThem) {
  for (const FieldDefinition* field : AllFields()) {
    EXPECT_EQ(FindFieldDefinition(field->id), field);
  }
  EXPECT_EQ(FindFieldDefinition("title"), nullptr);
  EXPECT_EQ(FindFieldDefinition(""), nullptr);
}

TEST(StepValue, ComesToAnEndWithAnyNumberOfSteps) {
  constexpr double kMost = std::numeric_limits<double>::max();
  for (const FieldDefinition* field : AllFields()) {
    EXPECT_EQ(StepValue(*field, field->default_value, kMost), field->maximum);
    EXPECT_EQ(StepValue(*field, field->default_value, -kMost), field->minimum);
    EXPECT_EQ(StepValue(*field, field->minimum, 10000), field->maximum);
    EXPECT_EQ(StepValue(*field, field->maximum, -10000), field->minimum);
  }
}

}  // namespace
}  // namespace sextant
