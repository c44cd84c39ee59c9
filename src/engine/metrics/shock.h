// "What if this platform changes its algorithm?" (DOMAIN.md, section 5): a
// shock multiplies one input of some cells.
#ifndef SEXTANT_ENGINE_METRICS_SHOCK_H_
#define SEXTANT_ENGINE_METRICS_SHOCK_H_

#include <cstddef>
#include <span>
#include <vector>

#include "base/inline_text.h"
#include "engine/model/report.h"
#include "engine/model/result.h"
#include "engine/model/scenario.h"
#include "locales/text_id.h"

namespace sextant {

inline constexpr double kMaxShockFactor = 1e9;
// The most shocks in one call.
inline constexpr size_t kMaxShocks = 1000;

// Has room for every valid name, and for as much of an invalid one as an error
// message quotes.
using ShockName = InlineText<64>;

struct Shock {
  // A cell ("social.organic"), a medium ("social") or a kind ("paid").
  ShockName target;
  // visits, conversionRate or costPerClick.
  ShockName field;
  // 0..kMaxShockFactor. The result is clamped to the field's bounds: a
  // conversion rate is at most 1.
  double factor = 1;
};

struct ShockPreset {
  const char* id;
  TextId title;
  TextId description;
  std::span<const Shock> shocks;
  bool of_one_medium = false;  // which one is the reader's choice
};

inline constexpr int kShockPresetCount = 3;

// Social algorithm change, auction heats up, platform outage (of the first
// medium; the interface offers every medium).
std::span<const ShockPreset> ShockPresets();

// The shocks of a preset; one that is of one medium is aimed at the medium at
// this position, or at the last one.
std::vector<Shock> ShocksOf(const ShockPreset& preset, const Scenario& scenario,
                            int medium);

// The scenario after all shocks, in order. Refuses more than kMaxShocks
// (kTooMany), an unknown target or field (kUnknownTarget, kUnknownField) and a
// factor out of bounds or not finite, with the path "shocks" or "shocks[i].…".
Result<Scenario> ApplyShocks(const Scenario& scenario,
                             std::span<const Shock> shocks);

struct ShockOutcome {
  Report before;
  Report after;
  double revenue_at_risk = 0;  // before.revenue − after.revenue
};

Result<ShockOutcome> EvaluateShocks(const Scenario& scenario,
                                    std::span<const Shock> shocks);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_METRICS_SHOCK_H_
