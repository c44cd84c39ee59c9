// The state of editing: the scenario, its history, and what it is compared
// with. Does not depend on drawing or the browser.
#ifndef SEXTANT_APP_SESSION_H_
#define SEXTANT_APP_SESSION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "app/history.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/shock.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

// Names one number of a scenario, as semantics and error paths do:
// "social.paid/costPerClick", "grossMargin", "thresholds.cpc".
struct FieldAddress {
  const FieldDefinition* definition = nullptr;
  int cell = -1;  // -1: a field of the scenario itself
  int index = 0;  // position in CellFields() or ScenarioFields()

  bool operator==(const FieldAddress&) const = default;
};

FieldAddress AddressOf(const CellField& field, int cell);
FieldAddress AddressOf(const ScenarioField& field);
std::string FieldPath(const Scenario& scenario, const FieldAddress& address);
std::optional<FieldAddress> FindField(const Scenario& scenario,
                                      std::string_view path);
double GetField(const Scenario& scenario, const FieldAddress& address);

class Session {
 public:
  Session();

  const Scenario& scenario() const { return scenario_; }
  const Report& report() const { return report_; }
  // Increases with every change of the scenario.
  uint32_t revision() const { return revision_; }

  // --- Editing. Every function is one undo step, unless it belongs to an open
  // gesture; a refused edit changes nothing and says why.

  // Consecutive calls with the same address are one undo step (arrow keys),
  // until EndRun. A segment's share takes from the other two, or gives to them.
  std::optional<Error> SetField(const FieldAddress& address, double value);
  std::optional<Error> SetTitle(std::string_view title);
  std::optional<Error> SetCurrency(std::string_view currency);
  std::optional<Error> SetMediumLabel(int medium, std::string_view label);
  void SetThresholdMode(Thresholds::Mode mode);
  // Dragging a bubble changes two fields in one step.
  void SetCostAndConversion(int cell, double cost_per_click,
                            double conversion_rate);
  void AddMedium();               // nothing when there are kMaxMedia
  void RemoveMedium(int medium);  // nothing when it is the last one
  std::optional<Error> Load(const Scenario& scenario);
  void LoadPreset(const Preset& preset);
  // Back to the preset that was loaded last, or the default scenario; the
  // currency stays, because amounts do not depend on it.
  void Reset();
  void ApplyShockPreset(std::span<const Shock> shocks);

  // --- Gestures: everything between Begin and End is one undo step.
  void BeginGesture();
  void EndGesture();
  // On pointercancel: restores the state before the gesture.
  void CancelGesture();
  bool in_gesture() const { return gesture_start_.has_value(); }
  void EndRun() { run_ = {}; }

  bool can_undo() const { return history_.can_undo(); }
  bool can_redo() const { return history_.can_redo(); }
  // What the last step changed; nullptr at the beginning.
  const Scenario* before_last_edit() const {
    return can_undo() ? &history_.last() : nullptr;
  }
  // Clears undo and redo; the current scenario becomes the initial state.
  void ForgetHistory();
  void Undo();
  void Redo();

  // --- Comparing.
  void PinBaseline();
  void ClearBaseline();
  // nullptr when none is pinned, or while the scenario has other media, because
  // positions then refer to other cells.
  const Report* baseline() const;
  // The report before the drag in progress, else the baseline, else nullptr.
  const Report* ghost() const;
  // The scenario that ghost() is the report of.
  const Scenario* ghost_scenario() const;
  const Scenario* gesture_start() const {
    return gesture_start_ ? &*gesture_start_ : nullptr;
  }

  // --- Selection: the cell that phones show and the sentence explains.
  int selected_cell() const { return selected_cell_; }
  void SelectCell(int cell);

  // The preset the scenario equals, whatever its title and currency; nullptr:
  // none.
  const Preset* matching_preset() const;
  // What Reset() goes back to; nullptr: the default scenario.
  const Preset* origin() const { return origin_; }

 private:
  // Saves the current state for undo, unless the edit belongs to a gesture or
  // run.
  void BeforeEdit(const FieldAddress& run = {});
  void AfterEdit();
  // After scenario_ has become another one.
  void AfterReplacement();

  Scenario scenario_;
  Report report_;
  uint32_t revision_ = 1;
  // Enough for an afternoon.
  History<Scenario, 200> history_;
  std::optional<Scenario> gesture_start_;
  Report gesture_report_;
  FieldAddress run_;
  struct Baseline {
    Scenario scenario;
    Report report;
  };
  std::optional<Baseline> baseline_;
  const Preset* origin_ = nullptr;
  int selected_cell_ = 1;
};
static_assert(std::is_trivially_copyable_v<Session>);

}  // namespace sextant

#endif  // SEXTANT_APP_SESSION_H_
