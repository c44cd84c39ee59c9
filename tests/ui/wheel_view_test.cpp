// The small flywheel, the flywheel's own totals, and remarketing as a part of
// its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ui/page.h"
#include "ui/picture.h"

namespace sextant {
namespace {

constexpr Size kFrames[] = {{390, 640}, {680, 640}, {1280, 640}};
constexpr Language kLanguages[] = {Language::kEnglish,
                                   Language::kTraditionalChinese};
constexpr const char* kLevers[] = {"flywheel.segments.promoter.churn",
                                   "flywheel.segments.promoter.repeatOrders",
                                   "flywheel.segments.promoter.referralVisits"};
constexpr const char* kProfit = "flywheel/flywheelProfit";
constexpr const char* kFunnel = "flywheel/funnelProfit";
constexpr const char* kAhead = "flywheel/profitAhead";

Page& Show(Page& page, View view) {
  page.app.SetReducedMotion(true);
  page.app.SetView(view);
  page.Settle();
  return page;
}

void Load(Page& page, const char* preset) {
  page.app.session().Apply(edit::LoadPreset{*FindPreset(preset)});
  page.app.Wake();
  page.Settle();
}

std::vector<std::string> Controls(Page& page) {
  std::vector<std::string> ids;
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    if (IsControl(node)) ids.push_back(node.id);
  }
  return ids;
}

std::string LineOf(Page& page) {
  return Picture(page).TextIn({0, 0, page.app.surroundings().width, 64});
}

FlywheelReport Simulated(Page& page) {
  const Session& session = page.app.session();
  return SimulateFlywheel(session.scenario(), session.report());
}

bool Begins(Page& page, const char* node, double money) {
  return page.Find(node)->value_text.starts_with(
      page.app.surroundings().format.Money(money));
}

void ExpectTotals(Page& page) {
  for (const char* id : {kProfit, kFunnel, kAhead}) {
    ASSERT_EQ(
        std::count_if(page.app.semantics().nodes().begin(),
                      page.app.semantics().nodes().end(),
                      [&](const SemanticNode& node) { return node.id == id; }),
        1)
        << id;
  }
  const FlywheelReport report = Simulated(page);
  const double flywheel = report.flywheel().back().cumulative_profit;
  const double funnel = report.funnel().back().cumulative_profit;
  EXPECT_TRUE(Begins(page, kProfit, flywheel)) << flywheel;
  EXPECT_TRUE(Begins(page, kFunnel, funnel)) << funnel;
  EXPECT_TRUE(Begins(page, kAhead, flywheel - funnel)) << flywheel - funnel;
}

TEST(WheelView, IsNotHigherThanAnArticleShows) {
  for (const Size size : kFrames) {
    for (const Language language : kLanguages) {
      for (const char* preset : {"cheap-clicks", "flywheel-turning"}) {
        Page page(size, language);
        Load(Show(page, View::kWheel), preset);
        EXPECT_LE(page.app.content_height(), 640) << size.width << preset;
        EXPECT_GT(page.app.content_height(), 400) << size.width << preset;
      }
    }
  }
}

TEST(WheelView, IsAsHighAsBeforeWhateverItsSentenceSays) {
  for (const Size size : kFrames) {
    Page page(size);
    Show(page, View::kWheel);
    const float height = page.app.content_height();
    for (const char* preset : {"funnel-thinking", "flywheel-turning"}) {
      Load(page, preset);
      EXPECT_EQ(page.app.content_height(), height) << size.width << preset;
    }
  }
}

TEST(WheelView, HasThreeLeversOfThePromoters) {
  for (const Size size : kFrames) {
    Page page(size);
    Show(page, View::kWheel);
    EXPECT_EQ(Controls(page),
              std::vector<std::string>(std::begin(kLevers), std::end(kLevers)))
        << size.width;
  }
}

TEST(WheelView, HasTheWheelWhereThereIsRoomAndTheChartEverywhere) {
  for (const Size size : kFrames) {
    Page page(size);
    Show(page, View::kWheel);
    EXPECT_EQ(page.Find("flywheel/wheel") != nullptr, size.width > 600);
    ASSERT_NE(page.Find("flywheel/profits"), nullptr);
    EXPECT_GE(page.Find("flywheel/profits")->rect.height, 140);
    EXPECT_EQ(page.Find("flywheel/customers"), nullptr);
  }
}

// The levers have the three effects in one frame.
TEST(WheelView, ALeverMovesTotalsChartAndWheelAtOnce) {
  for (const Size size : kFrames) {
    for (const char* lever : kLevers) {
      SCOPED_TRACE(lever);
      Page page(size);
      Load(Show(page, View::kWheel), "flywheel-turning");
      const std::string line = LineOf(page);
      const std::string chart = page.Find("flywheel/profits")->label;
      const SemanticNode* wheel = page.Find("flywheel/wheel");
      const std::string turning = wheel ? wheel->label : "";
      page.app.Step(lever, 20);
      page.app.Frame(page.now += 1.0 / 60);
      const std::string moved = LineOf(page);
      EXPECT_NE(moved, line);
      page.Settle();
      EXPECT_EQ(LineOf(page), moved) << "a later frame changes nothing";
      EXPECT_NE(page.Find("flywheel/profits")->label, chart);
      ExpectTotals(page);
      const bool turns = std::string_view(lever).ends_with("repeatOrders");
      if (wheel && !turns) {
        EXPECT_NE(page.Find("flywheel/wheel")->label, turning);
      }
    }
  }
}

TEST(FlywheelTotals, AreThoseOfTheSimulationWhereverTheFlywheelIs) {
  for (const Size size : kSizes) {
    for (const View view :
         {View::kAll, View::kWheel, View::kFlywheel, View::kRemarketing}) {
      SCOPED_TRACE(kViewNames[static_cast<size_t>(view)]);
      Page page(size);
      Load(Show(page, view), "flywheel-turning");
      ExpectTotals(page);
      page.app.SetValue("flywheel.months", 36);
      page.Settle();
      ExpectTotals(page);
      EXPECT_EQ(page.Find("earned")->label, "Profit over 36 months");
    }
  }
}

TEST(FlywheelTotals, AreInTheLineInsteadOfTheMonths) {
  for (const Size size : kSizes) {
    Page page(size);
    Load(page, "flywheel-turning");
    const std::string month = LineOf(Show(page, View::kFormula));
    EXPECT_NE(month.find("Revenue"), std::string::npos) << month;
    for (const View view :
         {View::kWheel, View::kFlywheel, View::kRemarketing}) {
      const std::string line = LineOf(Show(page, view));
      EXPECT_EQ(line.find("Revenue"), std::string::npos) << line;
      for (const char* word :
           {"24", "months", "Flywheel", "Funnel", "Difference"}) {
        EXPECT_NE(line.find(word), std::string::npos) << word << ": " << line;
      }
      EXPECT_EQ(line.find("…"), std::string::npos) << line;
      EXPECT_TRUE(page.Find(kProfit)->sticky);
    }
  }
}

TEST(FlywheelTotals, AreComparedWithTheBaseline) {
  for (const View view : {View::kAll, View::kWheel, View::kFlywheel}) {
    Page page;
    Load(Show(page, view), "funnel-thinking");
    page.app.session().PinBaseline();
    Load(page, "flywheel-turning");
    EXPECT_NE(page.Find(kProfit)->value_text.find("(+"), std::string::npos)
        << page.Find(kProfit)->value_text;
    EXPECT_NE(page.Find(kFunnel)->value_text.find("(±0% vs baseline)"),
              std::string::npos)
        << page.Find(kFunnel)->value_text;
  }
}

TEST(FlywheelTotals, OneMonthIsNotCalledMonths) {
  Page page;
  Show(page, View::kFlywheel);
  page.app.SetValue("flywheel.months", 1);
  page.Settle();
  EXPECT_EQ(page.Find("earned")->label, "Profit over 1 month");
  page.app.SetLanguage(Language::kTraditionalChinese);
  page.Settle();
  EXPECT_EQ(page.Find("earned")->label, "1 個月累積利潤");
}

TEST(RemarketingView, IsAPartOfItsOwn) {
  constexpr const char* kField = "remarketing.costPerClick";
  constexpr const char* kShare = "social.paid/engagedShare";
  for (const Size size : kSizes) {
    Page page(size);
    Show(page, View::kFlywheel);
    EXPECT_EQ(page.Find(kField), nullptr);
    EXPECT_EQ(page.Find(kShare), nullptr);
    Show(page, View::kRemarketing);
    ASSERT_NE(page.Find(kField), nullptr);
    ASSERT_NE(page.Find(kShare), nullptr);
    EXPECT_EQ(page.Find("retention.churn"), nullptr);
    Show(page, View::kAll);
    ASSERT_NE(page.Find(kField), nullptr);
    EXPECT_GT(page.Find("remarketing")->rect.y,
              page.Find("flywheel")->rect.bottom());
    EXPECT_GT(page.Find("shocks")->rect.y,
              page.Find("remarketing")->rect.bottom());
  }
}

TEST(RemarketingView, EveryLeverChangesTheSentence) {
  const struct {
    const char* field;
    double value;
  } kInputs[] = {{"remarketing.engagedConversionRate", 0.3},
                 {"remarketing.costPerClick", 9},
                 {"search.paid/engagedShare", 0.3}};
  Page page;
  Show(page, View::kRemarketing);
  page.app.SetValue("social.paid/engagedShare", 0.1);
  page.Settle();
  for (const auto& [field, value] : kInputs) {
    const std::string before = page.Find("remarketing/pool")->value_text;
    page.app.SetValue(field, value);
    page.Settle();
    EXPECT_NE(page.Find("remarketing/pool")->value_text, before) << field;
  }
}

}  // namespace
}  // namespace sextant
