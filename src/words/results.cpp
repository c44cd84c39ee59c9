#include "words/results.h"

namespace sextant {

std::string FormatAs(Unit unit, double value, const NumberFormat& format) {
  switch (unit) {
    case Unit::kCount:
      return format.Count(value);
    case Unit::kMoney:
      return format.Money(value);
    case Unit::kShare:
      return format.Percent(value);
    case Unit::kRatio:
      return format.Ratio(value);
    case Unit::kMonths:
      return format.Months(value);
  }
  return {};
}

}  // namespace sextant
