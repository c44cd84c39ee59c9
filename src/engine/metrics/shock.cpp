#include "engine/metrics/shock.h"

#include <algorithm>

#include "base/integer_text.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/fields.h"

namespace sextant {
namespace {

constexpr const char* kShockableFields[] = {"visits", "conversionRate",
                                            "costPerClick"};

Error ShockError(ErrorCode code, size_t index, const char* member,
                 std::string_view detail) {
  return {code,
          "shocks[" + IntegerText(static_cast<int64_t>(index)) + "]." + member,
          std::string(detail)};
}

const CellField* FindShockableField(std::string_view id) {
  for (const char* shockable : kShockableFields) {
    if (id == shockable) return FindCellField(id);
  }
  return nullptr;
}

bool Hits(const Scenario& scenario, std::string_view target, int cell) {
  return target == KindId(KindOf(cell)) ||
         target == scenario.media[static_cast<size_t>(MediumOf(cell))].id ||
         target == CellId(scenario, cell);
}

std::optional<Error> ApplyShock(const Shock& shock, size_t index,
                                Scenario& scenario) {
  const CellField* field = FindShockableField(shock.field);
  if (field == nullptr) {
    return ShockError(ErrorCode::kUnknownField, index, "field", shock.field);
  }
  if (const auto error = CheckRange(shock.factor, 0, kMaxShockFactor, {})) {
    return ShockError(error->code, index, "factor", error->detail);
  }
  bool hit = false;
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    if (!Hits(scenario, shock.target, cell)) continue;
    hit = true;
    double& value = scenario.cells[static_cast<size_t>(cell)].*field->member;
    value = std::min(value * shock.factor, field->maximum);
  }
  if (hit) return std::nullopt;
  return ShockError(ErrorCode::kUnknownTarget, index, "target", shock.target);
}

constexpr Shock kSocialAlgorithm[] = {{"social.organic", "visits", 0.5}};
constexpr Shock kAuction[] = {{"paid", "costPerClick", 1.3}};
constexpr Shock kOutage[] = {{"social", "visits", 0}};
constexpr ShockPreset kPresets[] = {
    {"social-algorithm", TextId::kShockSocialAlgorithmTitle,
     TextId::kShockSocialAlgorithmDescription, kSocialAlgorithm},
    {"auction", TextId::kShockAuctionTitle, TextId::kShockAuctionDescription,
     kAuction},
    {"outage", TextId::kShockOutageTitle, TextId::kShockOutageDescription,
     kOutage, true},
};

}  // namespace

static_assert(std::size(kPresets) == kShockPresetCount);

std::span<const ShockPreset> ShockPresets() { return kPresets; }

std::vector<Shock> ShocksOf(const ShockPreset& preset, const Scenario& scenario,
                            int medium) {
  std::vector<Shock> shocks(preset.shocks.begin(), preset.shocks.end());
  if (!preset.of_one_medium) return shocks;
  const int last = static_cast<int>(scenario.media.size()) - 1;
  const Medium& target = scenario.media[std::clamp(medium, 0, last)];
  for (Shock& shock : shocks) shock.target = target.id.view();
  return shocks;
}

Result<Scenario> ApplyShocks(const Scenario& scenario,
                             std::span<const Shock> shocks) {
  if (shocks.size() > kMaxShocks) {
    return Error{ErrorCode::kTooMany, "shocks", IntegerText(kMaxShocks)};
  }
  Scenario shocked = scenario;
  for (size_t i = 0; i < shocks.size(); ++i) {
    if (auto error = ApplyShock(shocks[i], i, shocked)) return *error;
  }
  return shocked;
}

Result<ShockOutcome> EvaluateShocks(const Scenario& scenario,
                                    std::span<const Shock> shocks) {
  const Result<Scenario> shocked = ApplyShocks(scenario, shocks);
  if (!shocked) return shocked.error();
  ShockOutcome outcome;
  outcome.before = Evaluate(scenario);
  outcome.after = Evaluate(shocked.value());
  outcome.revenue_at_risk =
      outcome.before.total.revenue - outcome.after.total.revenue;
  return outcome;
}

}  // namespace sextant
