#include "exchange/scenario_json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "exchange/number_text.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

Scenario Read(std::string_view json) {
  const Result<Scenario> scenario = ReadScenario(json);
  EXPECT_TRUE(scenario.ok()) << json << ": " << scenario.error().field;
  return scenario.ok() ? scenario.value() : Scenario();
}

// "code path detail"
std::string Refusal(std::string_view json) {
  const Result<Scenario> scenario = ReadScenario(json);
  if (scenario) return "accepted";
  const Error& error = scenario.error();
  return std::string(ErrorCodeName(error.code)) + " " + error.field + " " +
         error.detail;
}

TEST(ScenarioJson, NothingIsTheDefaultScenario) {
  EXPECT_EQ(Read("{}"), DefaultScenario());
}

TEST(ScenarioJson, MembersMayBeInAnyOrder) {
  const Scenario scenario = Read(R"({
    "cells": [{"visits": 5, "id": "blog.paid"}],
    "thresholds": {"cpa": 3, "mode": "target", "cpc": 2},
    "media": [{"label": "部落格", "id": "blog"}],
    "grossMargin": 0.25, "currency": "USD", "title": "T"})");
  EXPECT_EQ(scenario.title, "T");
  EXPECT_EQ(scenario.currency, "USD");
  EXPECT_EQ(scenario.gross_margin, 0.25);
  EXPECT_EQ(scenario.media,
            (InlineVector<Medium, kMaxMedia>{{"blog", "部落格"}}));
  ASSERT_EQ(scenario.cells.size(), 2u);
  EXPECT_EQ(scenario.cells[0], Cell());
  EXPECT_EQ(scenario.cells[1].visits, 5);
  EXPECT_EQ(scenario.thresholds, (Thresholds{Thresholds::Mode::kTarget, 2, 3}));
}

TEST(ScenarioJson, BreakEvenHasTargetsOnlyIfTheyWereSet) {
  const Scenario plain = Read(R"({"thresholds": {"mode": "breakEven"}})");
  EXPECT_EQ(plain.thresholds.mode, Thresholds::Mode::kBreakEven);
  EXPECT_NE(WriteScenario(plain).find(R"("thresholds":{"mode":"breakEven"})"),
            std::string::npos);
  const Scenario set =
      Read(R"({"thresholds": {"mode": "breakEven", "cpa": 3}})");
  EXPECT_NE(WriteScenario(set).find(R"({"mode":"breakEven","cpc":0,"cpa":3})"),
            std::string::npos);
}

TEST(ScenarioJson, WithoutCellsTheDefaultsOfMediaWithTheSameId) {
  const Scenario& defaults = DefaultScenario();
  const Scenario scenario =
      Read(R"({"media": [{"id": "search"}, {"id": "blog"}]})");
  EXPECT_EQ(scenario.cells[0], defaults.cells[2]);
  EXPECT_EQ(scenario.cells[1], defaults.cells[3]);
  EXPECT_EQ(scenario.cells[2], Cell());
  EXPECT_EQ(scenario.cells[3], Cell());
}

TEST(ScenarioJson, CellsThatAreNotListedAreZero) {
  const Scenario scenario = Read(R"({"cells": [{"id": "search.paid"}]})");
  for (const Cell& cell : scenario.cells) EXPECT_EQ(cell, Cell());
  EXPECT_EQ(Read(R"({"cells": []})"), EmptyScenario());
}

TEST(ScenarioJson, CellWithoutIdIsIdentifiedByItsPosition) {
  const Scenario scenario =
      Read(R"({"cells": [{"visits": 1}, {"visits": 2}, {"visits": 3}]})");
  EXPECT_EQ(scenario.cells[0].visits, 1);
  EXPECT_EQ(scenario.cells[2].visits, 3);
  EXPECT_EQ(scenario.cells[3].visits, 0);
}

TEST(ScenarioJson, MediumWithoutIdIsTheDefaultAtItsPosition) {
  EXPECT_EQ(Read(R"({"media": [{}, {"label": "G"}, {}]})").media[1],
            (Medium{"search", "G"}));
  EXPECT_EQ(Refusal(R"({"media": [{}, {}, {}, {}]})"),
            "badIdentifier media[3].id ");
}

TEST(ScenarioJson, ReadsBackWhatItWroteBitForBit) {
  Random random(11);
  for (int i = 0; i < 2000; ++i) {
    const Scenario scenario = RandomScenario(random);
    const std::string json = WriteScenario(scenario);
    const Result<Scenario> read = ReadScenario(json);
    ASSERT_TRUE(read) << json << read.error().field;
    ASSERT_TRUE(HasSameBits(read.value(), scenario)) << json;
  }
}

TEST(ScenarioJson, RefusesByPath) {
  const struct {
    const char* json;
    const char* refusal;
  } cases[] = {
      {R"(null)", "wrongType  object"},
      {R"([])", "wrongType  object"},
      {R"({"foo": 1})", "unknownField foo foo"},
      {R"({"assists": {}})", "wrongType assists list"},
      {R"({"assists": [{"from": "social.paid", "to": "search.paid"}]})",
       "wrongType assists[0].share number"},
      {R"({"assists": [{"to": "search.paid", "share": 0.1}]})",
       "wrongType assists[0].from text"},
      {R"({"assists": [{"from": "social.paid", "to": "tv.paid", "share": 0}]})",
       "unknownCell assists[0].to tv.paid"},
      {R"({"assists": [{"from": "social.paid", "to": "social.paid",
           "share": 0.1}]})",
       "assistsItself assists[0].to social.paid"},
      {R"({"assists": [{"from": "social.paid", "to": "search.paid",
           "share": 1.5}]})",
       "outOfBounds assists[0].share 0..1"},
      {R"({"assists": [
          {"from": "social.paid", "to": "search.paid", "share": 0.1},
          {"from": "social.paid", "to": "search.paid", "share": 0.2}]})",
       "duplicate assists[1].to search.paid"},
      {R"({"assists": [
          {"from": "social.paid", "to": "search.paid", "share": 0.6},
          {"from": "social.organic", "to": "search.paid", "share": 0.5}]})",
       "assistsAboveOne assists[1].share search.paid"},
      {R"({"assists": [{"from": "social.paid", "by": 1}]})",
       "unknownField assists[0].by by"},
      {R"({"response": {"elasticity": 0}})",
       "outOfBounds response.elasticity 0.0001..1"},
      {R"({"response": {"cells": [{"id": "social.paid", "elasticity": 1.1}]}})",
       "outOfBounds response.cells[0].elasticity 0.0001..1"},
      {R"({"response": {"cells": [{"id": "tv.paid"}]}})",
       "unknownCell response.cells[0].id tv.paid"},
      {R"({"response": {"cells": [{"id": "social.paid", "visits": 1}]}})",
       "unknownField response.cells[0].visits visits"},
      {R"({"uncertainty": {"cells": [{"id": "social.paid"},
                                     {"id": "social.paid"}]}})",
       "duplicate uncertainty.cells[1] social.paid"},
      {R"({"uncertainty": {"cells": [{"orderValue": "wide"}]}})",
       "wrongType uncertainty.cells[0].orderValue number"},
      {R"({"uncertainty": {"range": 9.5}})",
       "outOfBounds uncertainty.range 0..9"},
      {R"({"season": {"startMonth": 13}})",
       "outOfBounds season.startMonth 1..12"},
      {R"({"season": {"months": [{"month": 13}]}})",
       "outOfBounds season.months[0].month 1..12"},
      {R"({"season": {"months": [{"month": 1.5}]}})",
       "notWhole season.months[0].month "},
      {R"({"season": {"months": [{"visits": 2}]}})",
       "wrongType season.months[0].month number"},
      {R"({"season": {"months": [{"month": 11}, {"month": 11}]}})",
       "duplicate season.months[1] 11"},
      {R"({"season": {"months": [{"month": 11, "visits": 101}]}})",
       "outOfBounds season.months[0].visits 0..100"},
      {R"({"season": {"months": 5}})", "wrongType season.months list"},
      {R"({"season": {"months": [{"month": 11})",
       "badSyntax season.months unexpectedEnd"},
      {R"({"retention": []})", "wrongType retention object"},
      {R"({"retention": null})", "wrongType retention object"},
      {R"({"retention": {"churn": 0}})",
       "outOfBounds retention.churn 0.0001..1"},
      {R"({"retention": {"churn": null}})", "wrongType retention.churn number"},
      {R"({"retention": {"Churn": 0.1}})",
       "unknownField retention.Churn Churn"},
      {R"({"retention": {"": 0.1}})", "unknownField retention. "},
      {R"({"retention": {"churn": 0.1, "churn": 0.2}})",
       "duplicate retention.churn churn"},
      {R"({"retention": {}, "retention": {}})",
       "duplicate retention retention"},
      {R"({"retention.churn": 0.1})",
       "unknownField retention.churn retention.churn"},
      {R"({"retention": {"churn.": 0.1}})",
       "unknownField retention.churn. churn."},
      {R"({"churn": 0.1})", "unknownField churn churn"},
      {R"({"flywheel": 5})", "wrongType flywheel object"},
      {R"({"flywheel": {"months": 0}})", "outOfBounds flywheel.months 1..120"},
      {R"({"flywheel": {"months": 2.5}})", "notWhole flywheel.months "},
      {R"({"flywheel": {"months": "12"}})", "wrongType flywheel.months number"},
      {R"({"flywheel": {"organicGrowth": -0.1}})",
       "outOfBounds flywheel.organicGrowth 0..1"},
      {R"({"flywheel": {"referralConversionRate": null}})",
       "wrongType flywheel.referralConversionRate number"},
      {R"({"flywheel": {"referralConversionRate": 1.5}})",
       "outOfBounds flywheel.referralConversionRate 0..1"},
      {R"({"flywheel": {"segments": []}})",
       "wrongType flywheel.segments object"},
      {R"({"flywheel": {"segments": {"fan": {}}}})",
       "unknownField flywheel.segments.fan fan"},
      {R"({"flywheel": {"segments.promoter": {}}})",
       "unknownField flywheel.segments.promoter segments.promoter"},
      {R"({"flywheel": {"promoter": {}}})",
       "unknownField flywheel.promoter promoter"},
      {R"({"flywheel": {"segments": {"passive": null}}})",
       "wrongType flywheel.segments.passive object"},
      {R"({"flywheel": {"segments": {"passive": {"churn": 1.1}}}})",
       "outOfBounds flywheel.segments.passive.churn 0.0001..1"},
      {R"({"flywheel": {"segments": {"passive": {"nps": 1}}}})",
       "unknownField flywheel.segments.passive.nps nps"},
      {R"({"flywheel": {"segments": {"passive": {}, "passive": {}}}})",
       "duplicate flywheel.segments.passive passive"},
      {R"({"flywheel": {"segments": {"passive": {"share": 0.5}}}})",
       "sharesDoNotSum flywheel.segments 1100000"},
      {R"({"flywheel": {"segments": {"passive": {"share": 0}}}})",
       "sharesDoNotSum flywheel.segments 600000"},
      {R"({"remarketing": {"costPerClick": 1e7}})",
       "outOfBounds remarketing.costPerClick 0..1000000"},
      {R"({"remarketing": {"mode": "target"}})",
       "unknownField remarketing.mode mode"},
      {R"({"cells": [{"engagedShare": 1.5}]})",
       "outOfBounds cells[0].engagedShare 0..1"},
      {R"({"title": 1})", "wrongType title text"},
      {R"({"title": null})", "wrongType title text"},
      {R"({"title": "a\u0007"})", "badText title "},
      {R"({"title": "a\u2028"})", "badText title "},
      {R"({"currency": "twd"})", "badCurrency currency "},
      {R"({"currency": "TWDX"})", "badCurrency currency "},
      {R"({"currency": ""})", "badCurrency currency "},
      {R"({"grossMargin": 1.01})", "outOfBounds grossMargin 0..1"},
      {R"({"grossMargin": "0.5"})", "wrongType grossMargin number"},
      {R"({"grossMargin": 1e999})", "notFinite grossMargin "},
      {R"({"media": {}})", "wrongType media list"},
      {R"({"media": []})", "mediaCount media "},
      {R"({"media": [{},{},{},{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"},{"id":"f"}]})",
       "mediaCount media "},
      {R"({"media": [{"id": "Blog"}]})", "badIdentifier media[0].id "},
      {R"({"media": [{"id": ""}]})", "badIdentifier media[0].id "},
      {R"({"media": [{"id": "a.b"}]})", "badIdentifier media[0].id "},
      {R"({"media": [{"id": "a2345678901234567"}]})",
       "badIdentifier media[0].id "},
      {R"({"media": [{"id": "a"}, {"id": "a"}]})", "duplicate media[1].id a"},
      {R"({"media": [{"name": "a"}]})", "unknownField media[0].name name"},
      {R"({"media": [{"label": "123456789012345678901"}]})",
       "tooLong media[0].label 20"},
      {R"({"cells": {}})", "wrongType cells list"},
      {R"({"cells": [1]})", "wrongType cells[0] object"},
      {R"({"cells": [null]})", "wrongType cells[0] object"},
      {R"({"cells": [{}, {"conversionRate": 2}]})",
       "outOfBounds cells[1].conversionRate 0..1"},
      {R"({"cells": [{"visits": -1}]})",
       "outOfBounds cells[0].visits 0..1000000000"},
      {R"({"cells": [{"visits": null}]})", "wrongType cells[0].visits number"},
      {R"({"cells": [{"clicks": 1}]})", "unknownField cells[0].clicks clicks"},
      {R"({"cells": [{"id": "tv.paid"}]})", "unknownCell cells[0].id tv.paid"},
      {R"({"cells": [{"id": "social.free"}]})",
       "unknownCell cells[0].id social.free"},
      {R"({"cells": [{"id": ""}]})", "unknownCell cells[0].id "},
      {R"({"cells": [{"id": "search.paid"}, {"id": "search.paid"}]})",
       "duplicate cells[1].id search.paid"},
      {R"({"cells": [{"id": "social.paid"}, {}]})",
       "duplicate cells[1] social.paid"},
      {R"({"cells": [{},{},{},{},{},{},{}]})", "unknownCell cells[6] 7"},
      {R"({"cells": [{"visits": 1, "visits": 2}]})",
       "duplicate cells[0].visits visits"},
      {R"({"title": "a", "title": "b"})", "duplicate title title"},
      {R"({"thresholds": []})", "wrongType thresholds object"},
      {R"({"thresholds": {"mode": "breakeven"}})",
       "unknownOption thresholds.mode breakeven"},
      {R"({"thresholds": {"mode": "mine"}})",
       "unknownOption thresholds.mode mine"},
      {R"({"thresholds": {"mode": 1}})", "wrongType thresholds.mode text"},
      {R"({"thresholds": {"cpa": -1}})",
       "outOfBounds thresholds.cpa 0..1000000000"},
      {R"({"thresholds": {"roas": 1}})", "unknownField thresholds.roas roas"},
      {R"({} {})", "badSyntax  unexpectedCharacter"},
  };
  for (const auto& [json, refusal] : cases) {
    EXPECT_EQ(Refusal(json), refusal) << json;
  }
  EXPECT_EQ(Refusal("{\"title\": \"" + std::string(81, 'x') + "\"}"),
            "tooLong title 80");
  EXPECT_EQ(Read("{\"title\": \"" + std::string(80, 'x') + "\"}").title.size(),
            80u);
}

TEST(ScenarioJson, MembersMissingInBlocksTakeTheirDefaults) {
  EXPECT_EQ(Read(R"({"retention": {}, "flywheel": {"segments": {}},
                     "remarketing": {}})"),
            DefaultScenario());
  Scenario expected = DefaultScenario();
  expected.retention.churn = 0.2;
  expected.flywheel.months = 6;
  expected.flywheel.segments[2] = {0.2, 0.5, 0.05, 0};
  expected.flywheel.referral_conversion_rate = 0.5;
  expected.remarketing.cost_per_click = 2;
  EXPECT_EQ(Read(R"({"remarketing": {"costPerClick": 2},
                     "flywheel": {"segments": {"detractor": {"churn": 0.5}},
                                  "referralConversionRate": 0.5, "months": 6},
                     "retention": {"churn": 0.2}})"),
            expected);
}

TEST(ScenarioJson, ReferralConversionRateIsWrittenOnlyIfSet) {
  Scenario scenario = DefaultScenario();
  EXPECT_EQ(WriteScenario(scenario).find("referralConversionRate"),
            std::string::npos);
  scenario.flywheel.referral_conversion_rate = 0;
  EXPECT_NE(WriteScenario(scenario).find("\"referralConversionRate\":0,"),
            std::string::npos);
  EXPECT_EQ(Read(WriteScenario(scenario)), scenario);
}

TEST(ScenarioJson, WritesBlocksAsNestedObjects) {
  const std::string json = WriteScenario(DefaultScenario());
  const std::string blocks =
      R"("retention":{"repeatOrders":0.25,"churn":0.1,"discount":0.01},)"
      R"("flywheel":{"months":24,"organicGrowth":0,"segments":{)"
      R"("promoter":{"share":0.4,"churn":0.05,"repeatOrders":0.3,)"
      R"("referralVisits":0.5},)"
      R"("passive":{"share":0.4,"churn":0.1,"repeatOrders":0.2,)"
      R"("referralVisits":0.1},)"
      R"("detractor":{"share":0.2,"churn":0.3,"repeatOrders":0.05,)"
      R"("referralVisits":0}}},)"
      R"("remarketing":{"engagedConversionRate":0.1,"costPerClick":5},)"
      R"("response":{"elasticity":0.7,"cells":[]},)"
      R"("uncertainty":{"range":0.2,"correlation":0.3,"cells":[]},)"
      R"("season":{"startMonth":1,"months":[]},"assists":[]})";
  EXPECT_EQ(json.substr(json.size() - blocks.size()), blocks);
}

TEST(ScenarioJson, ListsMayComeBeforeTheMediaThatTheyName) {
  const auto scenario = ReadScenario(R"({
      "assists": [{"share": 0.25, "to": "tv.paid", "from": "news.organic"}],
      "response": {"cells": [{"elasticity": 0.5, "id": "tv.paid"}],
                   "elasticity": 0.8},
      "uncertainty": {"cells": [{"visits": 0}, {"orderValue": 0.5}]},
      "season": {"months": [{"visits": 1.8, "month": 11}]},
      "media": [{"id": "news"}, {"id": "tv"}]})");
  ASSERT_TRUE(scenario);
  const Scenario& read = scenario.value();
  ASSERT_EQ(read.assists.size(), 1u);
  EXPECT_EQ(read.assists[0], (Assist{0, 3, 0.25}));
  EXPECT_EQ(read.response.elasticity, 0.8);
  EXPECT_EQ(read.cells[3].elasticity, 0.5);
  EXPECT_EQ(read.cells[2].elasticity, OptionalNumber());
  EXPECT_EQ(read.cells[0].visits_range, 0);
  EXPECT_EQ(read.cells[1].order_value_range, 0.5);
  EXPECT_EQ(read.cells[1].visits_range, OptionalNumber());
  EXPECT_EQ(read.season.months[10], (MonthFactors{.visits = 1.8}));
  EXPECT_EQ(read.season.months[9], MonthFactors());
}

TEST(ScenarioJson, RowsOfListsAreWrittenAndReadBack) {
  Random random(12);
  for (int i = 0; i < 200; ++i) {
    Scenario scenario = RandomScenario(random);
    AddRandomRows(scenario, random);
    ASSERT_FALSE(Validate(scenario).has_value());
    const auto read = ReadScenario(WriteScenario(scenario));
    ASSERT_TRUE(read);
    EXPECT_EQ(read.value(), scenario);
  }
}

// For the call that normalises shares.
TEST(ScenarioReader, DividesSharesByTheirSumOnRequest) {
  const std::string text =
      R"({"flywheel": {"segments": {"promoter": {"share": 0.2},
          "passive": {"share": 0.1}, "detractor": {"share": 0.1}}}})";
  JsonReader strict(text);
  ScenarioReader reader;
  ASSERT_TRUE(reader.Read(strict).has_value());
  JsonReader json(text);
  reader.NormaliseSharesRead();
  ASSERT_FALSE(reader.Read(json).has_value());
  const auto& segments = reader.scenario().flywheel.segments;
  EXPECT_DOUBLE_EQ(segments[0].share, 0.5);
  EXPECT_DOUBLE_EQ(segments[1].share, 0.25);
  EXPECT_DOUBLE_EQ(segments[2].share, 0.25);
}

// Every field of the table at its bounds, beyond them, and not finite.
TEST(ScenarioJson, EveryCellFieldIsCheckedAgainstItsBounds) {
  for (const CellField& field : CellFields()) {
    const std::string structure =
        "{\"cells\":[{},{\"" + std::string(field.id) + "\":#}]}";
    const std::string path = std::string("cells[1].") + field.id;
    const auto read = [&structure](double value) {
      JsonReader reader(structure, std::span(&value, 1));
      return ReadScenario(reader);
    };
    for (const double good : {field.minimum, field.maximum,
                              (field.minimum + field.maximum) / 3, -0.0}) {
      const Result<Scenario> scenario = read(good);
      ASSERT_TRUE(scenario) << path << " " << good;
      EXPECT_EQ(scenario.value().cells[1].*field.member, good);
      EXPECT_FALSE(std::signbit(scenario.value().cells[1].*field.member));
    }
    const double above = std::nextafter(field.maximum, kInfinity);
    for (const double beyond : {-5e-324, -1.0, above, 1e308}) {
      const Result<Scenario> scenario = read(beyond);
      ASSERT_FALSE(scenario) << path << " " << beyond;
      EXPECT_EQ(scenario.error().code, ErrorCode::kOutOfBounds);
      EXPECT_EQ(scenario.error().field, path);
    }
    for (const double unspeakable : {kNan, kInfinity, -kInfinity}) {
      const Result<Scenario> scenario = read(unspeakable);
      ASSERT_FALSE(scenario) << path << " " << unspeakable;
      EXPECT_EQ(scenario.error().code, ErrorCode::kNotFinite);
      EXPECT_EQ(scenario.error().field, path);
    }
  }
}

// The structure without its numbers, as JavaScript sends it.
struct Compact {
  std::string structure;
  std::vector<double> numbers;
};

Compact MakeCompact(const std::string& json) {
  Compact compact;
  bool in_text = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"' && (i == 0 || json[i - 1] != '\\')) in_text = !in_text;
    if (in_text || (c != '-' && !(c >= '0' && c <= '9'))) {
      compact.structure += c;
      continue;
    }
    const size_t end = json.find_first_not_of("-+.0123456789e", i);
    compact.numbers.push_back(*ParseNumber(json.substr(i, end - i)));
    compact.structure += '#';
    i = end - 1;
  }
  return compact;
}

TEST(ScenarioReader, NumbersAloneGiveTheSameScenarioAsTheFullText) {
  Random random(12);
  ScenarioReader reader;
  std::string last_structure;
  int repeated = 0;
  for (int i = 0; i < 500; ++i) {
    Scenario scenario = RandomScenario(random);
    scenario.title.clear();  // no digits in texts
    for (Medium& medium : scenario.media) medium.label.clear();
    for (int change = 0; change < 5; ++change) {
      for (Cell& cell : scenario.cells) {
        for (const CellField& field : CellFields()) {
          cell.*field.member = RandomValue(field, random);
        }
      }
      scenario.gross_margin = random.Unit();
      for (const ScenarioField& field : ScenarioFields()) {
        if (field.in_block && HasField(scenario, field)) {
          SetField(scenario, field, RandomValue(field, random));
        }
      }
      NormaliseShares(scenario.flywheel);
      const Compact compact = MakeCompact(WriteScenario(scenario));
      if (compact.structure == last_structure) {
        ASSERT_TRUE(reader.ReadNumbers(compact.numbers));
        ++repeated;
      } else {
        JsonReader json(compact.structure, compact.numbers);
        ASSERT_FALSE(reader.Read(json));
        last_structure = compact.structure;
      }
      ASSERT_TRUE(HasSameBits(reader.scenario(), scenario));
    }
  }
  EXPECT_GT(repeated, 1500);
}

TEST(ScenarioReader, RefusesNumbersAloneWhoseSharesDoNotSum) {
  const std::string structure =
      R"({"flywheel":{"segments":{"promoter":{"share":#},)"
      R"("passive":{"share":#}}}})";
  ScenarioReader reader;
  const std::vector<double> good = {0.5, 0.3};
  JsonReader json(structure, good);
  ASSERT_FALSE(reader.Read(json));
  EXPECT_TRUE(reader.ReadNumbers(std::vector<double>{0.1, 0.7}));
  EXPECT_EQ(reader.scenario().flywheel.segments[0].share, 0.1);
  EXPECT_FALSE(reader.ReadNumbers(std::vector<double>{0.1, 0.8}));
  EXPECT_FALSE(reader.ReadNumbers(good)) << "half of the numbers were taken";
}

TEST(ScenarioReader, RefusedNumberNeedsTheTextAgain) {
  const std::string structure = R"({"cells":[{"visits":#}],"grossMargin":#})";
  ScenarioReader reader;
  EXPECT_FALSE(reader.ReadNumbers(std::vector<double>{1, 0.5}));
  const std::vector<double> good = {1, 0.5};
  JsonReader json(structure, good);
  ASSERT_FALSE(reader.Read(json));
  EXPECT_TRUE(reader.ReadNumbers(std::vector<double>{2, 0.25}));
  EXPECT_EQ(reader.scenario().cells[0].visits, 2);
  EXPECT_EQ(reader.scenario().gross_margin, 0.25);
  EXPECT_FALSE(reader.ReadNumbers(std::vector<double>{2}));
  for (const double bad : {-1.0, 2e9, kNan, kInfinity}) {
    JsonReader again(structure, good);
    ASSERT_FALSE(reader.Read(again));
    EXPECT_FALSE(reader.ReadNumbers(std::vector<double>{bad, 0.5})) << bad;
    EXPECT_FALSE(reader.ReadNumbers(good)) << "half of the numbers were taken";
  }
}

}  // namespace
}  // namespace sextant
