#include "engine/customers/payback.h"

#include <algorithm>
#include <array>

#include "engine/customers/customer_value.h"
#include "engine/customers/flywheel.h"
#include "engine/model/fields.h"

namespace sextant {
namespace {

constexpr size_t kPromoters = static_cast<size_t>(Segment::kPromoter);

const FieldDefinition& ReferralVisitsField() {
  return *FindScenarioField("flywheel.segments.promoter.referralVisits");
}

// The highest churn with which `cac` is covered in time.
Ratio ChurnNeeded(double contribution, double cac, Retention retention) {
  double low = FindFieldDefinition("retention.churn")->minimum;
  double high = retention.churn;  // not enough
  const auto suffices = [&](double churn) {
    retention.churn = churn;
    return ContributionUntil(contribution, kPaybackGoal, retention) >= cac;
  };
  if (!suffices(low)) return std::nullopt;
  for (int i = 0; i < 50; ++i) {
    const double middle = (low + high) / 2;
    (suffices(middle) ? low : high) = middle;
  }
  return low;
}

// The promoters' referral visits at which the momentum is `goal`.
Ratio ReferralVisitsNeeded(Scenario scenario, double goal) {
  double& visits = scenario.flywheel.segments[kPromoters].referral_visits;
  visits = 0;
  const double others = Momentum(scenario);
  visits = 1;
  const double each = Momentum(scenario) - others;
  if (!(each > 0)) return std::nullopt;
  const double needed = std::max(0.0, (goal - others) / each);
  if (needed > ReferralVisitsField().maximum) return std::nullopt;
  return needed;
}

Ratio NpsNeeded(Scenario scenario, double goal) {
  auto& [promoter, passive, detractor] = scenario.flywheel.segments;
  double momentum = Momentum(scenario);
  for (SegmentHabits* from : {&detractor, &passive}) {
    const double movable = from->share;
    promoter.share += movable;
    from->share = 0;
    const double after = Momentum(scenario);
    if (after >= goal) {
      // Momentum is linear in the changed share.
      const double part =
          after > momentum
              ? std::clamp((goal - momentum) / (after - momentum), 0.0, 1.0)
              : 0;
      from->share = movable * (1 - part);
      promoter.share -= from->share;
      return 100 * (promoter.share - detractor.share);
    }
    momentum = after;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PaybackNeeds> FindPaybackNeeds(const Scenario& scenario,
                                             const Report& report) {
  if (!report.total.order_value || !report.total.cac) return std::nullopt;
  const double contribution = *report.total.order_value * scenario.gross_margin;
  const double cac = *report.total.cac;
  const double in_time =
      ContributionUntil(contribution, kPaybackGoal, scenario.retention);
  if (in_time >= cac) return std::nullopt;
  const double goal = 1 - in_time / cac;
  PaybackNeeds needs;
  needs.churn = ChurnNeeded(contribution, cac, scenario.retention);
  needs.by_referral = Momentum(scenario) >= goal;
  if (needs.by_referral) return needs;
  needs.referral_visits = ReferralVisitsNeeded(scenario, goal);
  needs.nps = NpsNeeded(scenario, goal);
  return needs;
}

}  // namespace sextant
