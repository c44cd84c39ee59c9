// The one table of inputs, made from src/tables/fields.json. Validation,
// sliders, the DOM mirror, links, the JSON and the docs all read it
// (docs/adding.md).
#ifndef SEXTANT_ENGINE_MODEL_FIELDS_H_
#define SEXTANT_ENGINE_MODEL_FIELDS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/field_counts.h"
#include "engine/model/result.h"
#include "engine/model/scenario.h"
#include "locales/text_id.h"

namespace sextant {

enum class Unit {
  kCount,   // visits
  kMoney,   // the scenario's currency
  kShare,   // fraction 0..1, shown as a percentage
  kRatio,   // a number of its own kind, such as orders per customer
  kMonths,  // whole numbers only
};

// How slider travel maps to values. Logarithmic sliders start with a short
// linear stretch from 0 to `slider_start`, so that 0 can be reached.
enum class SliderScale { kLinear, kLogarithmic };

// What every numeric input says about itself, whoever owns it.
struct FieldDefinition {
  const char* id;  // camelCase: the name in JSON, JavaScript and the docs
  Unit unit;
  double minimum;  // bounds of what is accepted, inclusive
  double maximum;
  double default_value;
  SliderScale slider_scale;
  double slider_start;    // smallest non-zero value of a logarithmic slider
  double slider_maximum;  // the slider's right end; typing may go beyond
  // Its name in a link: "v" in a cell, "retention.q" in a block, "margin".
  const char* link;
  TextId label;        // "Cost per click (CPC)"
  TextId short_label;  // "CPC": where room is short
};

struct CellField : FieldDefinition {
  double Cell::*member;
};

struct ScenarioField : FieldDefinition {
  // Where the value is; nullptr while a field is left out that may be.
  const double* (*find)(const Scenario&);
  // Where to write the value; makes room for one that was left out.
  double& (*place)(Scenario&);
  // What stands in for a field that is left out; nullptr when none may be.
  double (*fallback)(const Scenario&);
  // In JSON and links it stands in a block of its own kind (retention,
  // flywheel, …); thresholds stand with their mode.
  bool in_block;
};

// In the order of sliders, links and JSON.
std::span<const CellField> CellFields();

// The dots of their ids are the objects of the JSON.
std::span<const ScenarioField> ScenarioFields();

// Those that are shown in one place, in its order; nothing where fields of the
// other kind are shown.
std::span<const CellField* const> CellFieldsShown(Shown place);
std::span<const ScenarioField* const> ScenarioFieldsShown(Shown place);

// nullptr when there is no such field.
const CellField* FindCellField(std::string_view id);
const ScenarioField* FindScenarioField(std::string_view id);
const FieldDefinition* FindFieldDefinition(std::string_view id);

// A field that is left out has the value of what stands in for it.
double GetField(const Scenario& scenario, const ScenarioField& field);
void SetField(Scenario& scenario, const ScenarioField& field, double value);
// Does the scenario name a value for the field?
bool HasField(const Scenario& scenario, const ScenarioField& field);

// kNotFinite for NaN and infinity, kOutOfBounds outside [minimum, maximum],
// kNotWhole for parts of a month; nothing when the value is fine. `path`
// becomes Error::field.
std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path);

// The same for a number that is no field.
std::optional<Error> CheckRange(double value, double minimum, double maximum,
                                std::string_view path);

// How kOutOfBounds writes the allowed range into Error::detail:
// "0..1000000000". Bounds are whole numbers or powers of ten below 1;
// error_message.h makes words of it.
std::string RangeDetail(double minimum, double maximum);

// The number a person would choose in place of `value`: three significant
// digits, or two for shares of a percent and ratios, within the field's bounds.
double RoundForPeople(const FieldDefinition& field, double value);

// Slider travel 0..1 ↔ value. Values beyond slider_maximum sit at 1. The value
// is rounded for people, so that dragging gives 12,300 and not 12,287.31.
double SliderPosition(const FieldDefinition& field, double value);
double SliderValue(const FieldDefinition& field, double position);

// `value` moved by `steps` (±1, ±10 with Shift) steps of the keyboard, never
// out of bounds. A step is a twentieth of the leading digit's unit (8 → 8.05,
// 15,000 → 15,500) on logarithmic sliders, a hundredth of the travel on linear
// ones, and a month on months. Stepping up and then down gives the number
// started from wherever rounding allows. `value` is within bounds, `steps` any
// finite number.
double StepValue(const FieldDefinition& field, double value, double steps);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_FIELDS_H_
