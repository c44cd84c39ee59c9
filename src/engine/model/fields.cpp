#include "engine/model/fields.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "base/exponential.h"
#include "base/integer_text.h"

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
    {{"engagedShare",     kShare, 0,   1,    0, kLinear,      0,      1,   TextId::kFieldEngagedShare,     TextId::kFieldEngagedShareShort},     &Cell::engaged_share},
};
constexpr size_t kCardFieldCount = 6;

// Customers who never leave would be worth infinitely much.
constexpr double kLeastChurn = 1e-4;

template <Segment segment, double SegmentHabits::*habit>
double* FindHabit(Scenario& s) {
  return &(s.flywheel.segments[static_cast<size_t>(segment)].*habit);
}

constexpr ScenarioField kScenarioFields[] = {
    {{"grossMargin",    kShare, 0, 1,   0.5, kLinear,    0,   1,   TextId::kFieldGrossMargin,  TextId::kFieldGrossMarginShort},
     [](Scenario& s) { return &s.gross_margin; }},
    {{"thresholds.cpc", kMoney, 0, 1e6, 0, kLogarithmic, 0.1, 1e3, TextId::kFieldThresholdCpc, TextId::kFieldThresholdCpcShort},
     [](Scenario& s) { return &s.thresholds.cpc; }},
    {{"thresholds.cpa", kMoney, 0, 1e9, 0, kLogarithmic, 1,   1e5, TextId::kFieldThresholdCpa, TextId::kFieldThresholdCpaShort},
     [](Scenario& s) { return &s.thresholds.cpa; }},
    {{"retention.repeatOrders", kRatio, 0, 100, 0.25, kLogarithmic, 0.01, 10, TextId::kFieldRepeatOrders, TextId::kFieldRepeatOrdersShort},
     [](Scenario& s) { return &s.retention.repeat_orders; }},
    {{"retention.churn", kShare, kLeastChurn, 1, 0.1, kLogarithmic, 0.005, 1, TextId::kFieldChurn, TextId::kFieldChurnShort},
     [](Scenario& s) { return &s.retention.churn; }},
    {{"retention.discount", kShare, 0, 1, 0.01, kLinear, 0, 0.1, TextId::kFieldDiscount, TextId::kFieldDiscountShort},
     [](Scenario& s) { return &s.retention.discount; }},
    {{"flywheel.months", kMonths, 1, 120, 24, kLinear, 1, 120, TextId::kFieldMonths, TextId::kFieldMonthsShort},
     [](Scenario& s) { return &s.flywheel.months; }},
    {{"flywheel.organicGrowth", kShare, 0, 1, 0, kLinear, 0, 0.2, TextId::kFieldOrganicGrowth, TextId::kFieldOrganicGrowthShort},
     [](Scenario& s) { return &s.flywheel.organic_growth; }},
    {{"flywheel.referralConversionRate", kShare, 0, 1, 0.012, kLogarithmic, 0.0005, 0.3, TextId::kFieldReferralConversionRate, TextId::kFieldReferralConversionRateShort},
     [](Scenario& s) { return s.flywheel.referral_conversion_rate ? &*s.flywheel.referral_conversion_rate : nullptr; }},
    {{"flywheel.segments.promoter.share", kShare, 0, 1, 0.4, kLinear, 0, 1, TextId::kFieldSegmentShare, TextId::kFieldSegmentShareShort},
     FindHabit<Segment::kPromoter, &SegmentHabits::share>},
    {{"flywheel.segments.promoter.churn", kShare, kLeastChurn, 1, 0.05, kLogarithmic, 0.005, 1, TextId::kFieldChurn, TextId::kFieldChurnShort},
     FindHabit<Segment::kPromoter, &SegmentHabits::churn>},
    {{"flywheel.segments.promoter.repeatOrders", kRatio, 0, 100, 0.3, kLogarithmic, 0.01, 10, TextId::kFieldRepeatOrders, TextId::kFieldRepeatOrdersShort},
     FindHabit<Segment::kPromoter, &SegmentHabits::repeat_orders>},
    {{"flywheel.segments.promoter.referralVisits", kRatio, 0, 100, 0.5, kLogarithmic, 0.01, 10, TextId::kFieldReferralVisits, TextId::kFieldReferralVisitsShort},
     FindHabit<Segment::kPromoter, &SegmentHabits::referral_visits>},
    {{"flywheel.segments.passive.share", kShare, 0, 1, 0.4, kLinear, 0, 1, TextId::kFieldSegmentShare, TextId::kFieldSegmentShareShort},
     FindHabit<Segment::kPassive, &SegmentHabits::share>},
    {{"flywheel.segments.passive.churn", kShare, kLeastChurn, 1, 0.1, kLogarithmic, 0.005, 1, TextId::kFieldChurn, TextId::kFieldChurnShort},
     FindHabit<Segment::kPassive, &SegmentHabits::churn>},
    {{"flywheel.segments.passive.repeatOrders", kRatio, 0, 100, 0.2, kLogarithmic, 0.01, 10, TextId::kFieldRepeatOrders, TextId::kFieldRepeatOrdersShort},
     FindHabit<Segment::kPassive, &SegmentHabits::repeat_orders>},
    {{"flywheel.segments.passive.referralVisits", kRatio, 0, 100, 0.1, kLogarithmic, 0.01, 10, TextId::kFieldReferralVisits, TextId::kFieldReferralVisitsShort},
     FindHabit<Segment::kPassive, &SegmentHabits::referral_visits>},
    {{"flywheel.segments.detractor.share", kShare, 0, 1, 0.2, kLinear, 0, 1, TextId::kFieldSegmentShare, TextId::kFieldSegmentShareShort},
     FindHabit<Segment::kDetractor, &SegmentHabits::share>},
    {{"flywheel.segments.detractor.churn", kShare, kLeastChurn, 1, 0.3, kLogarithmic, 0.005, 1, TextId::kFieldChurn, TextId::kFieldChurnShort},
     FindHabit<Segment::kDetractor, &SegmentHabits::churn>},
    {{"flywheel.segments.detractor.repeatOrders", kRatio, 0, 100, 0.05, kLogarithmic, 0.01, 10, TextId::kFieldRepeatOrders, TextId::kFieldRepeatOrdersShort},
     FindHabit<Segment::kDetractor, &SegmentHabits::repeat_orders>},
    {{"flywheel.segments.detractor.referralVisits", kRatio, 0, 100, 0, kLogarithmic, 0.01, 10, TextId::kFieldReferralVisits, TextId::kFieldReferralVisitsShort},
     FindHabit<Segment::kDetractor, &SegmentHabits::referral_visits>},
    {{"remarketing.engagedConversionRate", kShare, 0, 1, 0.1, kLogarithmic, 0.0005, 1, TextId::kFieldEngagedConversionRate, TextId::kFieldEngagedConversionRateShort},
     [](Scenario& s) { return &s.remarketing.engaged_conversion_rate; }},
    {{"remarketing.costPerClick", kMoney, 0, 1e6, 5, kLogarithmic, 0.1, 1e3, TextId::kFieldRemarketingCostPerClick, TextId::kFieldRemarketingCostPerClickShort},
     [](Scenario& s) { return &s.remarketing.cost_per_click; }},
};
constexpr int kFirstBlockField = 3;
constexpr int kFirstSegmentField = 9;
// clang-format on

// The part of a logarithmic slider's travel that leads linearly from the
// field's minimum to slider_start.
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
  const bool two =
      field.unit == kRatio || (field.unit == kShare && value < 0.01);
  const double rounded = RoundToDigits(value, two ? 2 : 3);
  const bool whole = field.unit == kCount || field.unit == kMonths;
  return whole ? std::round(rounded) : rounded;
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
  if (bound == 0 || bound >= 1) return IntegerText(static_cast<int64_t>(bound));
  const int zeros = -1 - DecimalExponent(bound);
  return "0." + std::string(static_cast<size_t>(zeros), '0') + '1';
}

}  // namespace

std::span<const CellField> CellFields() { return kCellFields; }

std::span<const CellField> CardFields() {
  return CellFields().first(kCardFieldCount);
}

std::span<const ScenarioField> ScenarioFields() { return kScenarioFields; }

std::span<const ScenarioField> BlockFields() {
  return ScenarioFields().subspan(kFirstBlockField);
}

int FirstSegmentField(Segment segment) {
  return kFirstSegmentField + static_cast<int>(segment) * kFieldsPerSegment;
}

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
  // Nothing is written.
  const double* value = field.find(const_cast<Scenario&>(scenario));
  return value ? *value : ReferralConversionRate(scenario);
}

void SetField(Scenario& scenario, const ScenarioField& field, double value) {
  if (double* place = field.find(scenario)) {
    *place = value;
  } else {
    scenario.flywheel.referral_conversion_rate = value;
  }
}

bool HasField(const Scenario& scenario, const ScenarioField& field) {
  return field.find(const_cast<Scenario&>(scenario)) != nullptr;
}

std::optional<Error> CheckField(const FieldDefinition& field, double value,
                                std::string_view path) {
  auto error = CheckRange(value, field.minimum, field.maximum, path);
  if (!error && field.unit == kMonths && value != std::floor(value)) {
    error = Error{ErrorCode::kNotWhole, std::string(path), {}};
  }
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
  // More than from one end of any field to the other.
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
