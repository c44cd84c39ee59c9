// The table of all inputs, generated from src/tables/fields.json. Validation,
// sliders, the HTML mirror, links, JSON and docs use it (docs/adding.md).
#ifndef SEXTANT_ENGINE_MODEL_FIELDS_H_
#define SEXTANT_ENGINE_MODEL_FIELDS_H_

#include <cmath>
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
  kRatio,   // any other number, such as orders per customer
  kMonths,  // whole numbers only
};

// How a slider's position maps to values. A logarithmic slider begins with a
// short linear part from 0 to `slider_start`, so that it can reach 0.
enum class SliderScale { kLinear, kLogarithmic };

// The properties of a numeric input, of a cell or of the scenario.
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
  TextId short_label;  // "CPC": for narrow places
};

struct CellField : FieldDefinition {
  double Cell::*member;
};

struct ScenarioField : FieldDefinition {
  // The value; nullptr while an optional field is unset.
  const double* (*find)(const Scenario&);
  // Where to write the value; an unset optional field becomes set.
  double& (*place)(Scenario&);
  // The value of an unset field; nullptr if the field is not optional.
  double (*fallback)(const Scenario&);
  // Whether it belongs to an optional block of JSON and links (retention,
  // flywheel, …). The thresholds do not: they are written with their mode.
  bool in_block;
};

// In the order of sliders, links and JSON.
std::span<const CellField> CellFields();

// In JSON, a dot in an id separates nested objects.
std::span<const ScenarioField> ScenarioFields();

// The fields that are shown in a place, in that order. Each place has fields of
// one kind; for the other kind the list is empty.
std::span<const CellField* const> CellFieldsShown(Shown place);
std::span<const ScenarioField* const> ScenarioFieldsShown(Shown place);

// nullptr when there is no such field.
const CellField* FindCellField(std::string_view id);
const ScenarioField* FindScenarioField(std::string_view id);
const FieldDefinition* FindFieldDefinition(std::string_view id);

// The value; for an unset optional field, that of its fallback.
double GetField(const Scenario& scenario, const ScenarioField& field);
void SetField(Scenario& scenario, const ScenarioField& field, double value);
// False only for an optional field that is unset.
bool HasField(const Scenario& scenario, const ScenarioField& field);

// What every number is asked that arrives during a drag.
inline bool Accepts(const FieldDefinition& field, double value) {
  return value >= field.minimum && value <= field.maximum &&
         (field.unit != Unit::kMonths || value == std::floor(value));
}

// Why not: kNotFinite for NaN and infinity, kOutOfBounds outside [minimum,
// maximum], kNotWhole for parts of a month; nothing when the value is fine.
// `path` becomes Error::field.
std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path);

// The same for a number that is not a field.
std::optional<Error> CheckRange(double value, double minimum, double maximum,
                                std::string_view path);

// How kOutOfBounds writes the allowed range into Error::detail:
// "0..1000000000". Bounds are whole numbers or positive powers of ten;
// exchange/error_message.h turns it into words.
std::string RangeDetail(double minimum, double maximum);

// The number that a person would choose near `value`, within the field's
// bounds: with three significant digits, or two for shares of a percent and
// ratios.
double RoundForPeople(const FieldDefinition& field, double value);

// Converts between a slider's position 0..1 and a value. Values beyond
// slider_maximum are at 1. SliderValue rounds for people, so that dragging
// gives 12,300 and not 12,287.31.
double SliderPosition(const FieldDefinition& field, double value);
double SliderValue(const FieldDefinition& field, double position);

// `value` after `steps` keyboard steps (±1, ±10 with Shift), never out of
// bounds. A step is a twentieth of the leading digit's unit (8 → 8.05,
// 15,000 → 15,500) on a logarithmic slider, a hundredth of the travel on a
// linear one, and a month on months. A step up and a step down return to the
// same number, except for rounding. `value` is within bounds, `steps` any
// finite number.
double StepValue(const FieldDefinition& field, double value, double steps);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_FIELDS_H_
