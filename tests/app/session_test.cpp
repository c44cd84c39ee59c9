#include "app/session.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

#include "app/slide.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/validation.h"

namespace sextant {
namespace {

FieldAddress Address(const Session& session, std::string_view path) {
  const auto address = FindField(session.scenario(), path);
  EXPECT_TRUE(address.has_value()) << path;
  return *address;
}

double Value(const Session& session, std::string_view path) {
  return GetField(session.scenario(), Address(session, path));
}

TEST(Session, StartsWithTheDefaultScenarioAndNothingToUndo) {
  Session session;
  EXPECT_EQ(session.scenario(), DefaultScenario());
  EXPECT_FALSE(session.can_undo());
  EXPECT_FALSE(session.can_redo());
  EXPECT_EQ(session.compared(), nullptr);
}

TEST(Session, EveryFieldIsFoundByItsPath) {
  Session session;
  for (int cell = 0; cell < 6; ++cell) {
    for (const CellField& field : CellFields()) {
      const std::string path =
          CellId(session.scenario(), cell) + "/" + field.id;
      const auto address = FindField(session.scenario(), path);
      ASSERT_TRUE(address.has_value()) << path;
      EXPECT_EQ(FieldPath(session.scenario(), *address), path);
      EXPECT_EQ(address->cell, cell);
    }
  }
  for (const ScenarioField& field : ScenarioFields()) {
    EXPECT_TRUE(FindField(session.scenario(), field.id).has_value())
        << field.id;
  }
  for (const char* path :
       {"", "/", "social.paid/", "social.paid/none", "tv.paid/visits"}) {
    EXPECT_FALSE(FindField(session.scenario(), path).has_value()) << path;
  }
}

TEST(Session, AnEditIsEvaluatedAtOnce) {
  Session session;
  const double before = session.report().total.revenue;
  const uint32_t revision = session.revision();
  EXPECT_FALSE(session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1e6}));
  EXPECT_GT(session.report().total.revenue, before);
  EXPECT_GT(session.revision(), revision);
}

TEST(Session, ARefusedEditChangesNothing) {
  Session session;
  const Scenario before = session.scenario();
  const uint32_t revision = session.revision();
  for (const double bad :
       {-1.0, 1.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
    const auto error = session.Apply(
        edit::SetField{Address(session, "social.paid/conversionRate"), bad});
    ASSERT_TRUE(error.has_value()) << bad;
    EXPECT_EQ(error->field, "social.paid/conversionRate");
  }
  EXPECT_TRUE(session.Apply(edit::SetTitle{std::string(500, 'x')}).has_value());
  EXPECT_TRUE(session.Apply(edit::SetMediumLabel{0, std::string(500, 'x')})
                  .has_value());
  EXPECT_TRUE(session.Apply(edit::SetCurrency{"dollars"}).has_value());
  Scenario broken = before;
  broken.cells.pop_back();
  EXPECT_TRUE(session.Apply(edit::LoadScenario{broken}).has_value());
  EXPECT_EQ(session.scenario(), before);
  EXPECT_EQ(session.revision(), revision);
  EXPECT_FALSE(session.can_undo());
}

TEST(Session, UndoAndRedoGoThroughTheSameSteps) {
  Session session;
  const Scenario start = session.scenario();
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 100});
  (void)session.Apply(edit::SetTitle{"秋季檔期"});
  const Scenario end = session.scenario();
  session.Undo();
  EXPECT_EQ(session.scenario().title, "");
  session.Undo();
  EXPECT_EQ(session.scenario(), start);
  EXPECT_FALSE(session.can_undo());
  session.Redo();
  session.Redo();
  EXPECT_EQ(session.scenario(), end);
  EXPECT_FALSE(session.can_redo());
}

TEST(Session, ANewEditClearsTheRedoSteps) {
  Session session;
  (void)session.Apply(edit::SetTitle{"a"});
  session.Undo();
  ASSERT_TRUE(session.can_redo());
  (void)session.Apply(edit::SetTitle{"b"});
  EXPECT_FALSE(session.can_redo());
}

TEST(Session, ClearingTheHistoryKeepsTheScenario) {
  Session session;
  (void)session.Apply(edit::SetTitle{"from a link"});
  session.ForgetHistory();
  EXPECT_FALSE(session.can_undo());
  EXPECT_EQ(session.scenario().title, "from a link");
}

TEST(Session, ArrowKeysOnOneFieldAreOneStepUntilFocusMoves) {
  Session session;
  const Scenario start = session.scenario();
  const FieldAddress visits = Address(session, "social.paid/visits");
  for (int i = 1; i <= 5; ++i)
    (void)session.Apply(edit::SetField{visits, i * 100.0});
  session.EndRun();
  (void)session.Apply(edit::SetField{visits, 1000});
  session.Undo();
  EXPECT_EQ(Value(session, "social.paid/visits"), 500);
  session.Undo();
  EXPECT_EQ(session.scenario(), start);
}

TEST(Session, ADragIsOneStep) {
  Session session;
  const Scenario start = session.scenario();
  session.BeginGesture();
  for (int i = 1; i <= 50; ++i) {
    session.Apply(edit::SetCostAndConversion{1, 1.0 * i, 0.001 * i});
  }
  session.EndGesture();
  EXPECT_EQ(Value(session, "social.paid/costPerClick"), 50);
  session.Undo();
  EXPECT_EQ(session.scenario(), start);
  EXPECT_FALSE(session.can_undo());
}

TEST(Session, ADragThatEndsWhereItBeganAddsNoStep) {
  Session session;
  const FieldAddress visits = Address(session, "social.paid/visits");
  const double value = Value(session, "social.paid/visits");
  session.BeginGesture();
  (void)session.Apply(edit::SetField{visits, 1});
  (void)session.Apply(edit::SetField{visits, value});
  session.EndGesture();
  EXPECT_FALSE(session.can_undo());
}

TEST(Session, ACancelledDragLeavesNoTrace) {
  Session session;
  const Scenario start = session.scenario();
  session.BeginGesture();
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1});
  session.CancelGesture();
  EXPECT_EQ(session.scenario(), start);
  EXPECT_EQ(session.report().total.revenue, Evaluate(start).total.revenue);
  EXPECT_FALSE(session.can_undo());
  EXPECT_FALSE(session.in_gesture());
}

// --- Shares of segments

constexpr const char* kPromoters = "flywheel.segments.promoter.share";
constexpr const char* kPassives = "flywheel.segments.passive.share";
constexpr const char* kDetractors = "flywheel.segments.detractor.share";

TEST(Session, AShareTakesFromTheOthers) {
  Session session;
  EXPECT_FALSE(
      session.Apply(edit::SetField{Address(session, kPromoters), 0.7}));
  EXPECT_DOUBLE_EQ(Value(session, kPassives), 0.2);
  EXPECT_DOUBLE_EQ(Value(session, kDetractors), 0.1);
  EXPECT_FALSE(Validate(session.scenario()).has_value());
  session.Undo();
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, DraggingAShareBackRestoresTheOthers) {
  Session session;
  const FieldAddress promoters = Address(session, kPromoters);
  session.BeginGesture();
  for (const double share : {0.6, 0.9, 1.0}) {
    (void)session.Apply(edit::SetField{promoters, share});
    EXPECT_FALSE(Validate(session.scenario()).has_value());
  }
  EXPECT_EQ(Value(session, kPassives), 0);
  EXPECT_EQ(Value(session, kDetractors), 0);
  (void)session.Apply(edit::SetField{promoters, 0.1});
  EXPECT_DOUBLE_EQ(Value(session, kPassives), 0.6);
  (void)session.Apply(edit::SetField{promoters, 0.4});
  EXPECT_DOUBLE_EQ(Value(session, kPassives), 0.4);
  EXPECT_DOUBLE_EQ(Value(session, kDetractors), 0.2);
  session.EndGesture();
}

TEST(Session, DraggingAShareKeepsOtherEditsOfTheSameGesture) {
  Session session;
  session.BeginGesture();
  (void)session.Apply(edit::SetField{Address(session, "flywheel.months"), 36});
  (void)session.Apply(edit::SetField{Address(session, kPassives), 0.9});
  EXPECT_EQ(Value(session, "flywheel.months"), 36);
  session.EndGesture();
  session.Undo();
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, DraggingAShareIsOneStepAndCancelsAsOne) {
  Session session;
  const FieldAddress passives = Address(session, kPassives);
  session.BeginGesture();
  for (int i = 0; i <= 20; ++i)
    (void)session.Apply(edit::SetField{passives, i / 20.0});
  session.CancelGesture();
  EXPECT_EQ(session.scenario(), DefaultScenario());
  session.BeginGesture();
  for (int i = 0; i <= 20; ++i)
    (void)session.Apply(edit::SetField{passives, i / 20.0});
  session.EndGesture();
  EXPECT_EQ(Value(session, kPromoters), 0);
  session.Undo();
  EXPECT_EQ(session.scenario(), DefaultScenario());
  EXPECT_FALSE(session.can_undo());
}

TEST(Session, TheReferralConversionRateIsUnsetUntilItIsEdited) {
  Session session;
  const char* path = "flywheel.referralConversionRate";
  EXPECT_EQ(Value(session, path), 0.012);
  (void)session.Apply(
      edit::SetField{Address(session, "social.organic/conversionRate"), 0.05});
  EXPECT_EQ(Value(session, path), 0.05);
  (void)session.Apply(edit::SetField{Address(session, path), 0.03});
  EXPECT_EQ(session.scenario().flywheel.referral_conversion_rate, 0.03);
  session.Undo();
  EXPECT_EQ(session.scenario().flywheel.referral_conversion_rate, std::nullopt);
}

TEST(Session, AReferralConversionRateSetToItsDefaultFollowsTheDefaultAgain) {
  Session session;
  const char* path = "flywheel.referralConversionRate";
  (void)session.Apply(edit::SetField{Address(session, path), 0.03});
  (void)session.Apply(
      edit::SetField{Address(session, "social.organic/conversionRate"), 0.03});
  EXPECT_TRUE(session.scenario().flywheel.referral_conversion_rate.has_value())
      << "it was the other field that moved";
  (void)session.Apply(edit::SetField{Address(session, path), 0.04});
  (void)session.Apply(edit::SetField{Address(session, path), 0.03});
  EXPECT_FALSE(
      session.scenario().flywheel.referral_conversion_rate.has_value());
}

TEST(Session, SharesPushedToZeroByKeysRecoverWithinARun) {
  Session session;
  const FieldAddress promoters =
      Address(session, "flywheel.segments.promoter.share");
  (void)session.Apply(edit::SetField{promoters, 1});
  (void)session.Apply(edit::SetField{promoters, 0.4});
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, FractionsOfAMonthAreRefused) {
  Session session;
  const auto error =
      session.Apply(edit::SetField{Address(session, "flywheel.months"), 1.5});
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, ErrorCode::kNotWhole);
  EXPECT_EQ(error->field, "flywheel.months");
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, TheGhostIsTheStartOfTheDragOtherwiseTheBaseline) {
  Session session;
  session.PinBaseline();
  const double pinned = session.report().total.revenue;
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1e5});
  const double before_drag = session.report().total.revenue;
  session.BeginGesture();
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 2e5});
  EXPECT_EQ(session.compared()->past.report.total.revenue, before_drag);
  session.EndGesture();
  EXPECT_EQ(session.compared()->past.report.total.revenue, pinned);
  EXPECT_TRUE(session.compares_with_baseline());
  session.ClearBaseline();
  EXPECT_EQ(session.compared()->past.report.total.revenue, before_drag)
      << "the last change is still there to see";
  session.ForgetChange();
  EXPECT_EQ(session.compared(), nullptr);
}

TEST(Session, TheLastChangeStaysUntilTheNextChangeOfNumbers) {
  Session session;
  const FieldAddress visits = Address(session, "social.paid/visits");
  const double first = session.report().total.revenue;
  session.Apply(edit::SetField{visits, 1e5});
  EXPECT_EQ(session.compared()->past.report.total.revenue, first);
  session.Apply(edit::SetField{visits, 1.1e5});
  EXPECT_EQ(session.compared()->past.report.total.revenue, first)
      << "a run of keys is one change";
  session.Apply(edit::SetTitle{"Summer"});
  session.Apply(edit::SetMediumLabel{0, "Facebook"});
  EXPECT_EQ(session.compared()->past.report.total.revenue, first)
      << "a name changes no number";
  const double second = session.report().total.revenue;
  session.Apply(edit::LoadPreset{Presets()[1]});
  EXPECT_EQ(session.compared()->past.report.total.revenue, second);
  session.Undo();
  EXPECT_EQ(session.compared(), nullptr);
}

TEST(Session, WhileADragLastsTheAveragesStay) {
  Session session;
  const ThresholdValues before = session.report().thresholds;
  session.BeginGesture();
  session.Apply(
      edit::SetField{Address(session, "social.paid/costPerClick"), 190});
  EXPECT_EQ(session.report().thresholds.cpc, before.cpc);
  EXPECT_EQ(session.report().thresholds.cpa, before.cpa);
  session.EndGesture();
  EXPECT_EQ(session.report().thresholds.cpc,
            Evaluate(session.scenario()).thresholds.cpc);
  EXPECT_NE(session.report().thresholds.cpc, before.cpc);
}

TEST(Session, OnesOwnThresholdsMoveWhileTheyAreDragged) {
  Session session;
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  session.BeginGesture();
  session.Apply(edit::SetField{Address(session, "thresholds.cpc"), 190});
  EXPECT_EQ(session.report().thresholds.cpc, 190);
}

TEST(Session, OwnThresholdsStartAtTheAverageAndAreKept) {
  Session session;
  const double average = *session.report().thresholds.cpa;
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  EXPECT_NEAR(session.scenario().thresholds.cpa, average, average * 0.01);
  EXPECT_GT(session.scenario().thresholds.cpc, 0);
  (void)session.Apply(edit::SetField{Address(session, "thresholds.cpa"), 123});
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kPortfolio});
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  EXPECT_EQ(session.scenario().thresholds.cpa, 123);
}

// In won or yen the average of most shops lies beyond the slider's end.
TEST(Session, OwnThresholdsStartAtBreakEvenAfterIt) {
  Session session;
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kBreakEven});
  EXPECT_EQ(session.scenario().thresholds.cpa, 0);
  const double line = *session.report().thresholds.cpa;
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  EXPECT_NEAR(session.scenario().thresholds.cpa, line, line * 0.01);
  session.Undo();
  session.Undo();
  EXPECT_EQ(session.scenario().thresholds, Thresholds());
}

TEST(Session, OwnThresholdsStartAtAnAverageBeyondTheSlider) {
  Session session;
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {.visits = 1000,
                       .conversion_rate = 0.01,
                       .order_value = 500000,
                       .cost_per_click = 2500};
  ASSERT_FALSE(session.Apply(edit::LoadScenario{scenario}).has_value());
  ASSERT_EQ(session.report().thresholds.cpc, 2500);
  ASSERT_EQ(session.report().thresholds.cpa, 250000);
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  EXPECT_EQ(session.scenario().thresholds.cpc, 2500);
  EXPECT_EQ(session.scenario().thresholds.cpa, 250000);
}

TEST(Session, OwnThresholdsStayWithinTheirBounds) {
  Session session;
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {.visits = 1,
                       .conversion_rate = 1e-6,
                       .cost_per_click = 1e6,
                       .fixed_cost = 1e12};
  ASSERT_FALSE(session.Apply(edit::LoadScenario{scenario}).has_value());
  session.Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  EXPECT_EQ(session.scenario().thresholds.cpc, 1e6);
  EXPECT_EQ(session.scenario().thresholds.cpa, 1e9);
  EXPECT_FALSE(Validate(session.scenario()).has_value());
}

TEST(Session, ThereAreOneToEightMedia) {
  Session session;
  for (int i = 0; i < 12; ++i) session.Apply(edit::AddMedium{});
  EXPECT_EQ(session.scenario().media.size(), 8u);
  EXPECT_EQ(session.scenario().cells.size(), 16u);
  EXPECT_FALSE(Validate(session.scenario()).has_value());
  for (int i = 0; i < 12; ++i) session.Apply(edit::RemoveMedium{0});
  EXPECT_EQ(session.scenario().media.size(), 1u);
  EXPECT_EQ(session.scenario().cells.size(), 2u);
  EXPECT_LT(session.selected_cell(), 2);
}

TEST(Session, RemovingAMediumRemovesOnlyItsOwnCells) {
  Session session;
  const Cell search_paid = session.scenario().cells[3];
  session.Apply(edit::RemoveMedium{0});
  EXPECT_EQ(session.scenario().media[0].id, "search");
  EXPECT_EQ(session.scenario().cells[1], search_paid);
  session.Undo();
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, RemovingAMediumKeepsTheAssistsOfTheOthers) {
  Session session;
  Scenario scenario = DefaultScenario();
  scenario.assists = {{0, 3, 0.1}, {2, 5, 0.2}, {5, 0, 0.3}, {4, 1, 0.4}};
  ASSERT_FALSE(session.Apply(edit::LoadScenario{scenario}).has_value());
  session.Apply(edit::RemoveMedium{1});
  EXPECT_EQ(session.scenario().assists,
            (InlineVector<Assist, kMaxAssists>{{3, 0, 0.3}, {2, 1, 0.4}}));
  session.Undo();
  EXPECT_EQ(session.scenario(), scenario);
}

TEST(Session, AMediumThatComesOrGoesEndsADrag) {
  Session session;
  const FieldAddress cpc = Address(session, "search.paid/costPerClick");
  session.BeginGesture();
  session.Apply(edit::SetField{cpc, 20});
  session.Apply(edit::RemoveMedium{0});
  EXPECT_FALSE(session.in_gesture());
  EXPECT_EQ(session.compared()->past.scenario.cells[3].cost_per_click, 20);
  EXPECT_EQ(session.compared()->beside.scenario.cells[1].cost_per_click, 20)
      << "beside the same cell";
  session.Undo();
  session.Undo();
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, ABaselineSurvivesOtherMedia) {
  Session session;
  session.PinBaseline();
  const double revenue = session.report().total.revenue;
  const Cell search_paid = session.scenario().cells[3];
  session.Apply(edit::AddMedium{});
  session.Apply(edit::RemoveMedium{0});
  const Session::Compared& compared = *session.compared();
  ASSERT_TRUE(session.compares_with_baseline());
  EXPECT_EQ(compared.past.report.total.revenue, revenue);
  EXPECT_EQ(compared.past.scenario, DefaultScenario());
  EXPECT_EQ(compared.beside.scenario.media, session.scenario().media);
  EXPECT_EQ(compared.beside.scenario.cells[1], search_paid);
  EXPECT_EQ(compared.beside.scenario.cells[5], Cell()) << "the new medium";
  EXPECT_EQ(compared.beside.report.cells().size(), 6u);
  EXPECT_EQ(compared.beside.report.total.revenue, revenue);
}

TEST(Session, TheBaselineReturnsWithItsMedia) {
  Session session;
  session.PinBaseline();
  session.Apply(edit::AddMedium{});
  session.Undo();
  EXPECT_NE(session.baseline(), nullptr);
  (void)session.Apply(edit::SetMediumLabel{0, "Facebook"});
  session.Undo();
  EXPECT_NE(session.baseline(), nullptr) << "a name is not another medium";
}

TEST(Session, CancellingADragKeepsWhatWasLoadedMeanwhile) {
  Session session;
  session.BeginGesture();
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1});
  const Scenario& balanced = FindPreset("balanced")->scenario;
  EXPECT_FALSE(session.Apply(edit::LoadScenario{balanced}).has_value());
  session.CancelGesture();
  EXPECT_EQ(session.scenario(), balanced);
  session.Undo();
  EXPECT_EQ(Value(session, "social.paid/visits"), 1);
}

TEST(Session, PresetsKeepTheCurrentCurrency) {
  Session session;
  (void)session.Apply(edit::SetCurrency{"USD"});
  session.Apply(edit::LoadPreset{*FindPreset("balanced")});
  EXPECT_EQ(session.scenario().currency, "USD");
  EXPECT_EQ(session.matching_preset(), FindPreset("balanced"));
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1});
  session.Apply(edit::Reset{});
  EXPECT_EQ(session.scenario().currency, "USD");
}

TEST(Session, RemovingAMediumKeepsTheSelectedCellSelected) {
  Session session;
  session.SelectCell(3);
  session.Apply(edit::RemoveMedium{0});
  EXPECT_EQ(CellId(session.scenario(), session.selected_cell()), "search.paid");
}

TEST(Session, ResetReturnsToTheLastPresetAndCanBeUndone) {
  Session session;
  const Preset& balanced = *FindPreset("balanced");
  session.Apply(edit::LoadPreset{balanced});
  EXPECT_EQ(session.matching_preset(), &balanced);
  (void)session.Apply(
      edit::SetField{Address(session, "social.paid/visits"), 1});
  EXPECT_EQ(session.matching_preset(), nullptr);
  session.Apply(edit::Reset{});
  EXPECT_EQ(session.scenario(), balanced.scenario);
  session.Undo();
  EXPECT_EQ(Value(session, "social.paid/visits"), 1);
}

TEST(Session, ATitleKeepsThePresetSelected) {
  Session session;
  (void)session.Apply(edit::SetTitle{"For the article"});
  EXPECT_EQ(session.matching_preset(), &Presets()[0]);
}

const ShockPreset& kAlgorithm = ShockPresets()[0];
const ShockPreset& kAuction = ShockPresets()[1];
const ShockPreset& kOutage = ShockPresets()[2];

TEST(Session, AShockIsSwitchedOnAndOff) {
  Session session;
  const double visits = Value(session, "social.organic/visits");
  ASSERT_GT(visits, 0);
  EXPECT_EQ(session.applied(kAlgorithm, 0), nullptr);
  session.Apply(edit::SwitchShock{kAlgorithm, 0});
  EXPECT_EQ(Value(session, "social.organic/visits"), visits / 2);
  EXPECT_NE(session.applied(kAlgorithm, 0), nullptr);
  session.Apply(edit::SwitchShock{kAlgorithm, 0});
  EXPECT_EQ(session.scenario(), DefaultScenario());
  EXPECT_EQ(session.applied(kAlgorithm, 0), nullptr);
  session.Undo();
  EXPECT_NE(session.applied(kAlgorithm, 0), nullptr);
  session.Undo();
  EXPECT_EQ(session.applied(kAlgorithm, 0), nullptr);
  EXPECT_EQ(session.scenario(), DefaultScenario());
}

TEST(Session, SwitchingAShockOffKeepsWhatWasChangedSince) {
  Session session;
  session.Apply(edit::SwitchShock{kAuction, 0});
  session.Apply(
      edit::SetField{Address(session, "social.paid/costPerClick"), 9});
  session.Apply(edit::SetField{Address(session, "search.paid/visits"), 7000});
  session.Apply(edit::SwitchShock{kAuction, 0});
  Scenario expected = DefaultScenario();
  expected.cells[1].cost_per_click = 9;
  expected.cells[3].visits = 7000;
  EXPECT_EQ(session.scenario(), expected);
}

TEST(Session, AnOutageIsOnForItsMediumOnly) {
  Session session;
  session.Apply(edit::SwitchShock{kOutage, 1});
  EXPECT_EQ(session.applied(kOutage, 0), nullptr);
  ASSERT_NE(session.applied(kOutage, 1), nullptr);
  // Also when it is at another place.
  session.Apply(edit::RemoveMedium{0});
  ASSERT_NE(session.applied(kOutage, 0), nullptr);
  session.Apply(edit::SwitchShock{kOutage, 0});
  EXPECT_EQ(session.scenario().cells[0], DefaultScenario().cells[2]);
}

TEST(Session, ASlidersPositionAndAStepOfTheKeyboardAreEdits) {
  Session session;
  const FieldAddress visits = Address(session, "social.paid/visits");
  const FieldDefinition& field = visits.definition();
  session.Apply(edit::SlideField{visits, 0.75});
  EXPECT_EQ(GetField(session.scenario(), visits),
            ValueAround(field, 15000, 0.75));
  const double before = GetField(session.scenario(), visits);
  session.Apply(edit::StepField{visits, 3});
  EXPECT_EQ(GetField(session.scenario(), visits), StepValue(field, before, 3));
  session.Undo();
  EXPECT_FALSE(session.can_undo()) << "one run of the same field";
}

TEST(Session, WhatIsTypedIsAStepOfItsOwn) {
  Session session;
  const FieldAddress visits = Address(session, "social.paid/visits");
  EXPECT_EQ(session.Apply(edit::TypeField{visits, "1.2萬"}), std::nullopt);
  EXPECT_EQ(session.Apply(edit::TypeField{visits, "13k"}), std::nullopt);
  EXPECT_EQ(GetField(session.scenario(), visits), 13000);
  session.Undo();
  EXPECT_EQ(GetField(session.scenario(), visits), 12000);
  EXPECT_NE(session.Apply(edit::TypeField{visits, "lots"}), std::nullopt);
  EXPECT_EQ(GetField(session.scenario(), visits), 12000);
  EXPECT_TRUE(session.can_redo()) << "a refused edit changes nothing";
}

TEST(Session, ABytewiseCopyIsTheSameSession) {
  Session session;
  session.Apply(edit::LoadPreset{Presets()[1]});
  session.PinBaseline();
  const FieldAddress visits = Address(session, "social.paid/visits");
  session.Apply(edit::SetField{visits, 4321});
  alignas(Session) std::byte bytes[sizeof(Session)];
  std::memcpy(bytes, &session, sizeof(Session));
  session.Apply(edit::Reset{});

  Session other;
  std::memcpy(static_cast<void*>(&other), bytes, sizeof(Session));
  EXPECT_EQ(GetField(other.scenario(), visits), 4321);
  EXPECT_EQ(other.origin(), &Presets()[1]);
  EXPECT_NE(other.baseline(), nullptr);
  other.Undo();
  EXPECT_EQ(other.matching_preset(), &Presets()[1]);
}

}  // namespace
}  // namespace sextant
