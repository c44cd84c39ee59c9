// The one table of inputs. Validation, sliders, the DOM mirror, links, the
// JSON and the docs all read it: adding an input is one line in fields.cpp
// (and its words in src/locales).
#ifndef SEXTANT_ENGINE_MODEL_FIELDS_H_
#define SEXTANT_ENGINE_MODEL_FIELDS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

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
  TextId label;           // "Cost per click (CPC)"
  TextId short_label;     // "CPC": where room is short
};

struct CellField : FieldDefinition {
  double Cell::*member;
};

struct ScenarioField : FieldDefinition {
  // Where the value is; nullptr while a field is left out that may be.
  double* (*find)(Scenario&);
};

// visits, conversionRate, orderValue, costPerClick, fixedCost,
// newCustomerShare, engagedShare: in the order of sliders, links and JSON.
std::span<const CellField> CellFields();

// Those of them that a cell's own card shows: all but engagedShare, which
// stands with the remarketing.
std::span<const CellField> CardFields();

// grossMargin, thresholds.*, retention.*, flywheel.*, remarketing.*. The dots
// are the objects of the JSON.
std::span<const ScenarioField> ScenarioFields();

// Those after the thresholds: retention.*, flywheel.*, remarketing.*, which
// JSON and links keep in blocks.
std::span<const ScenarioField> BlockFields();

// A segment's share, churn, repeatOrders and referralVisits follow each other
// in ScenarioFields(): the position of its share.
inline constexpr int kFieldsPerSegment = 4;
int FirstSegmentField(Segment segment);

// nullptr when there is no such field.
const CellField* FindCellField(std::string_view id);

// The same for the fields of a cell and those of the scenario.
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

// Slider travel 0..1 ↔ value. Values beyond slider_maximum sit at 1. The value
// is rounded to a number a person would choose (three significant digits, or
// two for shares of a percent and ratios), so that dragging gives 12,300 and
// not 12,287.31.
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
