#include "words/explanation.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/utf8.h"
#include "locales/text.h"
#include "support/chart_scenarios.h"

namespace sextant {
namespace {

const NumberFormat kEnglish = FormatFor(Language::kEnglish);
const NumberFormat kChinese = FormatFor(Language::kTraditionalChinese);

std::string Explain(const Scenario& scenario, int cell,
                    const NumberFormat& format = kEnglish) {
  return ExplainCell(scenario, Evaluate(scenario), cell, format);
}

bool Contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Scenario WithTarget(double cpc, double cpa, const Cell& cell) {
  Scenario scenario = EmptyScenario();
  scenario.thresholds = {Thresholds::Mode::kTarget, cpc, cpa};
  scenario.cells[1] = cell;
  return scenario;
}

TEST(ExplainCell, TellsTheWorkedExample) {
  EXPECT_EQ(Explain(DefaultScenario(), 3),
            "Search · Paid is in quadrant II: its clicks cost NT$12, 25% above "
            "the average, but 6.82% convert, so each order costs NT$176, 44% "
            "below the average.");
}

TEST(ExplainCell, UsesTimesFromTwiceTheThresholdOn) {
  const Cell cell = {1000, 0.01, 1000, 21, 0, 1};  // CPC 21, CPA 2,100
  const std::string text = Explain(WithTarget(10, 1400, cell), 1);
  EXPECT_TRUE(Contains(text, "2.1× your target")) << text;
  EXPECT_TRUE(Contains(text, "50% above your target")) << text;
}

TEST(ExplainCell, SaysWhenItIsTheSameAsTheThreshold) {
  const Cell cell = {1000, 0.01, 1000, 10, 0, 1};
  const std::string on_target = Explain(WithTarget(10, 1000, cell), 1);
  EXPECT_TRUE(Contains(on_target, "the same as your target")) << on_target;
  Scenario alone = EmptyScenario();
  alone.cells[1] = cell;
  EXPECT_TRUE(Contains(Explain(alone, 1), "the same as the average"));
}

TEST(ExplainCell, DoesNotDivideByATargetOfZero) {
  const Cell cell = {1000, 0.01, 1000, 10, 0, 1};
  const std::string text = Explain(WithTarget(0, 0, cell), 1);
  EXPECT_TRUE(Contains(text, "NT$10, above your target;")) << text;
}

TEST(ExplainCell, DoesNotBlameAGoodConversionRate) {
  // CPC 40 of 10, CPA 1,000 of 500: converts 4%, the targets ask for 2%.
  const std::string good =
      Explain(WithTarget(10, 500, {1000, 0.04, 1000, 40, 0, 1}), 1);
  EXPECT_TRUE(Contains(good, "4% convert, but each order still")) << good;
  const std::string bad =
      Explain(WithTarget(10, 500, {1000, 0.01, 1000, 40, 0, 1}), 1);
  EXPECT_TRUE(Contains(bad, "only 1% convert")) << bad;
}

TEST(ExplainCell, SaysWhyACellIsNotPlaced) {
  Scenario scenario = EmptyScenario();
  EXPECT_EQ(Explain(scenario, 0), "Social · Organic has no visits.");
  scenario.cells[0].fixed_cost = 5000;
  EXPECT_EQ(Explain(scenario, 0),
            "Social · Organic costs NT$5,000 and brings no visits.");
  scenario.cells[0] = {1000, 0, 1200, 0, 0, 1};
  EXPECT_TRUE(Contains(Explain(scenario, 0), "bring no orders"));
  scenario.cells[0] = {1000, 0.02, 1200, 0, 0, 1};
  EXPECT_TRUE(Contains(Explain(scenario, 0), "No cost is entered for"));
  scenario.cells[0] = {1000, 0, 1200, 3, 0, 1};
  EXPECT_EQ(Explain(scenario, 0),
            "Social · Organic spends NT$3,000 on 1,000 visits and gets no "
            "orders; without orders it counts as quadrant IV.");
}

TEST(ExplainCell, IsASentenceInBothLanguagesInEveryState) {
  ChartRandom random(41);
  for (int i = 0; i < 300; ++i) {
    const Scenario scenario = RandomScenario(random);
    const Report report = Evaluate(scenario);
    for (Language language : kLanguages) {
      const NumberFormat format = FormatFor(language);
      const int count = static_cast<int>(scenario.cells.size());
      for (int cell = 0; cell < count; ++cell) {
        ExpectSentence(ExplainCell(scenario, report, cell, format));
        ExpectSentence(FormulaTerm(scenario, report, cell, format));
      }
      ExpectSentence(ExplainConcentration(scenario, report, format));
      ExpectSentence(ExplainRevenue(scenario, report, nullptr, format));
    }
  }
}

TEST(ExplainCell, IsASentenceForExtremeScenarios) {
  for (const NamedScenario& hostile : HostileScenarios()) {
    SCOPED_TRACE(hostile.name);
    const Report report = Evaluate(hostile.scenario);
    for (const NumberFormat& format : {kEnglish, kChinese}) {
      ExpectSentence(ExplainCell(hostile.scenario, report, 0, format));
      ExpectSentence(ExplainCell(hostile.scenario, report, 1, format));
      ExpectSentence(ExplainConcentration(hostile.scenario, report, format));
      ExpectSentence(ExplainRevenue(hostile.scenario, report, nullptr, format));
    }
  }
}

TEST(ExplainConcentration, CountsEqualSources) {
  Scenario scenario = EmptyScenario();
  EXPECT_TRUE(
      Contains(ExplainConcentration(scenario, Evaluate(scenario), kEnglish),
               "no revenue"));
  scenario.cells[2] = {1000, 0.01, 1000, 1, 0, 1};
  EXPECT_EQ(ExplainConcentration(scenario, Evaluate(scenario), kEnglish),
            "All revenue comes from Search · Organic.");
  scenario.cells[3] = scenario.cells[2];
  const std::string text =
      ExplainConcentration(scenario, Evaluate(scenario), kEnglish);
  EXPECT_TRUE(Contains(text, "2 equal sources")) << text;
  EXPECT_TRUE(Contains(text, "50%")) << text;
}

TEST(ExplainRevenue, NamesTheCellThatMovedItMost) {
  const Scenario& before = DefaultScenario();
  const Report baseline = Evaluate(before);
  Scenario after = before;
  after.cells[3].visits *= 0.5;  // down
  after.cells[1].visits *= 1.1;  // up, but less
  const std::string text =
      ExplainRevenue(after, Evaluate(after), &baseline, kEnglish);
  EXPECT_TRUE(Contains(text, "below the baseline")) << text;
  const double change = baseline.cells()[3].revenue / 2;
  EXPECT_TRUE(Contains(text, "Search · Paid moved it most (\u2212" +
                                 kEnglish.Money(change) + ")"))
      << text;
}

TEST(ExplainRevenue, SaysWhenMoreVisitsAreWorthLess) {
  const Report baseline = Evaluate(DefaultScenario());
  Scenario after = DefaultScenario();
  after.cells[1].visits += 23000;
  const Report report = Evaluate(after);
  EXPECT_EQ(ExplainRevenue(after, report, &baseline, kEnglish),
            "Revenue NT$2,505,776 (+33%), but a visit is worth 13% less: the "
            "new visits are mostly Social · Paid’s, worth NT$27.02 each.");
  EXPECT_EQ(
      ExplainRevenue(after, report, &baseline, kChinese),
      "電商營收 $2,505,776（+33%），但流量含金量（每次造訪價值）低了 "
      "13%：新增的流量多半來自「社群媒體 · 付費引流」，每次只值 $27.02。");
}

TEST(ExplainRevenue, SaysWhenFewerVisitsAreWorthMore) {
  const Report baseline = Evaluate(DefaultScenario());
  Scenario after = DefaultScenario();
  after.cells[1].visits -= 7500;
  const std::string text =
      ExplainRevenue(after, Evaluate(after), &baseline, kEnglish);
  EXPECT_TRUE(Contains(text,
                       "a visit is worth 8% more: the lost visits were "
                       "mostly Social · Paid’s, worth NT$27.02 each."))
      << text;
}

// Worth less, but not because of where visits come from.
TEST(ExplainRevenue, BlamesNoVisitsThatAreWorthTheirShare) {
  const Report baseline = Evaluate(DefaultScenario());
  Scenario after = DefaultScenario();
  after.cells[3].visits *= 1.5;  // the best ones
  after.cells[2].conversion_rate *= 0.35;
  const std::string text =
      ExplainRevenue(after, Evaluate(after), &baseline, kEnglish);
  EXPECT_TRUE(Contains(text, "% less; Search · Paid moved revenue most (+"))
      << text;
}

TEST(ExplainRevenue, DoesNotTellSmallChangesOfQuality) {
  const Report baseline = Evaluate(DefaultScenario());
  Scenario after = DefaultScenario();
  after.cells[1].visits += 300;
  EXPECT_TRUE(
      Contains(ExplainRevenue(after, Evaluate(after), &baseline, kEnglish),
               "above the baseline"));
}

TEST(ExplainRevenue, CoversEveryKindOfChange) {
  const Scenario& scenario = DefaultScenario();
  const Report report = Evaluate(scenario);
  const Report nothing = Evaluate(EmptyScenario());
  EXPECT_TRUE(Contains(ExplainRevenue(scenario, report, &report, kEnglish),
                       "the same as the baseline"));
  EXPECT_TRUE(Contains(ExplainRevenue(scenario, report, &nothing, kEnglish),
                       "up from zero"));
  const std::string lost =
      ExplainRevenue(EmptyScenario(), nothing, &report, kEnglish);
  EXPECT_TRUE(Contains(lost, "(\u2212100%) below the baseline")) << lost;
}

TEST(ExplainRevenue, ComparesScenariosOfDifferentSize) {
  ChartRandom random(42);
  for (int i = 0; i < 100; ++i) {
    const Scenario a = RandomScenario(random);
    const Report baseline = Evaluate(RandomScenario(random));
    for (const NumberFormat& format : {kEnglish, kChinese}) {
      ExpectSentence(ExplainRevenue(a, Evaluate(a), &baseline, format));
    }
  }
}

TEST(FormulaTerm, ShowsTheNumbersOfTheCell) {
  const Scenario& scenario = DefaultScenario();
  EXPECT_EQ(FormulaTerm(scenario, Evaluate(scenario), 0, kEnglish),
            "9,000 × 1.2% × NT$1,200 = NT$129,600");
}

TEST(CellName, IsTheUsersLabelOrTheMediumsDefaultName) {
  Scenario scenario = WithMedia(4);
  EXPECT_EQ(CellName(scenario, 1, Language::kEnglish), "Social · Paid");
  EXPECT_EQ(CellName(scenario, 6, Language::kEnglish), "Medium 4 · Organic");
  scenario.media[3].label = "TikTok";
  EXPECT_EQ(CellName(scenario, 6, Language::kEnglish), "TikTok · Organic");
}

TEST(QuadrantWords, ExistForAllFour) {
  for (Language language : kLanguages) {
    for (int number = 1; number <= 4; ++number) {
      const auto quadrant = static_cast<Quadrant>(number);
      EXPECT_FALSE(QuadrantNumeral(quadrant).empty());
      EXPECT_FALSE(QuadrantStory(quadrant, language).empty());
    }
  }
}

// Half-width punctuation next to Chinese characters looks like a typing error.
TEST(ChineseTexts, UseFullWidthPunctuation) {
  constexpr std::u32string_view kHalfWidth = U",:;!?()";
  for (int id = 0; id < static_cast<int>(TextId::kCount); ++id) {
    const std::string_view text =
        Text(Language::kTraditionalChinese, static_cast<TextId>(id));
    char32_t previous = 0;
    for (size_t i = 0; i < text.size();) {
      const char32_t current = NextCodePoint(text, i);
      const bool half_after_wide =
          IsWide(previous) &&
          kHalfWidth.find(current) != std::u32string_view::npos;
      const bool wide_after_half =
          IsWide(current) &&
          kHalfWidth.find(previous) != std::u32string_view::npos;
      EXPECT_FALSE(half_after_wide || wide_after_half) << text;
      previous = current;
    }
  }
}

}  // namespace
}  // namespace sextant
