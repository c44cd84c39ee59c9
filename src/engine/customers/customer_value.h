// What a customer is worth beyond the first order (DOMAIN.md, section 6).
#ifndef SEXTANT_ENGINE_CUSTOMERS_CUSTOMER_VALUE_H_
#define SEXTANT_ENGINE_CUSTOMERS_CUSTOMER_VALUE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

struct CustomerValue {
  // Contribution over a customer's lifetime, first order included, discounted.
  // Undefined without orders.
  Ratio ltv;
  Ratio ltv_to_cac;  // undefined if cac is undefined or 0
  // The first month by the end of which the contribution covers cac; 0 is the
  // month of the first order. Empty when it never does.
  OptionalNumber payback_month;
};

// `retention` is within the bounds of its fields.
// ltv = m·(1 + q·s/(1 + d − s)) with s = 1 − churn, q = repeat_orders,
// d = discount and m = contribution, the gross margin of one order in money.
// The repeat part is Gupta and Lehmann (2003): margin·r/(1 + i − r).
CustomerValue ValueCustomer(Ratio contribution, Ratio cac,
                            const Retention& retention);

// The contribution of the first order and of `months` months after it.
double ContributionUntil(double contribution, double months,
                         const Retention& retention);

// Of the average customer: average order value, and CAC of all new customers.
CustomerValue ValueOfCustomer(const Scenario& scenario, const Report& report);

// Of the customers of one cell: its own order value and CAC, the scenario's
// retention.
CustomerValue ValueOfCustomer(const Scenario& scenario, const Report& report,
                              int cell);

// The month in which lifetime value pays back a cell of quadrant III; empty for
// other cells and for those that never pay back.
OptionalNumber PaybackMonthOfCell(const Scenario& scenario,
                                  const Report& report, int cell);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_CUSTOMERS_CUSTOMER_VALUE_H_
