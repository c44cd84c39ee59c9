#include "engine/model/fields.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "base/exponential.h"
#include "base/integer_text.h"
#include "engine/model/field_table.h"

namespace sextant {
namespace {

using enum Unit;
using enum SliderScale;

static_assert(std::size(kCellFields) == kCellFieldCount);
static_assert(std::size(kScenarioFields) == kScenarioFieldCount);

// The part of a logarithmic slider's travel that leads linearly from the
// field's minimum to slider_start.
constexpr double kLinearTravel = 0.05;
constexpr int kStepsOfLinearTravel = 10;

// A decade has the values m·10^e with 1 ≤ m < 10. A keyboard step in it is a
// twentieth of 10^e.
constexpr double kStepsPerDigit = 20;
constexpr double kStepsPerDecade = 9 * kStepsPerDigit;
constexpr double kStepsBelowFirstDecade = kStepsPerDigit;

// Where stepping starts to be logarithmic: a power of ten.
int FirstDecade(const FieldDefinition& field) {
  const int exponent = DecimalExponent(field.slider_start);
  // Below 100 a step would be a fraction of a visit.
  return field.unit == kCount ? std::max(exponent, 2) : exponent;
}

// The number of keyboard steps from 0 to `value` on a logarithmic field.
double StepsFromZero(const FieldDefinition& field, double value) {
  const int first = FirstDecade(field);
  const double start = PowerOfTen(first);
  if (value <= start) return value / start * kStepsBelowFirstDecade;
  const int exponent = DecimalExponent(value);
  const double mantissa = value / PowerOfTen(exponent);
  return kStepsBelowFirstDecade + kStepsPerDecade * (exponent - first) +
         (mantissa - 1) * kStepsPerDigit;
}

double ValueAfterSteps(const FieldDefinition& field, double steps) {
  const int first = FirstDecade(field);
  if (steps <= kStepsBelowFirstDecade) {
    return steps / kStepsBelowFirstDecade * PowerOfTen(first);
  }
  const double above = steps - kStepsBelowFirstDecade;
  const int decade = static_cast<int>(std::floor(above / kStepsPerDecade));
  const double mantissa =
      1 + (above - decade * kStepsPerDecade) / kStepsPerDigit;
  return mantissa * PowerOfTen(first + decade);
}

std::string BoundText(double bound) {
  if (bound <= 0 || bound >= 1) return IntegerText(static_cast<int64_t>(bound));
  const int zeros = -1 - DecimalExponent(bound);
  return "0." + std::string(static_cast<size_t>(zeros), '0') + '1';
}

template <typename Field>
const Field* FindIn(std::span<const Field> fields, std::string_view id) {
  for (const Field& field : fields) {
    if (id == field.id) return &field;
  }
  return nullptr;
}

}  // namespace

std::span<const CellField> CellFields() { return kCellFields; }

std::span<const ScenarioField> ScenarioFields() { return kScenarioFields; }

std::span<const CellField* const> CellFieldsShown(Shown place) {
  return kCellFieldsShown[static_cast<size_t>(place)];
}

std::span<const ScenarioField* const> ScenarioFieldsShown(Shown place) {
  return kScenarioFieldsShown[static_cast<size_t>(place)];
}

const CellField* FindCellField(std::string_view id) {
  return FindIn(CellFields(), id);
}

const ScenarioField* FindScenarioField(std::string_view id) {
  return FindIn(ScenarioFields(), id);
}

const FieldDefinition* FindFieldDefinition(std::string_view id) {
  if (const FieldDefinition* field = FindScenarioField(id)) return field;
  return FindCellField(id);
}

double GetField(const Scenario& scenario, const ScenarioField& field) {
  const double* value = field.find(scenario);
  return value != nullptr ? *value : field.fallback(scenario);
}

void SetField(Scenario& scenario, const ScenarioField& field, double value) {
  field.place(scenario) = value;
}

bool HasField(const Scenario& scenario, const ScenarioField& field) {
  return field.find(scenario) != nullptr;
}

std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path) {
  if (Accepts(field, value)) return std::nullopt;
  auto error = CheckRange(value, field.minimum, field.maximum, path);
  if (!error) error = Error{ErrorCode::kNotWhole, std::string(path), {}};
  return error;
}

std::optional<Error> CheckRange(double value, double minimum, double maximum,
                                std::string_view path) {
  if (value >= minimum && value <= maximum) return std::nullopt;
  if (!std::isfinite(value)) {
    return Error{ErrorCode::kNotFinite, std::string(path), {}};
  }
  return Error{ErrorCode::kOutOfBounds, std::string(path),
               RangeDetail(minimum, maximum)};
}

std::string RangeDetail(double minimum, double maximum) {
  return BoundText(minimum) + ".." + BoundText(maximum);
}

double RoundForPeople(const FieldDefinition& field, double value) {
  const bool two =
      field.unit == kRatio || (field.unit == kShare && value < 0.01);
  const double rounded = RoundToDigits(value, two ? 2 : 3);
  const bool whole = field.unit == kCount || field.unit == kMonths;
  return std::clamp(whole ? std::round(rounded) : rounded, field.minimum,
                    field.maximum);
}

double SliderPosition(const FieldDefinition& field, double value) {
  if (field.slider_scale == kLinear) {
    return std::clamp(
        (value - field.minimum) / (field.slider_maximum - field.minimum), 0.0,
        1.0);
  }
  if (!(value > field.minimum)) return 0;
  if (value <= field.slider_start) {
    return (value - field.minimum) / (field.slider_start - field.minimum) *
           kLinearTravel;
  }
  const double travel = Log(value / field.slider_start) /
                        Log(field.slider_maximum / field.slider_start);
  return std::min(1.0, kLinearTravel + (1 - kLinearTravel) * travel);
}

double SliderValue(const FieldDefinition& field, double position) {
  if (!(position > 0)) return field.minimum;
  if (position >= 1) return field.slider_maximum;
  if (field.slider_scale == kLinear) {
    const double value =
        field.minimum + position * (field.slider_maximum - field.minimum);
    return RoundForPeople(field, value);
  }
  if (position <= kLinearTravel) {
    const double steps =
        std::round(position / kLinearTravel * kStepsOfLinearTravel);
    return std::max(
        field.minimum,
        RoundToDigits(steps * field.slider_start / kStepsOfLinearTravel, 3));
  }
  const double travel = (position - kLinearTravel) / (1 - kLinearTravel);
  const double value =
      field.slider_start *
      Exp(travel * Log(field.slider_maximum / field.slider_start));
  return std::clamp(RoundForPeople(field, value), field.slider_start,
                    field.slider_maximum);
}

double StepValue(const FieldDefinition& field, double value, double steps) {
  constexpr int kDigits = 12;  // hides the rounding of the arithmetic
  // More than any field has between its ends.
  constexpr double kMostSteps = 10000;
  steps = std::clamp(steps, -kMostSteps, kMostSteps);
  const double linear_step =
      field.unit == kMonths ? 1 : (field.slider_maximum - field.minimum) / 100;
  const double moved =
      field.slider_scale == kLinear
          ? value + steps * linear_step
          : ValueAfterSteps(field, StepsFromZero(field, value) + steps);
  const double rounded = RoundToDigits(moved, kDigits);
  return std::clamp(field.unit == kMonths ? std::round(rounded) : rounded,
                    field.minimum, field.maximum);
}

}  // namespace sextant
