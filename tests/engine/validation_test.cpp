#include "engine/model/validation.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

void ExpectRefused(const Scenario& scenario, ErrorCode code,
                   const std::string& field) {
  const auto error = Validate(scenario);
  ASSERT_TRUE(error.has_value()) << field;
  EXPECT_EQ(error->code, code) << error->field;
  EXPECT_EQ(error->field, field);
}

TEST(Validation, AcceptsPresetsEmptyAndRandomScenarios) {
  for (const Preset& preset : Presets()) {
    EXPECT_FALSE(Validate(preset.scenario).has_value()) << preset.id;
  }
  EXPECT_FALSE(Validate(EmptyScenario()).has_value());
  Random random(1);
  for (int i = 0; i < 500; ++i) {
    EXPECT_FALSE(Validate(RandomScenario(random)).has_value());
  }
}

TEST(Validation, NamesTheFieldOfTheCellThatIsOutOfBounds) {
  for (const CellField& field : CellFields()) {
    Scenario scenario = DefaultScenario();
    scenario.cells[3].*field.member = field.maximum * 2;
    ExpectRefused(scenario, ErrorCode::kOutOfBounds,
                  std::string("cells[3].") + field.id);
    scenario.cells[3].*field.member = std::nan("");
    ExpectRefused(scenario, ErrorCode::kNotFinite,
                  std::string("cells[3].") + field.id);
  }
}

TEST(Validation, ChecksTheScenariosOwnFields) {
  Scenario scenario = DefaultScenario();
  scenario.gross_margin = 1.01;
  ExpectRefused(scenario, ErrorCode::kOutOfBounds, "grossMargin");
  scenario = DefaultScenario();
  scenario.thresholds.cpa = -1;
  ExpectRefused(scenario, ErrorCode::kOutOfBounds, "thresholds.cpa");
  scenario = DefaultScenario();
  scenario.currency = "twd";
  ExpectRefused(scenario, ErrorCode::kBadCurrency, "currency");
}

TEST(Validation, NamesTheScenariosFieldThatIsOutOfBounds) {
  for (const ScenarioField& field : ScenarioFields()) {
    Scenario scenario = DefaultScenario();
    SetField(scenario, field, field.maximum * 2);
    ExpectRefused(scenario, ErrorCode::kOutOfBounds, field.id);
    SetField(scenario, field, std::nan(""));
    ExpectRefused(scenario, ErrorCode::kNotFinite, field.id);
  }
}

TEST(Validation, ChecksMonthsAndShares) {
  Scenario scenario = DefaultScenario();
  scenario.flywheel.months = 2.5;
  ExpectRefused(scenario, ErrorCode::kNotWhole, "flywheel.months");
  scenario = DefaultScenario();
  scenario.flywheel.segments[1].share = 0.5;
  ExpectRefused(scenario, ErrorCode::kSharesDoNotSum, "flywheel.segments");
  scenario.flywheel.segments[0].share = 0.3;
  EXPECT_FALSE(Validate(scenario).has_value());
  scenario.retention.churn = 0;
  ExpectRefused(scenario, ErrorCode::kOutOfBounds, "retention.churn");
}

TEST(Validation, AcceptsOneToEightMedia) {
  Scenario scenario = DefaultScenario();
  scenario.media.clear();
  scenario.cells.clear();
  ExpectRefused(scenario, ErrorCode::kMediaCount, "media");
  for (int i = 0; i < kMaxMedia; ++i) {
    scenario.media.push_back({"m" + std::to_string(i), ""});
    scenario.cells.resize(scenario.media.size() * kKindCount);
    EXPECT_FALSE(Validate(scenario).has_value()) << i + 1;
  }
  // There is no room for more in a scenario.
  const std::array<Medium, kMaxMedia + 1> nine{};
  EXPECT_EQ(CheckMedia(nine)->code, ErrorCode::kMediaCount);
}

TEST(Validation, ATextThatIsTooLongStaysTooLongInAScenario) {
  for (const std::string character : {"a", "é", "流", "😀"}) {
    std::string text;
    for (int i = 0; i < kMaxLabelLength; ++i) text += character;
    Scenario scenario = DefaultScenario();
    scenario.media[1].label = text;
    EXPECT_FALSE(Validate(scenario).has_value());
    scenario.media[1].label = text + character;
    ExpectRefused(scenario, ErrorCode::kTooLong, "media[1].label");
    scenario.media[1].label = text + text + "😀" + text + text;
    ExpectRefused(scenario, ErrorCode::kTooLong, "media[1].label");
  }
  for (const char* id : {"seventeen-letters", "fifteen-letters😀",
                         "fifteen-letters-and-many-more"}) {
    Scenario scenario = DefaultScenario();
    scenario.media[1].id = id;
    ExpectRefused(scenario, ErrorCode::kBadIdentifier, "media[1].id");
  }
  Scenario scenario = DefaultScenario();
  scenario.currency = "TWD😀";
  ExpectRefused(scenario, ErrorCode::kBadCurrency, "currency");
}

TEST(Validation, MediumIdsAreShortPlainAndUnique) {
  for (const char* bad : {"", "Social", "9a", "-a", "a b", "a.b", "a/b",
                          "seventeen-letters", "é"}) {
    Scenario scenario = DefaultScenario();
    scenario.media[1].id = bad;
    ExpectRefused(scenario, ErrorCode::kBadIdentifier, "media[1].id");
  }
  Scenario scenario = DefaultScenario();
  scenario.media[2].id = "social";
  ExpectRefused(scenario, ErrorCode::kDuplicate, "media[2].id");
}

TEST(Validation, TextsAreMeasuredInCodePointsNotBytes) {
  EXPECT_FALSE(CheckText("流量矩陣", 4, "title").has_value());
  EXPECT_EQ(CheckText("流量矩陣!", 4, "title")->code, ErrorCode::kTooLong);
}

TEST(Validation, TextsAreUtf8WithoutControlCharacters) {
  for (const char* bad :
       {"\n", "a\tb", "\x7f", "\xff", "\xC3", "\xED\xA0\x80", "\xC0\x80"}) {
    const auto error = CheckText(bad, 80, "title");
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->code, ErrorCode::kBadText);
  }
  EXPECT_FALSE(CheckText("", 80, "title").has_value());
  EXPECT_FALSE(CheckText("😀 é ~%&#", 80, "title").has_value());
}

}  // namespace
}  // namespace sextant
