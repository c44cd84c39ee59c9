#include "engine/fields.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "engine/presets.h"

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
                     "visits", "conversionRate", "orderValue", "costPerClick",
                     "fixedCost", "newCustomerShare", "grossMargin",
                     "thresholds.cpc", "thresholds.cpa"}));
}

TEST(Fields, BoundsAreAcceptedAndWhatIsBeyondIsNot) {
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
      // Rounding to a number a person would choose moves it a little.
      EXPECT_NEAR(SliderPosition(*field, value), position, 0.02) << field->id;
      EXPECT_EQ(SliderValue(*field, SliderPosition(*field, value)), value)
          << field->id << ": a thumb let go must not creep";
      previous = value;
    }
  }
}

TEST(Slider, PositionsOutsideStayAtTheEnds) {
  const CellField& visits = CellFields()[0];
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
    const double value = SliderValue(*field, 0.5);
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
