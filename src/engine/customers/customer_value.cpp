#include "engine/customers/customer_value.h"

#include <algorithm>
#include <cmath>

#include "base/exponential.h"
#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

// The value that one month keeps of the previous one: retention, discounted.
double Kept(const Retention& retention) {
  return (1 - retention.churn) / (1 + retention.discount);
}

// x + x² + … + xⁿ for 0 ≤ x < 1.
double GeometricSum(double x, double n) {
  if (x <= 0 || n <= 0) return 0;
  return x * (1 - Exp(n * Log(x))) / (1 - x);
}

// The least n with GeometricSum(x, n) ≥ sum, if there is one.
double MonthsUntil(double x, double sum) {
  if (sum <= 0) return 0;
  const double months = std::ceil(Log(1 - sum * (1 - x) / x) / Log(x));
  // The logarithms may have rounded to the wrong side of a whole number.
  if (GeometricSum(x, months - 1) >= sum) return months - 1;
  if (GeometricSum(x, months) < sum) return months + 1;
  return months;
}

OptionalNumber PaybackMonth(double contribution, double ltv, double cac,
                            const Retention& retention) {
  if (cac <= contribution) return 0;
  if (ltv < cac) return std::nullopt;
  // Only repeat orders can cover the rest.
  const double x = Kept(retention);
  const double rest = (cac / contribution - 1) / retention.repeat_orders;
  const double limit = x / (1 - x);
  // It is paid back only in the limit, or too late for a double to tell.
  if (!(rest < limit)) return std::nullopt;
  const double months = MonthsUntil(x, rest);
  if (!std::isfinite(months)) return std::nullopt;
  return months;
}

}  // namespace

double ContributionUntil(double contribution, double months,
                         const Retention& retention) {
  return contribution *
         (1 + retention.repeat_orders * GeometricSum(Kept(retention), months));
}

CustomerValue ValueCustomer(Ratio contribution, Ratio cac,
                            const Retention& retention) {
  CustomerValue value;
  if (!contribution) return value;
  const double stay = 1 - retention.churn;
  const double ltv = *contribution * (1 + retention.repeat_orders * stay /
                                              (1 + retention.discount - stay));
  value.ltv = ltv;
  if (!cac) return value;
  value.ltv_to_cac = Divide(ltv, *cac);
  value.payback_month = PaybackMonth(*contribution, ltv, *cac, retention);
  return value;
}

CustomerValue ValueOfCustomer(const Scenario& scenario, const Report& report) {
  const Ratio order_value = report.total.order_value;
  Ratio contribution;
  if (order_value) contribution = scenario.gross_margin * *order_value;
  return ValueCustomer(contribution, report.total.cac, scenario.retention);
}

CustomerValue ValueOfCustomer(const Scenario& scenario, const Report& report,
                              int cell) {
  const CellMetrics& metrics = report.cells()[static_cast<size_t>(cell)];
  return ValueCustomer(metrics.break_even_cpa, metrics.cac, scenario.retention);
}

OptionalNumber PaybackMonthOfCell(const Scenario& scenario,
                                  const Report& report, int cell) {
  if (report.cells()[static_cast<size_t>(cell)].quadrant !=
      Quadrant::kHighCpcHighCpa) {
    return std::nullopt;
  }
  return ValueOfCustomer(scenario, report, cell).payback_month;
}

}  // namespace sextant
