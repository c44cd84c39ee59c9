// The flywheel: satisfied customers come back and bring in others, month by
// month (DOMAIN.md, section 7).
#ifndef SEXTANT_ENGINE_CUSTOMERS_FLYWHEEL_H_
#define SEXTANT_ENGINE_CUSTOMERS_FLYWHEEL_H_

#include <array>
#include <optional>
#include <span>

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr int kMaxMonths = 120;

struct FlywheelMonth {
  double new_customers_bought = 0;    // through the cells
  double new_customers_referred = 0;  // through referrals
  // At the beginning of the month, in the order of Segment.
  std::array<double, kSegmentCount> active{};
  double repeat_orders = 0;
  double revenue = 0;
  double spend = 0;
  double profit = 0;  // gross margin · revenue − spend
  double cumulative_profit = 0;
  Ratio cac;               // spend / all new customers
  Ratio share_not_bought;  // share of revenue from referred and repeat orders
};

// The state in which every month equals the previous one.
struct SteadyState {
  double new_customers = 0;  // per month, bought and referred
  std::array<double, kSegmentCount> active{};
  double repeat_orders = 0;
  double revenue = 0;
  double profit = 0;
};

struct FlywheelReport {
  int month_count = 0;  // 1..kMaxMonths
  std::array<FlywheelMonth, kMaxMonths> flywheel_storage;
  // The same scenario without repeat orders, referrals and growth.
  std::array<FlywheelMonth, kMaxMonths> funnel_storage;
  // k: customers that one customer brings in over a lifetime.
  double momentum = 0;
  // 1/(1 − k): the factor on acquisition in the long run. Undefined for k ≥ 1,
  // when it grows without limit.
  Ratio long_run_multiplier;
  // The first month whose cumulative profit is above the funnel's.
  std::optional<int> overtakes_in_month;
  double nps = 0;  // −100..100
  // Empty with k ≥ 1, organic growth or a season: then there is no steady
  // state.
  std::optional<SteadyState> steady_state;

  std::span<const FlywheelMonth> flywheel() const {
    return {flywheel_storage.data(), static_cast<size_t>(month_count)};
  }
  std::span<const FlywheelMonth> funnel() const {
    return {funnel_storage.data(), static_cast<size_t>(month_count)};
  }
};

// A month of the season has its factors on the cells, a result above a field's
// bound is that bound; repeat and referred orders have the plain month's value
// and rate (DOMAIN.md, section 8).
//
// Pure, no allocation. `report` is Evaluate(scenario), which is valid; then
// every number is finite.
FlywheelReport SimulateFlywheel(const Scenario& scenario, const Report& report);

// Only the flywheel's months, for as many as there is room. `order_value`: that
// of all orders of the plain month, 0 without orders.
void SimulateMonths(const Scenario& scenario, double order_value,
                    std::span<FlywheelMonth> months);

// Customers that one customer brings over a lifetime: k.
double Momentum(const Scenario& scenario);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_CUSTOMERS_FLYWHEEL_H_
