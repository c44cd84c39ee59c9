#include "words/shock_explanation.h"

#include <cmath>

#include "locales/text.h"

namespace sextant {
namespace {

std::string Percentage(double before, double after,
                       const NumberFormat& format) {
  if (before == after) return "±0%";
  if (before == 0) return std::string(kUndefined);
  return format.SignedPercent((after - before) / std::fabs(before));
}

}  // namespace

std::string ExplainAppliedShock(const Report& before, const Report& after,
                                const NumberFormat& format) {
  const Totals& was = before.total;
  const Totals& is = after.total;
  return FormatText(
      format.language, TextId::kUiShockApplied,
      {{"revenueBefore", format.Money(was.revenue)},
       {"revenue", format.Money(is.revenue)},
       {"revenueChange", Percentage(was.revenue, is.revenue, format)},
       {"profitBefore", format.Money(was.profit)},
       {"profit", format.Money(is.profit)},
       {"profitChange", Percentage(was.profit, is.profit, format)}});
}

std::string ExplainShock(const Result<ShockOutcome>& outcome,
                         const NumberFormat& format) {
  if (!outcome.ok()) {
    return std::string(Text(format.language, TextId::kUiShockNotApplicable));
  }
  const Totals& before = outcome.value().before.total;
  const Totals& after = outcome.value().after.total;
  return FormatText(
      format.language, TextId::kUiShockOutcome,
      {{"atRisk", format.Money(outcome.value().revenue_at_risk)},
       {"revenueChange", Percentage(before.revenue, after.revenue, format)},
       {"profit", format.Money(after.profit)},
       {"profitChange", Percentage(before.profit, after.profit, format)}});
}

}  // namespace sextant
