// Whatever a cell's profit, kind, quadrant, yardstick and distance from the
// lines: what is said about it is true. tests/golden/cell_words.txt has all of
// it to read.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/metrics/evaluate.h"
#include "support/chart_scenarios.h"
#include "words/advice.h"
#include "words/explanation.h"
#include "words/short_story.h"

namespace sextant {
namespace {

using Mode = Thresholds::Mode;
constexpr Mode kModes[] = {Mode::kPortfolio, Mode::kBreakEven, Mode::kTarget};
constexpr const char* kModeWords[] = {"average", "break-even", "target"};

constexpr double kVisits = 10000;
constexpr double kRate = 0.02;
constexpr double kOrderValue = 2000;
constexpr double kSpend = 100000;
constexpr double kCpc = 10;
constexpr double kCpa = 500;

// Where the cell is: its quadrant by its limits, and which of them it is near.
struct Place {
  Quadrant quadrant;
  double cpc_limit;
  double cpa_limit;
  bool cpc_on_line;
  bool cpa_on_line;
  bool on_line() const { return cpc_on_line || cpa_on_line; }
  bool low_cpa() const { return cpa_limit >= kCpa; }
};

struct Case {
  std::string name;
  Scenario scenario;
  Place place;
  Mode mode;
  Kind kind;
  bool earns;
  int cell() const { return kind == Kind::kOrganic ? 0 : 1; }
};

struct Said {
  std::string sentence;
  std::string advice;
  std::string story;
  std::string all() const { return sentence + " " + advice; }
};

std::vector<Place> Places() {
  std::vector<Place> places;
  for (const bool near_cpc : {false, true}) {
    for (const bool near_cpa : {false, true}) {
      for (int number = 1; number <= 4; ++number) {
        const auto quadrant = static_cast<Quadrant>(number);
        const bool low_cpc = number == 1 || number == 4;
        const bool low_cpa = number <= 2;
        const double cpc = near_cpc ? 1.03 : 2;
        const double cpa = near_cpa ? 1.04 : 2.5;
        places.push_back({quadrant, low_cpc ? kCpc * cpc : kCpc / cpc,
                          low_cpa ? kCpa * cpa : kCpa / cpa, near_cpc,
                          near_cpa});
      }
    }
  }
  // Quadrant III although it converts more than the limits ask for.
  places.push_back(
      {Quadrant::kHighCpcHighCpa, kCpc / 2.5, kCpa / 2, false, false});
  return places;
}

// One cell of kSpend and kVisits, and one that puts the lines where they are to
// be.
Scenario MakeScenario(const Place& place, Mode mode, Kind kind, bool earns) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = earns ? 0.8 : 0.1;
  Cell cell = {kVisits, kRate, kOrderValue, kSpend / kVisits, 0, 1};
  if (kind == Kind::kOrganic) {
    cell.cost_per_click = 0;
    cell.fixed_cost = kSpend;
  }
  scenario.cells[kind == Kind::kOrganic ? 0 : 1] = cell;
  scenario.retention.repeat_orders = 0;  // no payback
  Cell& other = scenario.cells[3];
  other = {1e6, kRate, kOrderValue, 1, 0, 1};
  const double all = kVisits + other.visits;
  scenario.thresholds.mode = mode;
  if (mode == Mode::kTarget) {
    scenario.thresholds = {mode, place.cpc_limit, place.cpa_limit};
  } else if (mode == Mode::kPortfolio) {
    const double spend = place.cpc_limit * all;
    other.cost_per_click = (spend - kSpend) / other.visits;
    other.conversion_rate =
        (spend / place.cpa_limit - kVisits * kRate) / other.visits;
  } else {
    scenario.gross_margin = place.cpa_limit / kOrderValue;
    other.conversion_rate =
        (place.cpc_limit / place.cpa_limit * all - kVisits * kRate) /
        other.visits;
  }
  return scenario;
}

std::string NameOf(const Place& place, Mode mode, Kind kind, bool earns) {
  std::string name = std::string(kModeWords[static_cast<int>(mode)]) + ", " +
                     (kind == Kind::kOrganic ? "organic" : "paid") + ", " +
                     std::string(QuadrantNumeral(place.quadrant)) +
                     (earns ? ", earns" : ", loses");
  if (place.cpc_on_line) name += ", on the CPC line";
  if (place.cpa_on_line) name += ", on the CPA line";
  if (place.cpc_limit / place.cpa_limit < kRate * 0.9 &&
      place.quadrant == Quadrant::kHighCpcHighCpa && !place.on_line()) {
    name += ", converts well";
  }
  return name;
}

// Break-even means that a low CPA and a profit are the same.
std::vector<Case> Cases() {
  std::vector<Case> cases;
  for (const Mode mode : kModes) {
    for (const Kind kind : {Kind::kPaid, Kind::kOrganic}) {
      for (const Place& place : Places()) {
        for (const bool earns : {true, false}) {
          if (mode == Mode::kBreakEven && earns != place.low_cpa()) continue;
          cases.push_back({NameOf(place, mode, kind, earns),
                           MakeScenario(place, mode, kind, earns), place, mode,
                           kind, earns});
        }
      }
    }
  }
  return cases;
}

Said Say(const Case& given, Language language) {
  const Report report = Evaluate(given.scenario);
  const NumberFormat format = FormatFor(language);
  return {
      ExplainCell(given.scenario, report, given.cell(), format),
      AdviseCell(given.scenario, report, given.cell(), format),
      ShortStory(given.scenario, report, given.cell(), language),
  };
}

void ExpectPart(const std::string& text, std::string_view part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << " in: " << text;
}

void ExpectNone(const std::string& text,
                std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    EXPECT_EQ(text.find(word), std::string::npos) << word << " in: " << text;
  }
}

TEST(CellWords, TheGridIsWhatItSays) {
  const std::vector<Case> cases = Cases();
  EXPECT_EQ(cases.size(), 2u * (2 * 2 * 17 + 17));
  for (const Case& given : cases) {
    SCOPED_TRACE(given.name);
    const Report report = Evaluate(given.scenario);
    const CellMetrics& metrics = report.cells()[given.cell()];
    EXPECT_EQ(metrics.quadrant, given.place.quadrant);
    EXPECT_EQ(metrics.profit > 0, given.earns);
    EXPECT_DOUBLE_EQ(*metrics.effective_cpc, kCpc);
    EXPECT_DOUBLE_EQ(*metrics.cpa, kCpa);
  }
}

TEST(CellWords, NothingThatEarnsFailsOrIsToStop) {
  for (const Case& given : Cases()) {
    if (!given.earns) continue;
    SCOPED_TRACE(given.name);
    const Said en = Say(given, Language::kEnglish);
    ExpectNone(en.all() + en.story,
               {"miss", "fail", "stop", "Fix", "loses", "lost", "at a loss",
                "does not buy", "do not buy", "not enough"});
    const Said zh = Say(given, Language::kTraditionalChinese);
    ExpectNone(zh.all() + zh.story,
               {"沒打中", "停止", "失誤", "修正", "虧", "不買", "不夠"});
  }
}

TEST(CellWords, WhatEarnsInABadQuadrantSaysHowMuchAndWhatCouldBeBetter) {
  for (const Case& given : Cases()) {
    if (!given.earns || given.place.low_cpa()) continue;
    SCOPED_TRACE(given.name);
    const double profit = Evaluate(given.scenario).cells()[given.cell()].profit;
    for (const Language language : kLanguages) {
      const Said said = Say(given, language);
      ExpectPart(said.all(), FormatFor(language).Money(profit));
    }
    if (given.place.on_line()) continue;
    ExpectPart(Say(given, Language::kEnglish).advice, "earn more");
    ExpectPart(Say(given, Language::kEnglish).story, "earns");
    ExpectPart(Say(given, Language::kTraditionalChinese).advice, "賺更多");
    ExpectPart(Say(given, Language::kTraditionalChinese).story, "有賺");
  }
}

TEST(CellWords, WhatLosesIsNotToGrow) {
  for (const Case& given : Cases()) {
    if (given.earns) continue;
    SCOPED_TRACE(given.name);
    ExpectNone(Say(given, Language::kEnglish).all(),
               {"Scale", "Grow", "Keep it", "worth its cost", "It earns"});
    ExpectNone(Say(given, Language::kTraditionalChinese).all(),
               {"加碼投入", "繼續擴大", "維持投入", "花得值得", "每月賺"});
  }
}

TEST(CellWords, OrganicCellsHaveNoCampaign) {
  for (const Case& given : Cases()) {
    if (given.kind != Kind::kOrganic) continue;
    SCOPED_TRACE(given.name);
    const Said en = Say(given, Language::kEnglish);
    ExpectNone(en.all() + en.story,
               {"ampaign", "udience", " bid", "emarketing", " ads", " ad ",
                "clicks cost", "creative", "onversions"});
    const Said zh = Say(given, Language::kTraditionalChinese);
    ExpectNone(zh.all() + zh.story, {"廣告", "受眾", "出價", "再行銷", "素材"});
    for (const Language language : kLanguages) {
      const NumberFormat format = FormatFor(language);
      const std::string sentence = Say(given, language).sentence;
      const double profit =
          Evaluate(given.scenario).cells()[given.cell()].profit;
      for (const double number : {kSpend, kCpc, kCpa, std::fabs(profit)}) {
        ExpectPart(sentence, format.Money(number));
      }
    }
    ExpectPart(en.sentence, given.earns ? "of the margin is left" : "is lost");
    ExpectPart(zh.sentence, given.earns ? "還剩" : "還虧");
  }
}

TEST(CellWords, WithinFivePercentOfALineNothingIsDecided) {
  for (const Case& given : Cases()) {
    SCOPED_TRACE(given.name);
    const Said en = Say(given, Language::kEnglish);
    const Said zh = Say(given, Language::kTraditionalChinese);
    if (!given.place.on_line()) {
      ExpectNone(en.all() + en.story,
                 {"on the line", "lines cross", "So close"});
      ExpectNone(zh.all() + zh.story, {"界線"});
      continue;
    }
    const bool both = given.place.cpc_on_line && given.place.cpa_on_line;
    ExpectPart(en.sentence, both ? "the two lines cross" : "on the line");
    ExpectPart(en.story, "on the line");
    ExpectPart(en.advice, "So close to a line");
    ExpectNone(en.sentence, {"only", "but each", "so each"});
    ExpectPart(zh.sentence, "界線");
    ExpectPart(zh.story, "在界線上");
    ExpectPart(zh.advice, "離界線這麼近");
  }
}

TEST(CellWords, NameTheYardstick) {
  constexpr std::string_view kEnglish[] = {"the average", "break-even",
                                           "your target"};
  constexpr std::string_view kChinese[] = {"平均", "損益兩平點", "目標 "};
  for (const Case& given : Cases()) {
    SCOPED_TRACE(given.name);
    const std::string en = Say(given, Language::kEnglish).sentence;
    const std::string zh = Say(given, Language::kTraditionalChinese).sentence;
    for (const Mode mode : kModes) {
      const auto i = static_cast<size_t>(mode);
      if (mode == given.mode) {
        ExpectPart(en, kEnglish[i]);
        ExpectPart(zh, mode == Mode::kTarget ? "目標" : kChinese[i]);
      } else {
        ExpectNone(en, {kEnglish[i]});
        ExpectNone(zh, {mode == Mode::kTarget ? "目標" : kChinese[i]});
      }
    }
  }
}

// Apart from what is the same by design, no two cases are told alike.
TEST(CellWords, DifferentCasesAreToldDifferently) {
  for (const Language language : kLanguages) {
    std::map<std::string, std::string> told;
    for (const Case& given : Cases()) {
      const auto [other, is_new] =
          told.emplace(Say(given, language).all(), given.name);
      // A paid cell of quadrant III is to be fixed; by how much it loses is on
      // its card.
      EXPECT_TRUE(is_new) << given.name << " = " << other->second << ": "
                          << other->first;
    }
  }
}

// Advice of its own for every quadrant and kind, and by whether it earns.
TEST(CellWords, AdviceIsPerQuadrantKindAndProfit) {
  for (const Language language : kLanguages) {
    std::map<std::string, std::set<std::string>> advice;
    for (const Case& given : Cases()) {
      if (given.mode != Mode::kTarget || given.place.on_line()) continue;
      const std::string kind =
          given.kind == Kind::kOrganic ? "organic" : "paid";
      advice[kind + (given.earns ? " earns" : " loses")].insert(
          Say(given, language).advice);
    }
    EXPECT_EQ(advice["paid earns"].size(), 4u);
    EXPECT_EQ(advice["organic earns"].size(), 4u);
    // In quadrants I and II a loss is what matters.
    EXPECT_EQ(advice["paid loses"].size(), 3u);
    EXPECT_EQ(advice["organic loses"].size(), 3u);
    for (const std::string& said : advice["paid earns"]) {
      EXPECT_EQ(advice["organic earns"].count(said), 0u) << said;
    }
  }
}

TEST(CellWords, OrganicCellsWhoseClicksCostSomethingAreNotCalledUnpaid) {
  Case given = Cases().back();
  ASSERT_EQ(given.kind, Kind::kOrganic);
  Cell& cell = given.scenario.cells[0];
  ExpectPart(Say(given, Language::kEnglish).sentence, "Nobody is paid");
  cell.cost_per_click = 1;
  cell.fixed_cost -= kVisits;
  ExpectNone(Say(given, Language::kEnglish).sentence, {"Nobody"});
  ExpectPart(Say(given, Language::kEnglish).sentence, "Clicks, content");
  ExpectPart(Say(given, Language::kTraditionalChinese).sentence, "點擊、內容");
}

TEST(CellWords, AtBreakEvenNothingIsLost) {
  for (const Kind kind : {Kind::kPaid, Kind::kOrganic}) {
    const Place far = {Quadrant::kHighCpcHighCpa, kCpc / 2, kCpa / 2, false,
                       false};
    Case given = {"",   MakeScenario(far, Mode::kTarget, kind, true),
                  far,  Mode::kTarget,
                  kind, true};
    given.scenario.gross_margin = kCpa / kOrderValue;
    const std::string en = Say(given, Language::kEnglish).all();
    const std::string zh = Say(given, Language::kTraditionalChinese).all();
    ExpectNone(en, {"loses", "lost", "stop"});
    ExpectNone(zh, {"虧", "停止"});
    ExpectPart(en, kind == Kind::kPaid ? "earns NT$0" : "NT$0 of the margin");
    ExpectPart(zh, kind == Kind::kPaid ? "賺 $0" : "還剩 $0");
  }
}

TEST(CellWords, ALossThatLifetimeValuePaysBackIsWorthIt) {
  const Place far = {Quadrant::kHighCpcHighCpa, kCpc / 2, kCpa / 2, false,
                     false};
  Case given = {
      "",          MakeScenario(far, Mode::kTarget, Kind::kPaid, false),
      far,         Mode::kTarget,
      Kind::kPaid, false};
  given.scenario.retention.repeat_orders = 1;
  EXPECT_TRUE(Say(given, Language::kEnglish).advice.starts_with("Worth it"));
  ExpectPart(Say(given, Language::kEnglish).story, "III · pays back in month");
  ExpectPart(Say(given, Language::kTraditionalChinese).story, "個月回本");
}

TEST(CellWords, ACellWithoutAQuadrantHasNoStory) {
  const Scenario& empty = EmptyScenario();
  EXPECT_EQ(ShortStory(empty, Evaluate(empty), 0, Language::kEnglish),
            "Not placed");
}

TEST(CellWords, WithoutOrdersNothingIsCloseToALine) {
  const Place near = {Quadrant::kLowCpcHighCpa, kCpc * 1.03, kCpa, true, false};
  Case given = {"",
                MakeScenario(near, Mode::kTarget, Kind::kOrganic, false),
                near,
                Mode::kTarget,
                Kind::kOrganic,
                false};
  given.scenario.cells[0].conversion_rate = 0;
  const Said said = Say(given, Language::kEnglish);
  EXPECT_EQ(said.story, "IV · cheap, few buy");
  ExpectPart(said.sentence, "gets no orders");
  ExpectPart(said.advice, "closer to the product");
}

// To read everything: SEXTANT_WRITE_GOLDEN=1 writes the file anew.
TEST(CellWords, AreTheOnesThatWereRead) {
  std::ostringstream words;
  for (const Case& given : Cases()) {
    // The other yardsticks differ in its name only.
    if (given.place.on_line() && given.mode != Mode::kPortfolio) continue;
    words << "## " << given.name << '\n';
    for (const Language language : kLanguages) {
      const Said said = Say(given, language);
      words << '[' << said.story << "] " << said.sentence
            << (language == Language::kEnglish ? " " : "") << said.advice
            << '\n';
    }
  }
  constexpr const char* kFile = SEXTANT_GOLDEN_DIR "/cell_words.txt";
  if (std::getenv("SEXTANT_WRITE_GOLDEN")) std::ofstream(kFile) << words.str();
  std::ifstream file(kFile);
  std::ostringstream read;
  read << file.rdbuf();
  EXPECT_EQ(words.str(), read.str());
}

}  // namespace
}  // namespace sextant
