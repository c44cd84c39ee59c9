#include "app/slide.h"

#include <algorithm>

namespace sextant {
namespace {

// What the pivot is multiplied by, for -1 (0) to 1 (5) from the middle: equally
// steep on both sides of it.
double Factor(double from_middle) {
  const double steeper = from_middle < 0 ? 0.6 : 3.6;
  return 1 + from_middle * (0.4 + steeper * from_middle * from_middle);
}

}  // namespace

bool IsAround(const FieldDefinition& field, double pivot) {
  return field.slider_scale == SliderScale::kLogarithmic && pivot > 0;
}

double PositionAround(const FieldDefinition& field, double pivot,
                      double value) {
  if (!IsAround(field, pivot)) return SliderPosition(field, value);
  if (value == pivot) return 0.5;
  double low = -1;
  double high = 1;
  // More exact than any screen.
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (pivot * Factor(middle) < value ? low : high) = middle;
  }
  return (low + 1) / 2;
}

double ValueAround(const FieldDefinition& field, double pivot,
                   double position) {
  if (!IsAround(field, pivot)) return SliderValue(field, position);
  const double from_middle = 2 * std::clamp(position, 0.0, 1.0) - 1;
  if (from_middle == 0) return pivot;
  return std::clamp(RoundForPeople(field, pivot * Factor(from_middle)),
                    field.minimum, field.maximum);
}

}  // namespace sextant
