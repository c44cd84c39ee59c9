// Sentences on customer value, payback, flywheel and remarketing: one for every
// case.
#include "words/customer_explanation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/customers/customer_value.h"
#include "engine/customers/payback.h"
#include "support/chart_scenarios.h"
#include "words/advice.h"
#include "words/names.h"

namespace sextant {
namespace {

// One paid cell: 1,000 customers at this cost, with a margin of 500 an order.
Scenario Costing(double cac) {
  Scenario scenario = EmptyScenario();
  scenario.cells[1] = {10000, 0.1, 1000, cac / 10, 0, 1};
  scenario.flywheel.referral_conversion_rate = 0.03;
  return scenario;
}

struct Said {
  std::string customer;
  std::string payback;
  std::string momentum;
  std::string flywheel;
  std::string remarketing;
};

Said Say(const Scenario& scenario, Language language = Language::kEnglish) {
  const NumberFormat format = FormatFor(language);
  const Report report = Evaluate(scenario);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  return {ExplainCustomer(scenario, report, format),
          ExplainPayback(scenario, report, format),
          ExplainMomentum(flywheel, format), ExplainFlywheel(flywheel, format),
          ExplainRemarketing(scenario, MeasureRemarketing(scenario), format)};
}

void ExpectContains(const std::string& text, std::string_view part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
}

TEST(CustomerExplanation, IsACompleteSentenceForEveryScenario) {
  std::vector<NamedScenario> scenarios = HostileScenarios();
  for (const Preset& preset : Presets()) {
    scenarios.push_back({preset.id, preset.scenario});
  }
  for (const NamedScenario& named : scenarios) {
    SCOPED_TRACE(named.name);
    for (const Language language : kLanguages) {
      const Said said = Say(named.scenario, language);
      const char* stop = language == Language::kEnglish ? "." : "。";
      for (const std::string& sentence :
           {said.customer, said.momentum, said.flywheel, said.remarketing}) {
        ExpectSentence(sentence);
        EXPECT_TRUE(sentence.ends_with(stop)) << sentence;
      }
      if (!said.payback.empty()) ExpectSentence(said.payback);
    }
  }
}

TEST(CustomerExplanation, OfTheWorkedCustomer) {
  EXPECT_EQ(Say(Costing(700)).customer,
            "A customer is worth NT$1,523: NT$500 from the first order and "
            "NT$1,023 from 0.25 orders a month while 10% leave each month. "
            "That is 2.18× the NT$700 spent to win one; paid back in month 2.");
}

TEST(CustomerExplanation, SaysWhetherTheCustomerPaysBack) {
  ExpectContains(Say(Costing(500)).customer, "already pays back the NT$500");
  ExpectContains(Say(Costing(1600)).customer, "That never pays back.");
  ExpectContains(Say(Costing(0)).customer, "Nothing is spent on winning one.");
  ExpectContains(Say(EmptyScenario()).customer, "no orders yet");
}

TEST(CustomerExplanation, PaybackIsMentionedOnlyIfCustomersCostSomething) {
  EXPECT_EQ(Say(EmptyScenario()).payback, "");
  EXPECT_EQ(Say(Costing(0)).payback, "");
  EXPECT_EQ(Say(Costing(700)).payback, "Already paid back within 12 months.");
}

// The numbers are rounded so that the value shown is enough.
TEST(CustomerExplanation, NamesEveryWayToPayBack) {
  Scenario scenario = Costing(1320);
  scenario.flywheel.referral_conversion_rate = 0.005;
  const auto needs = FindPaybackNeeds(scenario, Evaluate(scenario));
  ASSERT_TRUE(needs && needs->churn && needs->nps && needs->referral_visits);
  for (const Language language : kLanguages) {
    const NumberFormat format = FormatFor(language);
    const std::string payback = Say(scenario, language).payback;
    for (const std::string& part :
         {format.Percent(std::floor(*needs->churn * 1e4) / 1e4),
          format.Percent(0.1), format.Ratio(std::ceil(*needs->nps * 10) / 10),
          format.Count(20),
          format.Ratio(std::ceil(*needs->referral_visits * 100) / 100),
          format.Ratio(0.5)}) {
      ExpectContains(payback, part);
    }
  }
}

TEST(CustomerExplanation, NamesASingleWayWithoutAList) {
  const std::string payback =
      Say(FindPreset("funnel-thinking")->scenario).payback;
  ExpectContains(payback, "would take referred visits of");
  EXPECT_EQ(payback.find("one of these"), std::string::npos) << payback;
}

// The number that is asked for differs from the current one, also as displayed.
TEST(CustomerExplanation, NeverAsksForThePresentValue) {
  Scenario scenario = FindPreset("flywheel-turning")->scenario;
  scenario.retention.repeat_orders = 0.02;
  const std::string counted = Say(scenario).payback;
  ExpectContains(counted, "if referred customers count");
  EXPECT_EQ(counted.find("instead of 0.8"), std::string::npos) << counted;

  scenario.retention.repeat_orders = 0;
  auto& segments = scenario.flywheel.segments;
  segments[0].share = 0.805;
  segments[1].share = 0.045;
  segments[2].share = 0.15;
  for (double visits = 0; visits < 0.4; visits += 0.01) {
    segments[0].referral_visits = visits;
    const std::string payback = Say(scenario).payback;
    EXPECT_EQ(payback.find("65.5 instead of 65.5"), std::string::npos)
        << payback;
  }
}

TEST(CustomerExplanation, ExplainsAFlywheelThatIsNoBetterThanTheFunnel) {
  Scenario one_month = FindPreset("flywheel-turning")->scenario;
  one_month.flywheel.months = 1;
  one_month.flywheel.organic_growth = 0;
  ExpectContains(Say(one_month).flywheel, "second month");

  Scenario no_margin = FindPreset("flywheel-turning")->scenario;
  no_margin.gross_margin = 0;
  no_margin.flywheel.organic_growth = 0;
  ExpectContains(Say(no_margin).flywheel,
                 "24 months the flywheel earns as much");

  Scenario no_new = FindPreset("flywheel-turning")->scenario;
  no_new.flywheel.organic_growth = 0;
  for (Cell& cell : no_new.cells) cell.new_customer_share = 0;
  ExpectContains(Say(no_new).flywheel, "no new customers");
  ExpectContains(Say(no_new).customer, "no order comes from a new customer");
  ExpectContains(Say(FindPreset("funnel-thinking")->scenario).flywheel,
                 "nobody comes back");
}

TEST(CustomerExplanation, ASmallMomentumIsMoreThanNothing) {
  Scenario scenario = FindPreset("flywheel-turning")->scenario;
  scenario.flywheel.referral_conversion_rate = 1e-5;
  ExpectContains(Say(scenario).momentum, "<0.01");
  double& rate = *scenario.flywheel.referral_conversion_rate;
  rate = 0.9996 / (Momentum(scenario) / rate);
  ExpectContains(Say(scenario).momentum, ">0.99");
}

TEST(CustomerExplanation, SaysWhenNoSingleWayIsEnough) {
  Scenario scenario = Costing(2000);
  scenario.retention.repeat_orders = 0.01;
  scenario.flywheel.referral_conversion_rate = 0;
  const std::string payback = Say(scenario).payback;
  ExpectContains(payback, "Changing churn, NPS or referrals alone would not");
  ExpectContains(payback, "NT$2,000");
}

TEST(CustomerExplanation, OfMomentum) {
  ExpectContains(Say(DefaultScenario()).momentum, "0.05 more");
  ExpectContains(Say(DefaultScenario()).momentum, "becomes 1.06");
  Scenario none = DefaultScenario();
  none.flywheel.referral_conversion_rate = 0;
  EXPECT_EQ(Say(none).momentum,
            "Nobody is referred: every new customer has to come from your "
            "marketing.");
  Scenario unbounded = DefaultScenario();
  unbounded.flywheel.referral_conversion_rate = 0.5;
  ExpectContains(Say(unbounded).momentum, "without limit");
}

TEST(CustomerExplanation, OfTheFlywheelAgainstTheFunnel) {
  const Scenario& turning = FindPreset("flywheel-turning")->scenario;
  const FlywheelReport report = SimulateFlywheel(turning, Evaluate(turning));
  const NumberFormat format = FormatFor(Language::kEnglish);
  const double ahead = report.flywheel().back().cumulative_profit -
                       report.funnel().back().cumulative_profit;
  const std::string said = Say(turning).flywheel;
  for (const std::string& part :
       {std::string("From month 1 "), std::string("24 months"),
        format.Money(ahead), format.Money(*report.flywheel().back().cac),
        format.Money(*report.funnel().back().cac)}) {
    ExpectContains(said, part);
  }
  ExpectContains(Say(FindPreset("funnel-thinking")->scenario).flywheel,
                 "no more than the funnel");
  Scenario losing = FindPreset("funnel-thinking")->scenario;
  losing.flywheel.organic_growth = 0.1;
  losing.cells[0].cost_per_click = 500;
  ExpectContains(Say(losing).flywheel, "less than the funnel");
}

TEST(CustomerExplanation, OfRemarketingNamesTheCellThatDilutesMost) {
  EXPECT_TRUE(Say(DefaultScenario()).remarketing.starts_with("No engaged"));
  Scenario scenario = Costing(100);
  scenario.cells[1].engaged_share = 0.1;
  EXPECT_EQ(Say(scenario).remarketing.find("dilutes"), std::string::npos);
  scenario.cells[2] = {2000, 0, 0, 0, 0, 1, 0.5};
  const RemarketingReport report = MeasureRemarketing(scenario);
  for (const Language language : kLanguages) {
    const NumberFormat format = FormatFor(language);
    const std::string said = Say(scenario, language).remarketing;
    ExpectContains(said, format.Percent(*report.density));
    ExpectContains(said, format.Money(*report.cpa));
    ExpectContains(said, CellName(scenario, 1, language));
    ExpectContains(said,
                   format.Money(*report.cpa - *report.cells()[1].cpa_effect));
  }
  scenario.remarketing.engaged_conversion_rate = 0;
  ExpectContains(Say(scenario).remarketing, "none of them buy");
}

TEST(CustomerExplanation, AdvisesByQuadrantUnlessLifetimeValuePaysBack) {
  const NumberFormat format = FormatFor(Language::kEnglish);
  const auto advice = [&](const char* preset, int cell) {
    const Scenario& scenario = FindPreset(preset)->scenario;
    return AdviseCell(scenario, Evaluate(scenario), cell, format);
  };
  const Scenario& turning = FindPreset("flywheel-turning")->scenario;
  const Report report = Evaluate(turning);
  for (int i = 0; i < 6; ++i) {
    const Quadrant quadrant = *report.cells()[i].quadrant;
    const std::string usual = advice("funnel-thinking", i);
    EXPECT_EQ(usual.find("Worth it"), std::string::npos) << usual;
    if (quadrant != Quadrant::kHighCpcHighCpa) {
      EXPECT_EQ(advice("flywheel-turning", i), usual);
      continue;
    }
    const CustomerValue value = ValueOfCustomer(turning, report, i);
    const std::string paid_back = advice("flywheel-turning", i);
    ExpectContains(paid_back, "Worth it: ");
    ExpectContains(paid_back, format.Money(*report.cells()[i].cac));
    ExpectContains(paid_back, format.Money(*value.ltv));
    ExpectContains(paid_back, "month " + format.Count(*value.payback_month));
  }
  EXPECT_EQ(AdviseCell(EmptyScenario(), Evaluate(EmptyScenario()), 0, format),
            "");
}

}  // namespace
}  // namespace sextant
