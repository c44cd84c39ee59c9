#include "engine/fields.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "engine/exponential.h"
#include "engine/integer_text.h"

namespace sextant {
namespace {

using enum Unit;
using enum SliderScale;

// clang-format off
constexpr CellField kCellFields[] = {
    //  id                 unit    min  max   default  scale      start   end    label                              short label
    {{"visits",           kCount, 0,   1e9,  0, kLogarithmic, 10,     1e6, TextId::kFieldVisits,           TextId::kFieldVisitsShort},           &Cell::visits},
    {{"conversionRate",   kShare, 0,   1,    0, kLogarithmic, 0.0005, 0.3, TextId::kFieldConversionRate,   TextId::kFieldConversionRateShort},   &Cell::conversion_rate},
    {{"orderValue",       kMoney, 0,   1e9,  0, kLogarithmic, 10,     1e5, TextId::kFieldOrderValue,       TextId::kFieldOrderValueShort},       &Cell::order_value},
    {{"costPerClick",     kMoney, 0,   1e6,  0, kLogarithmic, 0.1,    1e3, TextId::kFieldCostPerClick,     TextId::kFieldCostPerClickShort},     &Cell::cost_per_click},
    {{"fixedCost",        kMoney, 0,   1e12, 0, kLogarithmic, 100,    1e7, TextId::kFieldFixedCost,        TextId::kFieldFixedCostShort},        &Cell::fixed_cost},
    {{"newCustomerShare", kShare, 0,   1,    1, kLinear,      0,      1,   TextId::kFieldNewCustomerShare, TextId::kFieldNewCustomerShareShort}, &Cell::new_customer_share},
};

constexpr ScenarioField kScenarioFields[] = {
    {{"grossMargin",    kShare, 0, 1,   0.5, kLinear,    0,   1,   TextId::kFieldGrossMargin,  TextId::kFieldGrossMarginShort},
     [](Scenario& s) -> double& { return s.gross_margin; }},
    {{"thresholds.cpc", kMoney, 0, 1e6, 0, kLogarithmic, 0.1, 1e3, TextId::kFieldThresholdCpc, TextId::kFieldThresholdCpcShort},
     [](Scenario& s) -> double& { return s.thresholds.cpc; }},
    {{"thresholds.cpa", kMoney, 0, 1e9, 0, kLogarithmic, 1,   1e5, TextId::kFieldThresholdCpa, TextId::kFieldThresholdCpaShort},
     [](Scenario& s) -> double& { return s.thresholds.cpa; }},
};
// clang-format on

// The part of a logarithmic slider's travel that leads linearly from 0 to
// slider_start.
constexpr double kLinearTravel = 0.05;
constexpr int kStepsOfLinearTravel = 10;

// A decade holds the values m·10^e with 1 ≤ m < 10; a keyboard step is 1 % of
// its lowest value.
constexpr double kStepsPerDigit = 20;
constexpr double kStepsPerDecade = 9 * kStepsPerDigit;
constexpr double kStepsBelowFirstDecade = kStepsPerDigit;

// `value` with so many significant decimal digits; the double nearest to that
// decimal number, because dividing by an exact power of ten rounds once.
double RoundToDigits(double value, int digits) {
  constexpr int kLargestExactPower = 22;
  if (value <= 0) return 0;
  const int shift = digits - 1 - DecimalExponent(value);
  if (std::abs(shift) > kLargestExactPower) return value;
  if (shift <= 0) {
    return std::round(value / PowerOfTen(-shift)) * PowerOfTen(-shift);
  }
  return std::round(value * PowerOfTen(shift)) / PowerOfTen(shift);
}

// A number a person would choose: no thirds of a visit, no 0.287 %.
double RoundForPeople(const FieldDefinition& field, double value) {
  const double rounded =
      RoundToDigits(value, field.unit == kShare && value < 0.01 ? 2 : 3);
  return field.unit == kCount ? std::round(rounded) : rounded;
}

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
  // Bounds are whole numbers.
  return IntegerText(static_cast<int64_t>(bound));
}

}  // namespace

std::span<const CellField> CellFields() { return kCellFields; }

std::span<const ScenarioField> ScenarioFields() { return kScenarioFields; }

const CellField* FindCellField(std::string_view id) {
  const auto* found =
      std::find_if(std::begin(kCellFields), std::end(kCellFields),
                   [id](const CellField& field) { return id == field.id; });
  return found == std::end(kCellFields) ? nullptr : found;
}

const FieldDefinition* FindFieldDefinition(std::string_view id) {
  for (const ScenarioField& field : kScenarioFields) {
    if (id == field.id) return &field;
  }
  return FindCellField(id);
}

double GetField(const Scenario& scenario, const ScenarioField& field) {
  // The getter only forms a reference; nothing is written.
  return field.get(const_cast<Scenario&>(scenario));
}

std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path) {
  return CheckRange(value, field.minimum, field.maximum, path);
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

double SliderPosition(const FieldDefinition& field, double value) {
  if (field.slider_scale == kLinear) {
    return std::clamp(
        (value - field.minimum) / (field.slider_maximum - field.minimum), 0.0,
        1.0);
  }
  if (!(value > 0)) return 0;
  if (value <= field.slider_start) {
    return value / field.slider_start * kLinearTravel;
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
    return RoundToDigits(steps * field.slider_start / kStepsOfLinearTravel, 3);
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
  // More than from one end of any field to the other.
  constexpr double kMostSteps = 10000;
  steps = std::clamp(steps, -kMostSteps, kMostSteps);
  const double moved =
      field.slider_scale == kLinear
          ? value + steps * (field.slider_maximum - field.minimum) / 100
          : ValueAfterSteps(field, StepsFromZero(field, value) + steps);
  return std::clamp(RoundToDigits(moved, kDigits), field.minimum,
                    field.maximum);
}

}  // namespace sextant
