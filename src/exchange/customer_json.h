// Customer value, remarketing and flywheel, as JavaScript receives them.
#ifndef SEXTANT_EXCHANGE_CUSTOMER_JSON_H_
#define SEXTANT_EXCHANGE_CUSTOMER_JSON_H_

#include <cstddef>
#include <iterator>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "exchange/json_writer.h"
#include "exchange/records.h"

namespace sextant {

// {"total": {"ltv", "ltvToCac", "paybackMonth"}, "cells": [{"id", …,
// "paysBack"}]}; undefined values are null.
void WriteCustomerValues(const Scenario& scenario, const Report& report,
                         JsonWriter& writer);

// {"density", "conversionRate", "cpa", "cells": [{"id", "engagedVisits",
// "densityEffect", "cpaEffect"}]}
void WriteRemarketing(const Scenario& scenario,
                      const RemarketingReport& remarketing, JsonWriter& writer);

// momentum, longRunMultiplier, overtakesInMonth, nps; the steady state's new
// customers, active promoters, passives and detractors, repeat orders, revenue
// and profit; then the months of the flywheel and those of the funnel, each as
// kMonthValues numbers. NaN stands for undefined. Returns how many, at most
// kMaxFlywheelValues.
inline constexpr size_t kMonthValues = std::size(kFlywheelMonthNames);
inline constexpr size_t kMaxFlywheelValues =
    4 + std::size(kSteadyStateNames) + 2 * kMaxMonths * kMonthValues;
size_t FlattenFlywheel(const FlywheelReport& flywheel, double* values);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_CUSTOMER_JSON_H_
