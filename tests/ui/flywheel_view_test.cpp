// Customer value and flywheel on the canvas.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "ui/page.h"
#include "ui/sections/wheel_motion.h"

namespace sextant {
namespace {

constexpr const char* kLever = "retention.repeatOrders";

Page& ShowFlywheel(Page& page) {
  page.app.SetView(View::kFlywheel);
  page.Settle();
  return page;
}

// Scenarios at the bounds of the inputs.
std::vector<Scenario> Extremes() {
  std::vector<Scenario> scenarios(6, DefaultScenario());
  scenarios[0].flywheel.months = 1;
  scenarios[1].flywheel.months = 120;
  for (SegmentHabits& segment : scenarios[1].flywheel.segments) {
    segment = {1.0 / 3, 1e-4, 100, 100};
  }
  scenarios[1].flywheel.organic_growth = 1;
  scenarios[1].flywheel.referral_conversion_rate = 1;
  for (Cell& cell : scenarios[2].cells) cell.conversion_rate = 0;
  scenarios[3].gross_margin = 0;
  scenarios[4].retention = {0, 1, 1};
  for (Cell& cell : scenarios[5].cells) {
    cell = {1e9, 1, 1e9, 0, 0, 1, 1};
  }
  scenarios[5].remarketing.cost_per_click = 1e6;
  return scenarios;
}

TEST(WheelMotion, TurnsFurtherWithMoreMomentumAndThenRests) {
  float last = 0;
  for (const double momentum : {0.0, 0.1, 0.5, 1.0, 1.4}) {
    WheelMotion motion;
    motion.Push(10, momentum);
    EXPECT_EQ(motion.Angle(10), 0);
    EXPECT_TRUE(motion.IsMoving(10.1));
    EXPECT_FALSE(motion.IsMoving(10 + WheelMotion::kSeconds));
    const float rest = motion.Angle(11);
    EXPECT_GT(rest, last) << momentum;
    EXPECT_GT(rest, motion.Angle(10.1));
    EXPECT_EQ(motion.Angle(20), rest);
    last = rest;
  }
}

TEST(WheelMotion, AChangeDuringTheMotionContinuesFromTheCurrentAngle) {
  WheelMotion motion;
  motion.Push(0, 0.5);
  const float at = motion.Angle(0.1);
  motion.Push(0.1, 0.5);
  EXPECT_FLOAT_EQ(motion.Angle(0.1), at);
  EXPECT_GT(motion.Angle(1), at);
}

TEST(FlywheelView, TheWheelTurnsAfterAChangeAndThenNothingMoves) {
  Page page;
  ShowFlywheel(page);
  page.app.SetValue("retention.churn", 0.2);
  const int turning = page.Settle();
  EXPECT_GT(turning, WheelMotion::kSeconds * 60);
  EXPECT_LT(turning, 30);
  EXPECT_LT(page.app.When(page.now), 0);
}

TEST(FlywheelView, TheWheelDoesNotMoveWithReducedMotion) {
  Page page;
  ShowFlywheel(page);
  page.app.SetReducedMotion(true);
  page.Settle();
  page.app.SetValue("retention.churn", 0.2);
  EXPECT_LE(page.Settle(), 2 * FrameScheduler::kSettleFrames);
}

TEST(FlywheelView, AWheelOffTheScreenCausesNoFrames) {
  Page page;
  page.app.SetValue("retention.churn", 0.2);
  EXPECT_LE(page.Settle(), 2 * FrameScheduler::kSettleFrames);
}

TEST(FlywheelView, EveryLeverChangesItsResult) {
  const struct {
    const char* field;
    double value;
    const char* result;
  } kLevers[] = {
      {"retention.repeatOrders", 0.5, "flywheel/ltv"},
      {"retention.churn", 0.3, "flywheel/ltv"},
      {"retention.discount", 0.05, "flywheel/ltv"},
      {"flywheel.organicGrowth", 0.05, "flywheel/overtaking"},
      {"flywheel.referralConversionRate", 0.08, "flywheel/momentum"},
      {"flywheel.months", 48, "flywheel/overtaking"},
      {"flywheel.segments.promoter.share", 0.7, "flywheel/nps"},
      {"flywheel.segments.passive.churn", 0.4, "flywheel/momentum"},
      {"flywheel.segments.detractor.repeatOrders", 2,
       "flywheel/shareNotBought"},
      {"flywheel.segments.promoter.referralVisits", 3,
       "flywheel/longRunMultiplier"},
  };
  Page page;
  ShowFlywheel(page);
  for (const auto& lever : kLevers) {
    SCOPED_TRACE(lever.field);
    ASSERT_NE(page.Find(lever.field), nullptr);
    const std::string before = page.Find(lever.result)->value_text;
    page.app.SetValue(lever.field, lever.value);
    page.Settle();
    EXPECT_NE(page.Find(lever.result)->value_text, before);
  }
}

TEST(FlywheelView, DraggingAShareAdjustsTheOthersAndBackAgain) {
  Page page;
  ShowFlywheel(page);
  const Rect rect = page.Reveal("flywheel.segments.promoter.share");
  const float y = rect.y + rect.height / 2;
  const float middle = rect.x + rect.width / 2;
  page.Drag(middle, y, rect.right() - 90, y);
  EXPECT_GT(page.Value("flywheel.segments.promoter.share"), 0.5);
  EXPECT_NEAR(SumOfShares(page.app.session().scenario().flywheel), 1, 1e-9);
  page.app.session().Undo();
  EXPECT_EQ(page.app.session().scenario(), DefaultScenario());
}

TEST(FlywheelView, NarrowViewsShowTheSegmentThatHasTheFocus) {
  Page page({390, 844});
  ShowFlywheel(page);
  EXPECT_TRUE(*page.Find("flywheel/segment/0")->checked);
  page.app.Focus("flywheel.segments.detractor.churn");
  page.Settle();
  EXPECT_TRUE(*page.Find("flywheel/segment/2")->checked);
  page.app.Activate("flywheel/segment/1");
  page.app.Focus("");
  page.Settle();
  EXPECT_TRUE(*page.Find("flywheel/segment/1")->checked);
}

TEST(FlywheelView, ResultsShowTheirDifferenceFromTheBaseline) {
  Page page;
  ShowFlywheel(page);
  page.app.session().PinBaseline();
  page.app.SetValue("retention.churn", 0.05);
  page.app.SetValue("flywheel.segments.promoter.share", 0.6);
  page.Settle();
  EXPECT_NE(page.Find("flywheel/ltv")->value_text.find("(+"),
            std::string::npos);
  EXPECT_NE(page.Find("flywheel/nps")->value_text.find("(+"),
            std::string::npos);
}

// The form says so in tests/page/form_session.test.mjs.
TEST(FlywheelView, ResultsShowThatNothingHasChanged) {
  Page page;
  ShowFlywheel(page);
  page.app.session().Apply(edit::LoadPreset{*FindPreset("flywheel-turning")});
  page.app.session().PinBaseline();
  page.app.Wake();
  page.Settle();
  for (const char* id : {"flywheel/ltv", "flywheel/ltvToCac",
                         "flywheel/momentum", "flywheel/shareNotBought"}) {
    EXPECT_NE(page.Find(id)->value_text.find("(±0%"), std::string::npos)
        << id << ": " << page.Find(id)->value_text;
  }
  for (const char* id : {"flywheel/paybackMonth", "flywheel/nps"}) {
    EXPECT_NE(page.Find(id)->value_text.find("(±0"), std::string::npos)
        << id << ": " << page.Find(id)->value_text;
  }
}

TEST(FlywheelView, AfterADragResultsAreComparedWithTheBaselineAgain) {
  Page page;
  ShowFlywheel(page);
  page.app.session().PinBaseline();
  for (const float part : {0.5f, 0.8f}) {
    const Rect rect = page.Reveal("retention.churn");
    const float y = rect.y + rect.height / 2;
    page.Drag(rect.x + rect.width * 0.45f, y, rect.x + rect.width * part, y);
  }
  const std::string after_drag = page.Find("flywheel/ltv")->value_text;
  (void)page.app.session().Apply(edit::SetTitle{"another revision"});
  page.app.Wake();
  page.Settle();
  EXPECT_EQ(page.Find("flywheel/ltv")->value_text, after_drag);
}

TEST(FlywheelView, ShowsOnlyValidNumbersInExtremeScenarios) {
  for (const Size size : kSizes) {
    Page page(size);
    ShowFlywheel(page);
    for (const Scenario& scenario : Extremes()) {
      ASSERT_FALSE(
          page.app.session().Apply(edit::LoadScenario{scenario}).has_value());
      page.app.Wake();
      page.Settle();
      for (const SemanticNode& node : page.app.semantics().nodes()) {
        for (const char* bad : {"nan", "inf", "NaN", "Infinity", "e+"}) {
          EXPECT_EQ((" " + node.value_text + node.label).find(bad),
                    std::string::npos)
              << node.id << ": " << node.value_text;
        }
      }
      const ImDrawData* data = page.app.draw_data();
      for (int i = 0; i < data->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
          ASSERT_TRUE(std::isfinite(vertex.pos.x) &&
                      std::isfinite(vertex.pos.y));
        }
      }
    }
  }
}

TEST(FlywheelView, AMomentumOfOneOrMoreIsExplained) {
  Page page;
  ShowFlywheel(page);
  page.app.SetValue("flywheel.referralConversionRate", 0.5);
  page.Settle();
  EXPECT_NE(
      page.Find("flywheel/longRunMultiplier")->value_text.find("without limit"),
      std::string::npos);
  EXPECT_NE(page.Find("flywheel/momentumWords")
                ->value_text.find("no market is endless"),
            std::string::npos);
}

TEST(FlywheelView, AnnouncesWhatALeverChanged) {
  Page page;
  page.app.SetValue(kLever, 0.6);
  const std::string lever = page.app.Announcement();
  EXPECT_EQ(lever.find("Revenue"), std::string::npos) << lever;
  EXPECT_NE(lever.find("customer is worth"), std::string::npos) << lever;
  page.app.session().EndRun();
  page.app.SetValue("social.paid/visits", 500);
  EXPECT_NE(page.app.Announcement().find("Revenue"), std::string::npos);
  page.app.SetValue("social.paid/engagedShare", 0.2);
  EXPECT_NE(page.app.Announcement().find("engaged"), std::string::npos);
  page.app.SetValue("remarketing.costPerClick", 7);
  EXPECT_NE(page.app.Announcement().find("engaged"), std::string::npos);
  // The announcement describes the undone step, not the one before it.
  page.app.session().Undo();
  EXPECT_NE(page.app.Announcement().find("engaged"), std::string::npos);
  page.app.session().Apply(edit::LoadPreset{*FindPreset("balanced")});
  EXPECT_NE(page.app.Announcement().find("Revenue"), std::string::npos);
  (void)page.app.session().Apply(edit::SetTitle{"a title"});
  EXPECT_NE(page.app.Announcement().find("Revenue"), std::string::npos);
  page.app.session().Apply(edit::AddMedium{});
  EXPECT_NE(page.app.Announcement().find("Revenue"), std::string::npos);
}

TEST(FlywheelView, QuadrantThreeIsFlaggedWhenItPaysBack) {
  const Preset* funnel = FindPreset("funnel-thinking");
  const Preset* flywheel = FindPreset("flywheel-turning");
  ASSERT_TRUE(funnel && flywheel);
  Page page;
  page.app.session().Apply(edit::LoadPreset{*funnel});
  page.app.Wake();
  page.Settle();
  EXPECT_EQ(page.Find("social.paid/bubble")->label.find("pays back"),
            std::string::npos);
  page.app.session().Apply(edit::LoadPreset{*flywheel});
  page.app.Wake();
  page.Settle();
  EXPECT_NE(page.Find("social.paid/bubble")->label.find("pays back in month"),
            std::string::npos);
}

// --- The chart of the module of tools ----------------------------------------

constexpr const char* kCustomers = "flywheel/customers";
constexpr const char* kOpenTools = "customers/open";

TEST(FlywheelView, TheToolsAreLoadedWhenTheirChartComesIntoView) {
  Page page({1280, 800}, Language::kEnglish, Tools::State::kClosed);
  EXPECT_EQ(page.tools.times_opened, 0) << "it is far below";
  const SemanticNode* button = page.Find(kOpenTools);
  ASSERT_NE(button, nullptr) << "who cannot scroll has a button";
  EXPECT_EQ(button->label, "Show the chart: Active customers by segment");
  page.app.SetScroll(button->rect.y - 400);
  page.Settle();
  EXPECT_EQ(page.tools.times_opened, 1);
  ASSERT_NE(page.Find(kOpenTools), nullptr);
  EXPECT_TRUE(page.Find(kOpenTools)->disabled);
  EXPECT_EQ(page.Find(kOpenTools)->label,
            "Loading …: Active customers by segment");
  EXPECT_EQ(page.Find(kCustomers), nullptr);

  page.tools.Become(Tools::State::kReady);
  page.app.Wake();
  page.Settle();
  ASSERT_NE(page.Find(kCustomers), nullptr);
  EXPECT_EQ(page.Find(kOpenTools), nullptr);
  EXPECT_EQ(page.tools.times_opened, 1);
}

TEST(FlywheelView, ToolsThatCouldNotBeLoadedAreTriedAgain) {
  Page page({390, 844}, Language::kTraditionalChinese, Tools::State::kFailed);
  ShowFlywheel(page);
  ASSERT_NE(page.Find("customers/state"), nullptr);
  EXPECT_EQ(page.Find("customers/state")->value_text, "載入失敗。");
  EXPECT_EQ(page.tools.times_opened, 0) << "not by itself";
  const Rect button = page.Reveal(kOpenTools);
  page.Click(button.x + button.width / 2, button.y + button.height / 2);
  EXPECT_EQ(page.tools.times_opened, 1);
  EXPECT_TRUE(page.Find(kOpenTools)->disabled) << "it is being loaded";
}

TEST(FlywheelView, TheButtonOfTheToolsWorksWithoutScrolling) {
  Page page({1280, 800}, Language::kEnglish, Tools::State::kClosed);
  page.app.Activate(kOpenTools);
  page.Settle();
  EXPECT_EQ(page.tools.times_opened, 1);
}

TEST(FlywheelView, TheChartOfTheToolsFollowsTheScenarioAndTheLanguage) {
  Page page;
  ShowFlywheel(page);
  const std::string before = page.Find(kCustomers)->label;
  page.app.Step("flywheel.organicGrowth", 10);
  page.Settle();
  const std::string after = page.Find(kCustomers)->label;
  EXPECT_NE(before, after);
  page.app.SetLanguage(Language::kTraditionalChinese);
  page.Settle();
  EXPECT_NE(page.Find(kCustomers)->label, after);
  const int drawn = page.tools.times_drawn;
  page.app.SetTheme(Theme::kDark);
  page.Settle();
  EXPECT_EQ(page.tools.times_drawn, drawn)
      << "colours are chosen when painting";
}

}  // namespace
}  // namespace sextant
