// The inputs that a team can change (DOMAIN.md, section 8): what sensitivity
// and goal seek move.
#ifndef SEXTANT_ENGINE_DECISIONS_LEVERS_H_
#define SEXTANT_ENGINE_DECISIONS_LEVERS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/fields.h"
#include "engine/model/scenario.h"
#include "engine/model/teams.h"

namespace sextant {

// One input of one scenario: a field of a cell, or of the scenario.
struct Lever {
  const CellField* cell_field = nullptr;          // of a cell, or
  const ScenarioField* scenario_field = nullptr;  // of the scenario
  int cell = -1;  // position in Scenario::cells; -1 without cell_field
  Team team = Team::kNobody;

  const FieldDefinition& field() const {
    if (cell_field) return *cell_field;
    return *scenario_field;
  }
};

// Every field with a team, cell by cell in the order of the table, then those
// of the scenario. A field without a team (months, thresholds, engagedShare,
// …) is no lever.
std::vector<Lever> LeversOf(const Scenario& scenario);

// "social.paid/costPerClick", "retention.churn".
std::string LeverId(const Scenario& scenario, const Lever& lever);
std::optional<Lever> FindLever(const Scenario& scenario, std::string_view id);

// An unset optional field has the value of its fallback.
double LeverValue(const Scenario& scenario, const Lever& lever);

// `scenario` must be equal to `before`, except for this lever: it may be moved
// any number of times. `value` is within the field's bounds. If it is the share
// of a segment, the others give way in the proportion that they have in
// `before`, equally if both are 0. (SetShare rounds them for sliders; here
// metrics must not jump.)
void SetLever(Scenario& scenario, const Lever& lever, double value,
              const Scenario& before);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_LEVERS_H_
