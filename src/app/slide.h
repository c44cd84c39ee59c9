// Sliders that are fine where their value is. A logarithmic slider of a number
// that is not 0 reaches from 0 to five times the number that it has when a drag
// begins; that number, the pivot, is in the middle. When the drag has ended,
// the new number is in the middle. The others have their whole range
// (SliderPosition, SliderValue).
#ifndef SEXTANT_APP_SLIDE_H_
#define SEXTANT_APP_SLIDE_H_

#include "engine/model/fields.h"

namespace sextant {

// Whether the slider of the field is one around `pivot`.
bool IsAround(const FieldDefinition& field, double pivot);

// The position 0..1 of `value` on such a slider, or on the whole range.
double PositionAround(const FieldDefinition& field, double pivot, double value);

// The value at a position; positions outside 0..1 are at the ends. Rounded for
// people and within the field's bounds. Near the middle, a hundredth of the
// slider changes the value by 0.8 %.
double ValueAround(const FieldDefinition& field, double pivot, double position);

}  // namespace sextant

#endif  // SEXTANT_APP_SLIDE_H_
