// The dates that exports state about themselves: "20240101", "2024-01-31",
// "August 1, 2024 - August 31, 2024", "1. August 2024", "2024年8月1日".
#ifndef SEXTANT_EXCHANGE_IMPORT_DATES_H_
#define SEXTANT_EXCHANGE_IMPORT_DATES_H_

#include <string>
#include <string_view>

namespace sextant {

// A day as 20240131; 0: none.
using Day = int;

struct Period {
  Day start = 0;
  Day end = 0;

  bool known() const { return start && end; }
  friend bool operator==(const Period&, const Period&) = default;
};

// The first two days that the text has; the same twice if it has only one. In
// "Jul 1 - Jul 31, 2024" the year counts for both.
Period FindPeriod(std::string_view text);

// "2024-01-31"
std::string DayText(Day day);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_DATES_H_
