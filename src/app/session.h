// The state of editing: the scenario, its history, and what it is compared
// with. Does not depend on drawing or the browser.
#ifndef SEXTANT_APP_SESSION_H_
#define SEXTANT_APP_SESSION_H_

#include <array>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "app/edit.h"
#include "app/history.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

class Session {
 public:
  Session();

  const Scenario& scenario() const { return scenario_; }
  const Report& report() const { return report_; }
  // Increases with every change of the scenario.
  uint32_t revision() const { return revision_; }

  // --- Editing. An edit is one undo step, unless it belongs to an open gesture
  // or run; a refused one changes nothing and says why.
  std::optional<Error> Apply(const Edit& edit);

  // --- Gestures: everything between Begin and End is one undo step.
  void BeginGesture();
  void EndGesture();
  // On pointercancel: restores the state before the gesture.
  void CancelGesture();
  bool in_gesture() const { return gesture_.has_value(); }
  // What a field's slider is around (app/slide.h): its number before the drag
  // in progress, else its number.
  double SliderPivot(const FieldAddress& field) const;
  // The next edit is a step of its own.
  void EndRun() { run_.reset(); }

  // After its bytes have been replaced by those of another session: ends that
  // one's gesture, and whoever has seen a revision, at most `seen`, looks
  // again.
  void Continue(uint32_t seen);

  bool can_undo() const { return history_.can_undo(); }
  bool can_redo() const { return history_.can_redo(); }
  // Clears undo and redo; the current scenario becomes the initial state.
  void ForgetHistory();
  void Undo();
  void Redo();

  // --- Comparing.
  void PinBaseline();
  void ClearBaseline();
  // A scenario and its report.
  struct Past {
    Scenario scenario;
    Report report;
  };
  // Something to compare the scenario with. `beside` is the same with its cells
  // in the places of the scenario's media: a medium that it lacks is empty, one
  // that the scenario lacks is left out, and the totals are those of `past`.
  struct Compared {
    Past past;
    Past beside;
  };
  // nullptr when none is pinned.
  const Report* baseline() const {
    return baseline_ ? &baseline_->beside.report : nullptr;
  }
  // The state before the drag in progress, else the baseline, else the state
  // before the last change of numbers; nullptr: there is none.
  const Compared* compared() const;
  bool compares_with_baseline() const;
  // The last change is no longer shown.
  void ForgetChange();
  const Scenario* gesture_start() const {
    return gesture_ ? &gesture_->past.scenario : nullptr;
  }

  // --- Shocks.
  // The scenarios before and after a preset that is applied; nullptr when it is
  // not, or is to another medium, or nothing of it is left.
  struct AppliedShock {
    ShockName target;  // of its first part
    Scenario before;
    Scenario after;
  };
  const AppliedShock* applied(const ShockPreset& preset, int medium) const;

  // --- Selection: the cell that phones show and the sentence explains.
  int selected_cell() const { return selected_cell_; }
  void SelectCell(int cell);

  // The preset the scenario equals, whatever its title and currency; nullptr:
  // none.
  const Preset* matching_preset() const;
  // What edit::Reset goes back to; nullptr: the default scenario.
  const Preset* origin() const;

  // --- Announcing: what was announced last, or the state before the last edit.
  const Scenario& announced() const;
  void MarkAnnounced() { announced_ = scenario_; }

 private:
  std::optional<Error> Do(const edit::SetField& edit);
  std::optional<Error> Do(const edit::SetFields& edit);
  std::optional<Error> Do(const edit::SlideField& edit);
  std::optional<Error> Do(const edit::SetToEnd& edit);
  std::optional<Error> Do(const edit::StepField& edit);
  std::optional<Error> Do(const edit::TypeField& edit);
  std::optional<Error> Do(const edit::SetCostAndConversion& edit);
  std::optional<Error> Do(const edit::SetTitle& edit);
  std::optional<Error> Do(const edit::SetCurrency& edit);
  std::optional<Error> Do(const edit::SetMediumLabel& edit);
  std::optional<Error> Do(const edit::SetThresholdMode& edit);
  std::optional<Error> Do(const edit::AddMedium& edit);
  std::optional<Error> Do(const edit::RemoveMedium& edit);
  std::optional<Error> Do(const edit::LoadScenario& edit);
  std::optional<Error> Do(const edit::LoadPreset& edit);
  std::optional<Error> Do(const edit::Reset& edit);
  std::optional<Error> Do(const edit::SwitchShock& edit);

  // Saves the current state for undo, unless the edit belongs to a gesture or
  // run.
  void BeforeEdit(std::optional<FieldAddress> run = {});
  // The same for what changes numbers: the state before is what the change is
  // compared with.
  void BeforeChange(std::optional<FieldAddress> run = {});
  void RememberChange(const Scenario& before, const Report& report);
  void AfterEdit();
  // After the media may have become others.
  void AfterReplacement();

  Scenario scenario_;
  Report report_;
  uint32_t revision_ = 1;
  // Enough for an afternoon.
  History<Scenario, 200> history_;
  std::optional<Compared> gesture_;
  std::optional<FieldAddress> run_;
  std::optional<Compared> baseline_;
  std::optional<Compared> change_;
  std::array<std::optional<AppliedShock>, kShockPresetCount> shocks_;
  std::optional<Scenario> announced_;
  int origin_ = -1;  // position in Presets()
  int selected_cell_ = 1;
};
// And without pointers, except for the time of a call: when a page changes its
// face, the bytes of the session go from one module's memory to the other's.
static_assert(std::is_trivially_copyable_v<Session>);

}  // namespace sextant

#endif  // SEXTANT_APP_SESSION_H_
