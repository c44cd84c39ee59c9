// The one table of inputs. Validation, sliders, the DOM mirror, links, the
// JSON and the docs all read it: adding an input is one line in fields.cpp
// (and its words in src/locales).
#ifndef SEXTANT_ENGINE_FIELDS_H_
#define SEXTANT_ENGINE_FIELDS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/result.h"
#include "engine/scenario.h"
#include "locales/text_id.h"

namespace sextant {

enum class Unit {
  kCount,  // visits
  kMoney,  // the scenario's currency
  kShare,  // fraction 0..1, shown as a percentage
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
  TextId label;           // "Cost per click (CPC)"
  TextId short_label;     // "CPC": where room is short
};

struct CellField : FieldDefinition {
  double Cell::*member;
};

struct ScenarioField : FieldDefinition {
  double& (*get)(Scenario&);
};

// visits, conversionRate, orderValue, costPerClick, fixedCost,
// newCustomerShare: in the order of sliders, links and JSON.
std::span<const CellField> CellFields();

// grossMargin, thresholds.cpc, thresholds.cpa.
std::span<const ScenarioField> ScenarioFields();

// nullptr when there is no such field.
const CellField* FindCellField(std::string_view id);

// The same for the fields of a cell and those of the scenario.
const FieldDefinition* FindFieldDefinition(std::string_view id);

double GetField(const Scenario& scenario, const ScenarioField& field);

// kNotFinite for NaN and infinity, kOutOfBounds outside [minimum, maximum];
// nothing when the value is fine. `path` becomes Error::field.
std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path);

// The same for a number that is no field.
std::optional<Error> CheckRange(double value, double minimum, double maximum,
                                std::string_view path);

// How kOutOfBounds writes the allowed range into Error::detail:
// "0..1000000000". Bounds are whole numbers; error_message.h makes words of it.
std::string RangeDetail(double minimum, double maximum);

// Slider travel 0..1 ↔ value. Values beyond slider_maximum sit at 1. The value
// is rounded to a number a person would choose (three significant digits, or
// two for shares of a percent), so that dragging gives 12,300 and not
// 12,287.31.
double SliderPosition(const FieldDefinition& field, double value);
double SliderValue(const FieldDefinition& field, double position);

// `value` moved by `steps` (±1, ±10 with Shift) steps of the keyboard, never
// out of bounds. A step is a twentieth of the leading digit's unit (8 → 8.05,
// 15,000 → 15,500) on logarithmic sliders, a hundredth of the travel on linear
// ones. Stepping up and then down gives the number started from wherever
// rounding allows. `value` is within bounds, `steps` any finite number.
double StepValue(const FieldDefinition& field, double value, double steps);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_FIELDS_H_
