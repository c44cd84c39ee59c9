#include "engine/decisions/levers.h"

#include <algorithm>
#include <iterator>

namespace sextant {
namespace {

static_assert(std::size(kTeamsOfCellFields) == kCellFieldCount);
static_assert(std::size(kTeamsOfScenarioFields) == kScenarioFieldCount);

// The sum stays what it was, which is 1 apart from rounding.
void LetOthersGiveWay(FlywheelInputs& flywheel, size_t moved, double share,
                      const FlywheelInputs& before) {
  double others = 0;
  for (size_t s = 0; s < kSegmentCount; ++s) {
    if (s != moved) others += before.segments[s].share;
  }
  const double left =
      std::max(0.0, others + (before.segments[moved].share - share));
  for (size_t s = 0; s < kSegmentCount; ++s) {
    if (s == moved) continue;
    const double part =
        others > 0 ? before.segments[s].share / others : 1.0 / 2;
    flywheel.segments[s].share = std::min(1.0, left * part);
  }
}

}  // namespace

std::vector<Lever> LeversOf(const Scenario& scenario) {
  std::vector<Lever> levers;
  for (size_t cell = 0; cell < scenario.cells.size(); ++cell) {
    for (size_t i = 0; i < kCellFieldCount; ++i) {
      if (kTeamsOfCellFields[i] == Team::kNobody) continue;
      levers.push_back({&CellFields()[i], nullptr, static_cast<int>(cell),
                        kTeamsOfCellFields[i]});
    }
  }
  for (size_t i = 0; i < kScenarioFieldCount; ++i) {
    if (kTeamsOfScenarioFields[i] == Team::kNobody) continue;
    levers.push_back(
        {nullptr, &ScenarioFields()[i], -1, kTeamsOfScenarioFields[i]});
  }
  return levers;
}

std::string LeverId(const Scenario& scenario, const Lever& lever) {
  if (!lever.cell_field) return lever.scenario_field->id;
  return CellId(scenario, lever.cell) + '/' + lever.cell_field->id;
}

std::optional<Lever> FindLever(const Scenario& scenario, std::string_view id) {
  for (const Lever& lever : LeversOf(scenario)) {
    if (LeverId(scenario, lever) == id) return lever;
  }
  return std::nullopt;
}

double LeverValue(const Scenario& scenario, const Lever& lever) {
  if (!lever.cell_field) return GetField(scenario, *lever.scenario_field);
  return scenario.cells[static_cast<size_t>(lever.cell)].*
         lever.cell_field->member;
}

void SetLever(Scenario& scenario, const Lever& lever, double value,
              const Scenario& before) {
  if (lever.cell_field) {
    scenario.cells[static_cast<size_t>(lever.cell)].*lever.cell_field->member =
        value;
    return;
  }
  double& place = lever.scenario_field->place(scenario);
  place = value;
  for (size_t s = 0; s < kSegmentCount; ++s) {
    if (&place == &scenario.flywheel.segments[s].share) {
      LetOthersGiveWay(scenario.flywheel, s, value, before.flywheel);
    }
  }
}

}  // namespace sextant
