#include "engine/customers/flywheel.h"

#include <algorithm>

#include "engine/metrics/metrics.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"

namespace sextant {
namespace {

// What the cells bring in a month, without returning customers.
struct Acquisition {
  double new_customers = 0;
  double revenue = 0;
  double spend = 0;
  // Of that, what grows with organic visits; fixed costs do not.
  double organic_new_customers = 0;
  double organic_revenue = 0;
  double organic_visit_cost = 0;
};

// January first.
using Year = std::array<Acquisition, kMonthsOfYear>;

// How customers come back, in every month.
struct Returning {
  double order_value = 0;  // average; 0 without orders
  double gross_margin = 0;
  double referral_conversion_rate = 0;
  std::array<SegmentHabits, kSegmentCount> habits;
};

Acquisition AcquisitionOf(std::span<const Cell> cells) {
  Acquisition bought;
  for (size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    const double orders = cell.visits * cell.conversion_rate;
    const double visit_cost = cell.visits * cell.cost_per_click;
    bought.new_customers += orders * cell.new_customer_share;
    bought.revenue += orders * cell.order_value;
    bought.spend += visit_cost + cell.fixed_cost;
    if (KindOf(static_cast<int>(i)) == Kind::kPaid) continue;
    bought.organic_new_customers += orders * cell.new_customer_share;
    bought.organic_revenue += orders * cell.order_value;
    bought.organic_visit_cost += visit_cost;
  }
  return bought;
}

Year YearOf(const Scenario& scenario) {
  Year year;
  year.fill(AcquisitionOf(scenario.cells));
  for (size_t month = 0; month < year.size(); ++month) {
    const MonthFactors& factors = scenario.season.months[month];
    if (factors == MonthFactors{}) continue;
    auto cells = scenario.cells;
    for (const MonthFactor& factor : kMonthFactors) {
      const CellField& field = *FindCellField(factor.id);
      for (Cell& cell : cells) {
        double& value = cell.*field.member;
        value = std::min(value * factors.*factor.member, field.maximum);
      }
    }
    year[month] = AcquisitionOf(cells);
  }
  return year;
}

Returning ReturningOf(const Scenario& scenario, double order_value) {
  return {order_value, scenario.gross_margin, ReferralConversionRate(scenario),
          scenario.flywheel.segments};
}

// Fills `months`. Without repeat orders, referrals and growth it is the funnel.
void Run(const Year& year, size_t start, double growth, const Returning& back,
         std::span<FlywheelMonth> months) {
  std::array<double, kSegmentCount> active{};
  double grown = 0;  // organic visits above those of the first month, per visit
  double cumulative = 0;
  const Acquisition* bought = &year[start];
  for (FlywheelMonth& month : months) {
    month.active = active;
    month.new_customers_bought =
        bought->new_customers + bought->organic_new_customers * grown;
    double referral_visits = 0;
    month.repeat_orders = 0;
    for (size_t s = 0; s < kSegmentCount; ++s) {
      referral_visits += active[s] * back.habits[s].referral_visits;
      month.repeat_orders += active[s] * back.habits[s].repeat_orders;
    }
    month.new_customers_referred =
        back.referral_conversion_rate * referral_visits;
    const double not_bought = back.order_value * month.new_customers_referred +
                              back.order_value * month.repeat_orders;
    month.revenue =
        bought->revenue + bought->organic_revenue * grown + not_bought;
    month.spend = bought->spend + bought->organic_visit_cost * grown;
    month.profit = back.gross_margin * month.revenue - month.spend;
    month.cumulative_profit = cumulative += month.profit;
    const double new_customers =
        month.new_customers_bought + month.new_customers_referred;
    month.cac = Divide(month.spend, new_customers);
    month.share_not_bought = Divide(not_bought, month.revenue);
    for (size_t s = 0; s < kSegmentCount; ++s) {
      const SegmentHabits& habits = back.habits[s];
      active[s] = active[s] * (1 - habits.churn) + habits.share * new_customers;
    }
    grown += growth * (1 + grown);
    if (++bought == year.end()) bought = year.begin();
  }
}

size_t StartOf(const Season& season) {
  return static_cast<size_t>(season.start_month) - 1;
}

SteadyState SteadyStateOf(const Acquisition& plain, const Returning& back,
                          double momentum) {
  SteadyState state;
  const double bought = plain.new_customers;
  state.new_customers = bought / (1 - momentum);
  for (size_t s = 0; s < kSegmentCount; ++s) {
    const SegmentHabits& habits = back.habits[s];
    state.active[s] = habits.share * state.new_customers / habits.churn;
    state.repeat_orders += state.active[s] * habits.repeat_orders;
  }
  state.revenue =
      plain.revenue +
      back.order_value * (state.new_customers - bought + state.repeat_orders);
  state.profit = back.gross_margin * state.revenue - plain.spend;
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

Returning Idle(Returning back) {
  for (SegmentHabits& segment : back.habits) {
    segment.repeat_orders = 0;
    segment.referral_visits = 0;
  }
  return back;
}

}  // namespace

double Momentum(const Scenario& scenario) {
  double visits = 0;  // referred by a customer over a lifetime
  for (const SegmentHabits& segment : scenario.flywheel.segments) {
    visits += segment.share * segment.referral_visits / segment.churn;
  }
  return ReferralConversionRate(scenario) * visits;
}

void SimulateMonths(const Scenario& scenario, double order_value,
                    std::span<FlywheelMonth> months) {
  Run(YearOf(scenario), StartOf(scenario.season),
      scenario.flywheel.organic_growth, ReturningOf(scenario, order_value),
      months);
}

FlywheelReport SimulateFlywheel(const Scenario& scenario,
                                const Report& report) {
  const FlywheelInputs& inputs = scenario.flywheel;
  const Year year = YearOf(scenario);
  const size_t start = StartOf(scenario.season);
  const Returning back =
      ReturningOf(scenario, report.total.order_value.value_or(0));
  FlywheelReport result;
  result.month_count = static_cast<int>(inputs.months);
  const auto count = static_cast<size_t>(result.month_count);
  Run(year, start, inputs.organic_growth, back,
      {result.flywheel_storage.data(), count});
  Run(year, start, 0, Idle(back), {result.funnel_storage.data(), count});
  result.overtakes_in_month = Overtaking(result);

  const auto& [promoter, passive, detractor] = inputs.segments;
  result.nps = 100 * (promoter.share - detractor.share);
  result.momentum = Momentum(scenario);
  if (result.momentum >= 1) return result;
  result.long_run_multiplier = 1 / (1 - result.momentum);
  if (inputs.organic_growth == 0 && scenario.season.months == Season().months) {
    result.steady_state = SteadyStateOf(year[0], back, result.momentum);
  }
  return result;
}

}  // namespace sextant
