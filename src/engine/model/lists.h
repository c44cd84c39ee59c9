// The lists of a scenario: numbers of single cells and months, and of pairs of
// cells. Their table is generated from src/tables/fields.json; JSON, links and
// validation go through it, so that each treats all lists alike.
#ifndef SEXTANT_ENGINE_MODEL_LISTS_H_
#define SEXTANT_ENGINE_MODEL_LISTS_H_

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>

#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr double kLeftOut = std::numeric_limits<double>::quiet_NaN();

// A number of a row.
struct Column {
  enum Kind { kNumber, kCell, kMonth };  // a cell by its position; 1 is January

  const char* id;  // in JSON, where a cell has its id
  char link;       // the letter in links
  Kind kind;
  bool required;
  double minimum;  // bounds of what is accepted, inclusive; not of a cell
  double maximum;
  double usual;  // what it is when it is left out
};

struct List {
  const char* block;  // of JSON: "response.", or ""
  const char* id;
  const char* link;  // the name of its part of a link
  size_t capacity;
  std::span<const Column> columns;
};

// The numbers of a month, and of a cell's ranges: the columns of their lists
// after the first, in that order. An id is that of the cell field it is about.
struct MonthFactor {
  const char* id;
  double MonthFactors::*member;
};
inline constexpr MonthFactor kMonthFactors[] = {
    {"visits", &MonthFactors::visits},
    {"conversionRate", &MonthFactors::conversion_rate},
    {"orderValue", &MonthFactors::order_value},
    {"costPerClick", &MonthFactors::cost_per_click},
};
struct CellRange {
  const char* id;
  OptionalNumber Cell::*member;
};
inline constexpr CellRange kCellRanges[] = {
    {"visits", &Cell::visits_range},
    {"conversionRate", &Cell::conversion_rate_range},
    {"orderValue", &Cell::order_value_range},
    {"costPerClick", &Cell::cost_per_click_range},
};

inline constexpr size_t kListCount = 4;
inline constexpr size_t kMaxColumns = 5;
using Row = std::array<double, kMaxColumns>;  // kLeftOut: not given

std::span<const List> Lists();

// The row at a place, 0 ≤ place < capacity; nothing where all is as usual.
std::optional<Row> GetRow(const Scenario& scenario, size_t list, size_t place);

// Adds a row, or replaces the one with the same cell or month. Its numbers are
// within bounds and its cells are there; of the assists, there are fewer than
// the capacity.
void SetRow(Scenario& scenario, size_t list, const Row& row);

// Which number of a row is out of bounds; and what is wrong between assists: a
// cell that assists itself, a pair given twice, or shares of one cell's orders
// that sum to more than 1.
std::optional<Error> CheckLists(const Scenario& scenario);
std::optional<Error> CheckAssists(const Scenario& scenario);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_LISTS_H_
