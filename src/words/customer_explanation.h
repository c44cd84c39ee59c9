// Customer value, payback, momentum, flywheel and remarketing, each in one
// sentence with numbers.
#ifndef SEXTANT_WORDS_CUSTOMER_EXPLANATION_H_
#define SEXTANT_WORDS_CUSTOMER_EXPLANATION_H_

#include <string>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

// "A customer is worth NT$1,523: NT$500 from the first order and … paid back in
// month 3." There is one for every case: no orders, nothing spent, never paid
// back.
std::string ExplainCustomer(const Scenario& scenario, const Report& report,
                            const NumberFormat& format);

// "Payback within 12 months would take one of these: churn of 4% instead of
// 10%; or an NPS of 35 instead of 20." Empty without orders, or when
// nothing is spent on new customers.
std::string ExplainPayback(const Scenario& scenario, const Report& report,
                           const NumberFormat& format);

// "Each customer brings in 0.05 more over a lifetime: in the long run, …".
std::string ExplainMomentum(const FlywheelReport& flywheel,
                            const NumberFormat& format);

// "From month 3 on, the flywheel has earned more than the funnel: …".
std::string ExplainFlywheel(const FlywheelReport& flywheel,
                            const NumberFormat& format);

// "12% of all visits are engaged, so …", and which cell dilutes the pool most.
std::string ExplainRemarketing(const Scenario& scenario,
                               const RemarketingReport& remarketing,
                               const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_CUSTOMER_EXPLANATION_H_
