#include "engine/customers/flywheel.h"

#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

// The result of a month without returning customers.
struct Base {
  const Totals& total;
  const Totals& organic;          // the part that grows
  double organic_visit_cost = 0;  // of spend: fixed costs do not grow
  double order_value = 0;         // average; 0 without orders
  double gross_margin = 0;
  double referral_conversion_rate = 0;
};

Base MakeBase(const Scenario& scenario, const Report& report) {
  Base base{.total = report.total,
            .organic = report.kinds[static_cast<size_t>(Kind::kOrganic)],
            .order_value = report.total.order_value.value_or(0),
            .gross_margin = scenario.gross_margin,
            .referral_conversion_rate = ReferralConversionRate(scenario)};
  for (size_t i = 0; i < scenario.cells.size(); i += kKindCount) {
    const Cell& cell = scenario.cells[i];
    base.organic_visit_cost += cell.visits * cell.cost_per_click;
  }
  return base;
}

using Habits = std::array<SegmentHabits, kSegmentCount>;

// Fills `months`. Without repeat orders, referrals and growth it is the funnel.
void Run(const Base& base, double growth, const Habits& habits,
         std::span<FlywheelMonth> months) {
  std::array<double, kSegmentCount> active{};
  double grown = 0;  // organic visits above those of the first month, per visit
  double cumulative = 0;
  for (FlywheelMonth& month : months) {
    month.active = active;
    month.new_customers_bought =
        base.total.new_customers + base.organic.new_customers * grown;
    double referral_visits = 0;
    for (size_t s = 0; s < kSegmentCount; ++s) {
      referral_visits += active[s] * habits[s].referral_visits;
      month.repeat_orders += active[s] * habits[s].repeat_orders;
    }
    month.new_customers_referred =
        base.referral_conversion_rate * referral_visits;
    const double not_bought = base.order_value * month.new_customers_referred +
                              base.order_value * month.repeat_orders;
    month.revenue =
        base.total.revenue + base.organic.revenue * grown + not_bought;
    month.spend = base.total.spend + base.organic_visit_cost * grown;
    month.profit = base.gross_margin * month.revenue - month.spend;
    month.cumulative_profit = cumulative += month.profit;
    const double new_customers =
        month.new_customers_bought + month.new_customers_referred;
    month.cac = Divide(month.spend, new_customers);
    month.share_not_bought = Divide(not_bought, month.revenue);
    for (size_t s = 0; s < kSegmentCount; ++s) {
      active[s] =
          active[s] * (1 - habits[s].churn) + habits[s].share * new_customers;
    }
    grown += growth * (1 + grown);
  }
}

SteadyState SteadyStateOf(const Base& base, double momentum,
                          const Habits& habits) {
  SteadyState state;
  const double bought = base.total.new_customers;
  state.new_customers = bought / (1 - momentum);
  for (size_t s = 0; s < kSegmentCount; ++s) {
    state.active[s] = habits[s].share * state.new_customers / habits[s].churn;
    state.repeat_orders += state.active[s] * habits[s].repeat_orders;
  }
  state.revenue =
      base.total.revenue +
      base.order_value * (state.new_customers - bought + state.repeat_orders);
  state.profit = base.gross_margin * state.revenue - base.total.spend;
  return state;
}

std::optional<int> Overtaking(const FlywheelReport& report) {
  for (size_t t = 0; t < report.flywheel().size(); ++t) {
    if (report.flywheel()[t].cumulative_profit >
        report.funnel()[t].cumulative_profit) {
      return static_cast<int>(t);
    }
  }
  return std::nullopt;
}

Habits Idle(Habits habits) {
  for (SegmentHabits& segment : habits) {
    segment.repeat_orders = 0;
    segment.referral_visits = 0;
  }
  return habits;
}

}  // namespace

double Momentum(const Scenario& scenario) {
  double visits = 0;  // referred by a customer over a lifetime
  for (const SegmentHabits& segment : scenario.flywheel.segments) {
    visits += segment.share * segment.referral_visits / segment.churn;
  }
  return ReferralConversionRate(scenario) * visits;
}

FlywheelReport SimulateFlywheel(const Scenario& scenario,
                                const Report& report) {
  const FlywheelInputs& inputs = scenario.flywheel;
  const Base base = MakeBase(scenario, report);
  FlywheelReport result;
  result.month_count = static_cast<int>(inputs.months);
  const auto count = static_cast<size_t>(result.month_count);
  Run(base, inputs.organic_growth, inputs.segments,
      {result.flywheel_storage.data(), count});
  Run(base, 0, Idle(inputs.segments), {result.funnel_storage.data(), count});
  result.overtakes_in_month = Overtaking(result);

  const auto& [promoter, passive, detractor] = inputs.segments;
  result.nps = 100 * (promoter.share - detractor.share);
  result.momentum = Momentum(scenario);
  if (result.momentum >= 1) return result;
  result.long_run_multiplier = 1 / (1 - result.momentum);
  if (inputs.organic_growth == 0) {
    result.steady_state = SteadyStateOf(base, result.momentum, inputs.segments);
  }
  return result;
}

}  // namespace sextant
