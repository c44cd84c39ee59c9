#include "words/customer_explanation.h"

#include <algorithm>
#include <cmath>

#include "engine/customers/customer_value.h"
#include "engine/customers/payback.h"
#include "locales/text.h"
#include "words/names.h"

namespace sextant {
namespace {

TextId CustomerSentence(const CustomerValue& value, const Ratio& cac) {
  if (!value.ltv) return TextId::kExplainCustomerNone;
  if (!cac) return TextId::kExplainCustomerNoneNew;
  if (*cac == 0) return TextId::kExplainCustomerFree;
  if (!value.payback_month) return TextId::kExplainCustomerLoss;
  return *value.payback_month == 0 ? TextId::kExplainCustomerAtOnce
                                   : TextId::kExplainCustomerPaysBack;
}

// Rounds up to a multiple of 1/`parts`; down with negative `parts`.
Ratio Rounded(const Ratio& value, double parts) {
  if (!value) return value;
  // The value may already be rounded in its last bit.
  constexpr double kTolerance = 1e-9;
  return std::ceil(*value * parts - kTolerance) / parts;
}

// Appends one way to pay back.
void AddNeed(TextId text, const Ratio& value, double now,
             std::string (NumberFormat::*write)(double) const,
             const NumberFormat& format, std::string& needs) {
  if (!value) return;
  if (!needs.empty()) needs += Text(format.language, TextId::kExplainPaybackOr);
  needs += FormatText(
      format.language, text,
      {{"value", (format.*write)(*value)}, {"now", (format.*write)(now)}});
}

// The cell without which remarketing would be cheapest, or -1.
int MostDiluting(const RemarketingReport& remarketing) {
  int worst = -1;
  double effect = 0;
  for (int i = 0; i < remarketing.cell_count; ++i) {
    const Ratio& cpa = remarketing.cells()[static_cast<size_t>(i)].cpa_effect;
    if (!cpa || *cpa <= effect) continue;
    effect = *cpa;
    worst = i;
  }
  return worst;
}

TextId FlywheelSentence(const FlywheelReport& flywheel, double difference) {
  if (difference > 0) return TextId::kExplainWheelAhead;
  if (difference < 0) return TextId::kExplainWheelBehind;
  const FlywheelMonth& last = flywheel.flywheel().back();
  if (last.new_customers_bought == 0) return TextId::kExplainWheelNoCustomers;
  if (flywheel.month_count == 1) return TextId::kExplainWheelOneMonth;
  const bool idle = last.repeat_orders == 0 && last.new_customers_referred == 0;
  return idle ? TextId::kExplainWheelNone : TextId::kExplainWheelSame;
}

// Two decimals, but never 0 for a value above 0, nor 1 for a value below 1.
std::string MomentumText(double momentum, const NumberFormat& format) {
  constexpr double kHalf = 0.005;
  if (momentum > 0 && momentum < kHalf) return "<" + format.Ratio(0.01);
  if (momentum < 1 && momentum >= 1 - kHalf) return ">" + format.Ratio(0.99);
  return format.Ratio(momentum);
}

TextId RemarketingSentence(const RemarketingReport& remarketing, int worst) {
  if (!remarketing.density || *remarketing.density == 0) {
    return TextId::kExplainRemarketingNone;
  }
  if (!remarketing.cpa) return TextId::kExplainRemarketingNoOrders;
  return worst < 0 ? TextId::kExplainRemarketingOne
                   : TextId::kExplainRemarketingMany;
}

}  // namespace

// Each passes all values that any of its sentences may use: less code than a
// list per sentence.

std::string ExplainCustomer(const Scenario& scenario, const Report& report,
                            const NumberFormat& format) {
  const CustomerValue value = ValueOfCustomer(scenario, report);
  const double ltv = value.ltv.value_or(0);
  const double first =
      report.total.order_value.value_or(0) * scenario.gross_margin;
  return FormatText(format.language, CustomerSentence(value, report.total.cac),
                    {{"ltv", format.Money(ltv)},
                     {"contribution", format.Money(first)},
                     {"repeat", format.Money(ltv - first)},
                     {"orders", format.Ratio(scenario.retention.repeat_orders)},
                     {"churn", format.Percent(scenario.retention.churn)},
                     {"cac", format.Money(report.total.cac.value_or(0))},
                     {"ratio", format.Ratio(value.ltv_to_cac.value_or(0))},
                     {"month", format.Count(value.payback_month.value_or(0))}});
}

std::string ExplainPayback(const Scenario& scenario, const Report& report,
                           const NumberFormat& format) {
  const Language language = format.language;
  if (!report.total.order_value || !report.total.cac ||
      *report.total.cac == 0) {
    return {};
  }
  const auto ways = FindPaybackNeeds(scenario, report);
  if (!ways) {
    return std::string(Text(language, TextId::kExplainPaybackInTime));
  }
  if (ways->by_referral) {
    const double left = std::max(0.0, 1 - Momentum(scenario));
    return FormatText(language, TextId::kExplainPaybackByReferral,
                      {{"cac", format.Money(*report.total.cac)},
                       {"longRunCac", format.Money(*report.total.cac * left)}});
  }
  const auto& [promoter, passive, detractor] = scenario.flywheel.segments;
  // Rounded so that the displayed number is enough, too.
  const auto churn = Rounded(ways->churn, -10000);
  const auto nps = Rounded(ways->nps, 10);
  const auto visits = Rounded(ways->referral_visits, 100);
  std::string needs;
  AddNeed(TextId::kExplainPaybackChurn, churn, scenario.retention.churn,
          &NumberFormat::Percent, format, needs);
  AddNeed(TextId::kExplainPaybackNps, nps,
          100 * (promoter.share - detractor.share), &NumberFormat::Ratio,
          format, needs);
  AddNeed(TextId::kExplainPaybackReferral, visits, promoter.referral_visits,
          &NumberFormat::Ratio, format, needs);
  const int count = churn.has_value() + nps.has_value() + visits.has_value();
  const double contribution =
      ContributionUntil(*report.total.order_value * scenario.gross_margin,
                        kPaybackGoal, scenario.retention);
  return FormatText(language,
                    count == 0   ? TextId::kExplainPaybackHopeless
                    : count == 1 ? TextId::kExplainPaybackNeed
                                 : TextId::kExplainPaybackNeeds,
                    {{"needs", needs},
                     {"cac", format.Money(*report.total.cac)},
                     {"contribution", format.Money(contribution)}});
}

std::string ExplainMomentum(const FlywheelReport& flywheel,
                            const NumberFormat& format) {
  const Ratio& multiplier = flywheel.long_run_multiplier;
  TextId text = TextId::kExplainMomentumSome;
  if (flywheel.momentum == 0) text = TextId::kExplainMomentumNone;
  if (!multiplier) text = TextId::kExplainMomentumUnbounded;
  return FormatText(format.language, text,
                    {{"momentum", MomentumText(flywheel.momentum, format)},
                     {"multiplier", format.Ratio(multiplier.value_or(0))}});
}

std::string ExplainFlywheel(const FlywheelReport& flywheel,
                            const NumberFormat& format) {
  const FlywheelMonth& wheel = flywheel.flywheel().back();
  const FlywheelMonth& funnel = flywheel.funnel().back();
  const double difference = wheel.cumulative_profit - funnel.cumulative_profit;
  const auto money = [&](double value) { return format.Money(value); };
  return FormatText(
      format.language, FlywheelSentence(flywheel, difference),
      {{"months", format.Months(flywheel.month_count)},
       {"overtakes", format.Count(flywheel.overtakes_in_month.value_or(0))},
       {"difference", format.Money(std::fabs(difference))},
       {"share",
        format.Percent(std::round(wheel.share_not_bought.value_or(0) * 1000) /
                       1000)},
       {"cac", OrUndefined(wheel.cac, money)},
       {"funnelCac", OrUndefined(funnel.cac, money)}});
}

std::string ExplainRemarketing(const Scenario& scenario,
                               const RemarketingReport& remarketing,
                               const NumberFormat& format) {
  const int worst = MostDiluting(remarketing);
  const double cpa = remarketing.cpa.value_or(0);
  const double without =
      worst < 0
          ? cpa
          : cpa - *remarketing.cells()[static_cast<size_t>(worst)].cpa_effect;
  return FormatText(
      format.language, RemarketingSentence(remarketing, worst),
      {{"density", format.Percent(remarketing.density.value_or(0))},
       {"conversionRate",
        format.Percent(remarketing.conversion_rate.value_or(0))},
       {"cpa", format.Money(cpa)},
       {"cell", CellName(scenario, std::max(worst, 0), format.language)},
       {"without", format.Money(without)}});
}

}  // namespace sextant
