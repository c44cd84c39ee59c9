// What a reader does to a scenario, whichever face shows it. Session::Apply
// carries it out. To add one: a struct here, and what it does in session.cpp.
#ifndef SEXTANT_APP_EDIT_H_
#define SEXTANT_APP_EDIT_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "engine/metrics/shock.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/scenario.h"
#include "locales/text.h"

namespace sextant {

// One number of a scenario. In texts, such as the ids of controls and the paths
// of errors, it is "social.paid/costPerClick", "grossMargin", "thresholds.cpc".
struct FieldAddress {
  int cell = -1;  // -1: a field of the scenario itself
  int index = 0;  // position in CellFields() or ScenarioFields()

  const FieldDefinition& definition() const;
  bool operator==(const FieldAddress&) const = default;
};

FieldAddress AddressOf(const CellField& field, int cell);
FieldAddress AddressOf(const ScenarioField& field);
std::string FieldPath(const Scenario& scenario, const FieldAddress& address);
std::optional<FieldAddress> FindField(const Scenario& scenario,
                                      std::string_view path);
double GetField(const Scenario& scenario, const FieldAddress& address);

// Edits are made, applied and forgotten: texts and scenarios are only referred
// to. Positions are those of the present scenario.
namespace edit {

// Repeated for the same field, the first four are one undo step, until
// Session::EndRun. A segment's share takes from the other two, or gives to
// them.
struct SetField {
  FieldAddress field;
  double value;
};
// Several at once, as one undo step of its own.
struct SetFields {
  std::span<const SetField> fields;
};
// To a position 0..1 of the slider around the number before the drag
// (app/slide.h).
struct SlideField {
  FieldAddress field;
  double position;
};
// To an end of the field's whole range, 0 or 1.
struct SetToEnd {
  FieldAddress field;
  double end;
};
// By steps of the keyboard (StepValue).
struct StepField {
  FieldAddress field;
  double steps;
};
// To a number as people type it (ParseTypedNumber). A step of its own.
struct TypeField {
  FieldAddress field;
  std::string_view text;
};

// What dragging a bubble does.
struct SetCostAndConversion {
  int cell;
  double cost_per_click;
  double conversion_rate;
};

struct SetTitle {
  std::string_view title;
};
struct SetCurrency {
  std::string_view currency;  // ISO 4217
};
struct SetMediumLabel {
  int medium;
  std::string_view label;
};
// One's own thresholds start where the lines are now.
struct SetThresholdMode {
  Thresholds::Mode mode;
};
// The media: they end a gesture in progress. Nothing when there are kMaxMedia.
struct AddMedium {};
// Nothing when it is the last one.
struct RemoveMedium {
  int medium;
};

// They end a gesture in progress.
struct LoadScenario {
  const Scenario& scenario;
};
// The currency stays, because amounts do not depend on it.
struct LoadPreset {
  const Preset& preset;
};
// Back to the preset that was loaded last, or to the default scenario.
struct Reset {};
// Applies the preset, or takes it back: what it changed and nobody has changed
// since is as it was. Nothing when it concerns no cell.
struct SwitchShock {
  const ShockPreset& preset;
  int medium;  // of a preset of one medium
};

}  // namespace edit

using Edit =
    std::variant<edit::SetField, edit::SetFields, edit::SlideField,
                 edit::SetToEnd, edit::StepField, edit::TypeField,
                 edit::SetCostAndConversion, edit::SetTitle, edit::SetCurrency,
                 edit::SetMediumLabel, edit::SetThresholdMode, edit::AddMedium,
                 edit::RemoveMedium, edit::LoadScenario, edit::LoadPreset,
                 edit::Reset, edit::SwitchShock>;

}  // namespace sextant

#endif  // SEXTANT_APP_EDIT_H_
