// What the page receives, and what a pointer can do.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "engine/model/validation.h"
#include "imgui.h"
#include "ui/page.h"
#include "words/explanation.h"

namespace sextant {
namespace {

TEST(Application, EveryInputOfEveryCellIsASliderNamedByMediumKindAndField) {
  for (const Size size : kSizes) {
    for (const Language language :
         {Language::kEnglish, Language::kTraditionalChinese}) {
      Page page(size, language);
      const Scenario& scenario = page.app.session().scenario();
      for (int cell = 0; cell < 6; ++cell) {
        for (const CellField& field : CellFields()) {
          const SemanticNode* node =
              page.Find(CellId(scenario, cell) + "/" + field.id);
          ASSERT_NE(node, nullptr) << field.id << " at " << size.width;
          EXPECT_EQ(node->role, Role::kSlider);
          EXPECT_EQ(node->label, CellName(scenario, cell, language) + " · " +
                                     std::string(Text(language, field.label)));
          ASSERT_TRUE(node->range.has_value());
          EXPECT_EQ(node->range->value, scenario.cells[cell].*field.member);
          EXPECT_LE(node->range->value, node->range->maximum);
        }
      }
    }
  }
}

TEST(Application, NodeIdsAreUniqueAndEveryControlHasANameAndAPosition) {
  for (const Size size : kSizes) {
    Page page(size);
    std::set<std::string> seen;
    for (const SemanticNode& node : page.app.semantics().nodes()) {
      EXPECT_TRUE(seen.insert(node.id).second || node.role == Role::kHeading)
          << node.id;
      EXPECT_FALSE(node.label.empty()) << node.id;
      EXPECT_TRUE(std::isfinite(node.rect.x) && std::isfinite(node.rect.y))
          << node.id;
      EXPECT_GE(node.rect.x, 0) << node.id;
      EXPECT_LE(node.rect.right(), size.width + 0.5f)
          << node.id << " at " << size.width;
      EXPECT_LE(node.rect.bottom(), page.app.content_height() + 0.5f)
          << node.id;
    }
  }
}

TEST(Application, TargetsOnAPhoneAreLargeEnoughForAThumb) {
  Page page({390, 844});
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    const bool is_control =
        node.role == Role::kButton || node.role == Role::kRadio ||
        node.role == Role::kChoice || node.role == Role::kSlider;
    if (!is_control) continue;
    EXPECT_GE(node.rect.height, 43.5f) << node.id;
    EXPECT_GE(node.rect.width, 43.5f) << node.id;
  }
}

TEST(Application, ADraggedSliderChangesReportAndIsOneUndoStep) {
  for (const Size size : {kSizes[0], kSizes[1]}) {
    Page page(size);
    const double before = page.Value("social.paid/costPerClick");
    const double spend = page.app.session().report().total.spend;
    const Rect row = page.Reveal("social.paid/costPerClick");
    const float y = row.y + row.height / 2;
    page.Drag(row.x + row.width * 0.45f, y, row.x + row.width * 0.6f, y);
    EXPECT_NE(page.Value("social.paid/costPerClick"), before);
    EXPECT_NE(page.app.session().report().total.spend, spend);
    page.app.session().Undo();
    EXPECT_EQ(page.Value("social.paid/costPerClick"), before);
    EXPECT_FALSE(page.app.session().can_undo());
  }
}

TEST(Application, AFingerThatScrollsAcrossASliderDoesNotMoveIt) {
  Page page({390, 844});
  const Rect row = page.Reveal("social.paid/visits");
  const double before = page.Value("social.paid/visits");
  const float y = row.bottom() - 20;
  page.Send(PointerEventType::kDown, row.x + 250, y, true);
  page.Settle();
  page.Send(PointerEventType::kMove, row.x + 251, y - 5, true);
  page.Settle();
  page.Send(PointerEventType::kCancel, 0, 0, true);
  page.Settle();
  EXPECT_EQ(page.Value("social.paid/visits"), before);
  EXPECT_FALSE(page.app.session().can_undo());
}

TEST(Application, AFingerThatMovesAlongASliderMovesIt) {
  Page page({390, 844});
  const Rect row = page.Reveal("social.paid/visits");
  const double before = page.Value("social.paid/visits");
  const float y = row.bottom() - 20;
  page.Drag(row.x + 150, y, row.x + 300, y, true);
  EXPECT_NE(page.Value("social.paid/visits"), before);
}

TEST(Application, ATapBetweenTwoFramesIsNotLost) {
  Page page({390, 844});
  const Rect tab = page.Reveal("switch/search.paid");
  const float x = tab.x + tab.width / 2;
  const float y = tab.y + tab.height / 2;
  page.Send(PointerEventType::kDown, x, y, true);
  page.Send(PointerEventType::kUp, x, y, true);
  page.Send(PointerEventType::kLeave, x, y, true);
  page.Settle();
  EXPECT_EQ(page.app.session().selected_cell(), 3);
}

TEST(Application, ClickingAValueRequestsARealInputOverIt) {
  Page page;
  const Rect row = page.Reveal("social.paid/conversionRate");
  page.Click(row.right() - 20, row.y + row.height / 2);
  ASSERT_TRUE(page.app.edit().has_value());
  EXPECT_EQ(page.app.edit()->id, "social.paid/conversionRate");
  EXPECT_EQ(page.app.edit()->text, "2.29%");
  EXPECT_NE(page.app.CommitEdit("nonsense"), "");
  EXPECT_TRUE(page.app.edit().has_value()) << "what was typed is not lost";
  EXPECT_NE(page.app.CommitEdit("101%"), "");
  EXPECT_EQ(page.app.CommitEdit("3.5%"), "");
  EXPECT_FALSE(page.app.edit().has_value());
  EXPECT_DOUBLE_EQ(page.Value("social.paid/conversionRate"), 0.035);
}

TEST(Application, ADoubtfulNumberIsTakenOnlyFromWhoIsSure) {
  Page page;
  const Rect row = page.Reveal("social.paid/conversionRate");
  page.Click(row.right() - 20, row.y + row.height / 2);
  EXPECT_NE(page.app.CommitEdit("0.018"), "");
  EXPECT_TRUE(page.app.edit().has_value());
  EXPECT_DOUBLE_EQ(page.Value("social.paid/conversionRate"), 0.0229);
  EXPECT_EQ(page.app.CommitEdit("0.018", true), "");
  EXPECT_DOUBLE_EQ(page.Value("social.paid/conversionRate"), 0.00018);
}

TEST(Application, DoubleClickOnASliderStartsTypingAndKeepsTheValue) {
  Page page;
  const double before = page.Value("social.paid/visits");
  const Rect row = page.Reveal("social.paid/visits");
  const float x = row.x + row.width * 0.4f;
  const float y = row.y + row.height / 2;
  page.Click(x, y);
  page.Click(x, y);
  ASSERT_TRUE(page.app.edit().has_value());
  EXPECT_EQ(page.Value("social.paid/visits"), before);
}

TEST(Application, TwoSlowClicksAreNotADoubleClick) {
  Page page;
  const Rect row = page.Reveal("social.paid/visits");
  const float x = row.x + row.width * 0.4f;
  const float y = row.y + row.height / 2;
  page.Click(x, y);
  const double moved = page.Value("social.paid/visits");
  page.now += 5;
  page.Click(x, y);
  EXPECT_FALSE(page.app.edit().has_value());
  EXPECT_LT(page.Value("social.paid/visits"), moved)
      << "the slider is around the new number";
}

TEST(Application, ClicksOnTwoSlidersAreNotADoubleClick) {
  Page page;
  page.app.Activate("media/add");
  page.Settle();
  const Rect row = page.Reveal("medium-4.paid/fixedCost");
  const float x = row.x + row.width * 0.4f;
  page.Click(x, row.bottom() - 2);
  page.Click(x, row.bottom() + 3);
  EXPECT_EQ(page.app.session().scenario().media.size(), 4u);
  EXPECT_FALSE(page.app.edit().has_value());
}

TEST(Application, AMoveInTheSameFrameAsTheReleaseCounts) {
  for (const bool touch : {false, true}) {
    Page page(touch ? kSizes[2] : kSizes[0]);
    const Rect row = page.Reveal("social.paid/visits");
    const float y = touch ? row.bottom() - 20 : row.y + row.height / 2;
    const float x = row.x + row.width * 0.4f;
    page.Send(PointerEventType::kDown, x, y, touch);
    page.app.Frame(page.now += 0.016);
    const double pressed = page.Value("social.paid/visits");
    page.Send(PointerEventType::kMove, x + 60, y, touch);
    page.Send(PointerEventType::kUp, x + 60, y, touch);
    page.Settle();
    EXPECT_NE(page.Value("social.paid/visits"), pressed);
  }
}

TEST(Application, ConfirmingAnUneditedFieldChangesNothing) {
  Page page;
  const double odd = 0.022899015342313;
  page.app.SetValue("social.paid/conversionRate", odd);
  page.Settle();
  const uint32_t revision = page.app.session().revision();
  page.app.Activate("social.paid/conversionRate");
  page.Settle();
  ASSERT_TRUE(page.app.edit().has_value());
  EXPECT_EQ(page.app.CommitEdit(page.app.edit()->text), "");
  EXPECT_EQ(page.app.session().revision(), revision);
  EXPECT_FALSE(page.app.edit().has_value());
}

TEST(Application, TheNumbersOfTheFormulaCanBeEdited) {
  Page page;
  page.app.SetView(*FindView("formula"));
  page.Settle();
  const Rect term = page.Reveal("social.paid/term");
  page.Click(term.x + 8, term.y + 34);
  ASSERT_TRUE(page.app.edit().has_value());
  EXPECT_EQ(page.app.edit()->id, "social.paid/visits");
  EXPECT_EQ(page.app.CommitEdit("2萬"), "");
  EXPECT_EQ(page.Value("social.paid/visits"), 20000);
  EXPECT_NE(page.Find("social.paid/conversionRate"), nullptr);
}

TEST(Application, ADraggedBubbleChangesCpcAndConversionRate) {
  for (const Size size : kSizes) {
    Page page(size);
    const double cpc = page.Value("social.paid/costPerClick");
    const double rate = page.Value("social.paid/conversionRate");
    const Rect bubble = page.Reveal("social.paid/bubble");
    const float x = bubble.x + bubble.width / 2;
    const float y = bubble.y + bubble.height / 2;
    page.Drag(x, y, x - 30, y - 25, size.width < 600);
    EXPECT_GT(page.Value("social.paid/costPerClick"), cpc)
        << "left is more expensive";
    EXPECT_GT(page.Value("social.paid/conversionRate"), rate);
    page.app.session().Undo();
    EXPECT_EQ(page.Value("social.paid/costPerClick"), cpc);
    EXPECT_EQ(page.Value("social.paid/conversionRate"), rate);
  }
}

TEST(Application, DragAxisIsHorizontalOnSlidersAndBothOnBubbles) {
  Page page({390, 844});
  const Rect row = page.Reveal("social.paid/visits");
  EXPECT_EQ(page.app.AxisAt(row.x + 100, row.bottom() - 20),
            DragAxis::kHorizontal);
  const Rect bubble = page.Reveal("social.paid/bubble");
  EXPECT_EQ(page.app.AxisAt(bubble.x + bubble.width / 2,
                            bubble.y + bubble.height / 2),
            DragAxis::kBoth);
  EXPECT_EQ(page.app.AxisAt(1, 500), DragAxis::kNone);
}

TEST(Application, TheMirrorSetsStepsAndGoesToTheEnds) {
  Page page;
  const Scenario start = page.app.session().scenario();
  page.app.SetValue("search.paid/costPerClick", 20);
  EXPECT_EQ(page.Value("search.paid/costPerClick"), 20);
  page.app.Step("search.paid/costPerClick", 1);
  const double one_up = page.Value("search.paid/costPerClick");
  EXPECT_GT(one_up, 20);
  page.app.Step("search.paid/costPerClick", 10);
  EXPECT_GT(page.Value("search.paid/costPerClick") - one_up, one_up - 20);
  page.app.SetPosition("search.paid/costPerClick", 0);
  EXPECT_EQ(page.Value("search.paid/costPerClick"), 0);
  page.app.SetValue("search.paid/costPerClick", 1e99);
  EXPECT_EQ(page.Value("search.paid/costPerClick"), 1e6);
  page.app.SetValue("search.paid/costPerClick", std::nan(""));
  EXPECT_EQ(page.Value("search.paid/costPerClick"), 1e6);
  for (const char* unknown :
       {"", "nothing", "tv.paid/visits", "social.paid/"}) {
    page.app.SetValue(unknown, 1);
    page.app.Step(unknown, 1);
    page.app.SetPosition(unknown, 1);
    page.app.Activate(unknown);
  }
  page.Settle();
  EXPECT_NE(page.app.session().scenario(), start);
}

TEST(Application, ButtonsWorkFromTheMirror) {
  Page page;
  page.app.Activate("baseline");
  page.Settle();
  EXPECT_NE(page.app.session().baseline(), nullptr);
  page.app.Activate("media/add");
  page.Settle();
  EXPECT_EQ(page.app.session().scenario().media.size(), 4u);
  page.app.Activate("media/search/remove");
  page.Settle();
  EXPECT_EQ(page.app.session().scenario().media.size(), 3u);
  page.app.Activate("thresholds/mode/2");
  page.Settle();
  EXPECT_EQ(page.app.session().scenario().thresholds.mode,
            Thresholds::Mode::kTarget);
  ASSERT_NE(page.Find("thresholds.cpa"), nullptr);
  page.app.Activate("shock/auction/apply");
  const double cpc = page.Value("social.paid/costPerClick");
  page.Settle();
  EXPECT_NEAR(page.Value("social.paid/costPerClick"), cpc * 1.3, 1e-9);
}

TEST(Application, AMediumIsRenamedInAnyScript) {
  Page page({1280, 800}, Language::kTraditionalChinese);
  page.app.Activate("media/social/rename");
  page.Settle();
  ASSERT_TRUE(page.app.edit().has_value());
  EXPECT_EQ(page.app.edit()->text, "社群媒體");
  EXPECT_EQ(page.app.CommitEdit("臉書與 IG"), "");
  page.Settle();
  EXPECT_EQ(page.app.session().scenario().media[0].label, "臉書與 IG");
  EXPECT_NE(page.Find("social.paid/visits")->label.find("臉書與 IG"),
            std::string::npos);
}

TEST(Application, TheDefaultNameOfAMediumIsNotStoredAsItsLabel) {
  Page page({1280, 800}, Language::kTraditionalChinese);
  page.app.Activate("media/social/rename");
  page.Settle();
  EXPECT_EQ(page.app.CommitEdit("社群媒體"), "");
  EXPECT_EQ(page.app.session().scenario().media[0].label, "");
}

TEST(Application, FocusOnAHiddenCellOfAPhoneShowsIt) {
  Page page({390, 844});
  page.app.Focus("integrated.paid/visits");
  page.Settle();
  EXPECT_EQ(page.app.session().selected_cell(), 5);
}

TEST(Application, TheOrderOfControlsDoesNotDependOnWhatHasTheFocus) {
  Page page;
  page.app.SetView(*FindView("quadrant"));
  page.Settle();
  const auto order = [&] {
    std::vector<std::string> ids;
    for (const SemanticNode& node : page.app.semantics().nodes()) {
      ids.push_back(node.id);
    }
    return ids;
  };
  const std::vector<std::string> before = order();
  for (const std::string& id : before) {
    page.app.Focus(id);
    page.Settle();
    EXPECT_EQ(order(), before) << id;
  }
}

TEST(Application, AtRestNothingIsPainted) {
  Page page;
  EXPECT_LT(page.app.When(page.now), 0);
  EXPECT_LT(page.app.When(page.now + 3600), 0);
}

TEST(Application, SettlesWithinAFewFramesAfterAnyEvent) {
  Page page;
  page.app.SetTheme(Theme::kDark);
  EXPECT_LE(page.Settle(), 6);
  page.Send(PointerEventType::kMove, 640, 300);
  EXPECT_LE(page.Settle(), 8);
}

TEST(Application, SemanticsAreReportedOnlyWhenTheyDiffer) {
  Page page;
  const uint32_t revision = page.app.semantics().revision();
  page.app.Wake();
  page.Settle();
  EXPECT_EQ(page.app.semantics().revision(), revision);
  page.app.SetValue("social.paid/visits", 4321);
  page.Settle();
  EXPECT_GT(page.app.semantics().revision(), revision);
  EXPECT_EQ(page.Find("social.paid/visits")->value_text, "4,321");
}

TEST(Application, EveryViewAloneShowsItsPartAtEverySize) {
  for (const Size size : kSizes) {
    for (const char* name : {"kpi", "cells", "quadrant", "drag", "matrix",
                             "formula", "flywheel", "shocks"}) {
      Page page(size);
      page.app.SetView(*FindView(name));
      page.Settle();
      EXPECT_GT(page.app.content_height(), 100) << name;
      EXPECT_GT(page.app.semantics().nodes().size(), 3u) << name;
    }
  }
  EXPECT_FALSE(FindView("nothing").has_value());
}

TEST(Application, VerticesAreFiniteForExtremeScenarios) {
  std::vector<Scenario> scenarios = {EmptyScenario()};
  Scenario extreme = DefaultScenario();
  for (Cell& cell : extreme.cells) cell = {1e9, 1, 1e9, 1e6, 1e12, 1};
  scenarios.push_back(extreme);
  Scenario no_orders = DefaultScenario();
  for (Cell& cell : no_orders.cells) cell.conversion_rate = 0;
  scenarios.push_back(no_orders);
  Scenario tiny = DefaultScenario();
  for (Cell& cell : tiny.cells)
    cell = {5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 0};
  scenarios.push_back(tiny);
  Scenario single = EmptyScenario();
  single.media.resize(1);
  single.cells.resize(2);
  scenarios.push_back(single);
  for (const Size size : kSizes) {
    Page page(size);
    for (const Scenario& scenario : scenarios) {
      ASSERT_FALSE(
          page.app.session().Apply(edit::LoadScenario{scenario}).has_value());
      page.app.Wake();
      page.Settle();
      const ImDrawData* data = page.app.draw_data();
      ASSERT_GT(data->TotalVtxCount, 100);
      for (int i = 0; i < data->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
          ASSERT_TRUE(std::isfinite(vertex.pos.x) &&
                      std::isfinite(vertex.pos.y));
        }
      }
      for (const SemanticNode& node : page.app.semantics().nodes()) {
        for (const char* bad : {"nan", "inf", "NaN", "Infinity"}) {
          EXPECT_EQ((" " + node.value_text).find(bad), std::string::npos)
              << node.id;
        }
      }
    }
  }
}

TEST(Application, SeveralInstancesWorkSideBySide) {
  Page one;
  Page two({390, 844});
  one.app.SetValue("social.paid/visits", 11);
  two.app.SetValue("social.paid/visits", 22);
  one.Settle();
  two.Settle();
  EXPECT_EQ(one.Value("social.paid/visits"), 11);
  EXPECT_EQ(two.Value("social.paid/visits"), 22);
}

TEST(Application, SurvivesRandomPointerEvents) {
  for (const Size size : {kSizes[0], kSizes[2]}) {
    Page page(size);
    unsigned state = 12345;
    const auto random = [&](unsigned bound) {
      state = state * 1664525 + 1013904223;
      return (state >> 8) % bound;
    };
    for (int i = 0; i < 600; ++i) {
      page.Send(static_cast<PointerEventType>(random(5)),
                static_cast<float>(random(static_cast<unsigned>(size.width))),
                static_cast<float>(random(static_cast<unsigned>(size.height))),
                random(2) == 0);
      if (random(40) == 0) {
        page.app.SetScroll(static_cast<float>(random(1500)));
      }
      page.app.Frame(page.now += 0.016);
      ASSERT_FALSE(Validate(page.app.session().scenario()).has_value());
    }
  }
}

}  // namespace
}  // namespace sextant
