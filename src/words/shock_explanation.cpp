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
