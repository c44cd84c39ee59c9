#include "engine/model/lists.h"

#include <cmath>
#include <string>

#include "base/integer_text.h"
#include "engine/model/fields.h"
#include "engine/model/list_table.h"

namespace sextant {
namespace {

static_assert(std::size(kLists) == kListCount);

std::string PathOf(const List& list, size_t place, const char* column) {
  std::string path = std::string(list.block) + list.id;
  path += '[' + IntegerText(static_cast<int64_t>(place)) + "].";
  return path + column;
}

size_t PositionOf(double number) { return static_cast<size_t>(number); }

}  // namespace

std::span<const List> Lists() { return kLists; }

std::optional<Row> GetRow(const Scenario& scenario, size_t list, size_t place) {
  Row row;
  row.fill(kLeftOut);
  row[0] = static_cast<double>(place);
  if (list == kAssists) {
    if (place >= scenario.assists.size()) return std::nullopt;
    const Assist& assist = scenario.assists[place];
    return Row{static_cast<double>(assist.from), static_cast<double>(assist.to),
               assist.share};
  }
  if (list == kSeasonMonths) {
    const MonthFactors& factors = scenario.season.months[place];
    if (factors == MonthFactors()) return std::nullopt;
    row[0] += 1;
    for (size_t i = 0; i < std::size(kMonthFactors); ++i) {
      row[i + 1] = factors.*kMonthFactors[i].member;
    }
    return row;
  }
  if (place >= scenario.cells.size()) return std::nullopt;
  const Cell& cell = scenario.cells[place];
  bool is_usual = true;
  const auto take = [&](OptionalNumber own, size_t column) {
    row[column] = own.value_or_nan();
    is_usual = is_usual && !own;
  };
  if (list == kResponseCells) {
    take(cell.elasticity, 1);
  } else {
    for (size_t i = 0; i < std::size(kCellRanges); ++i) {
      take(cell.*kCellRanges[i].member, i + 1);
    }
  }
  if (is_usual) return std::nullopt;
  return row;
}

void SetRow(Scenario& scenario, size_t list, const Row& row) {
  const size_t first = PositionOf(row[0]);
  if (list == kAssists) {
    scenario.assists.push_back(
        {static_cast<int>(row[0]), static_cast<int>(row[1]), row[2]});
  } else if (list == kSeasonMonths) {
    for (size_t i = 0; i < std::size(kMonthFactors); ++i) {
      scenario.season.months[first - 1].*kMonthFactors[i].member = row[i + 1];
    }
  } else if (list == kResponseCells) {
    scenario.cells[first].elasticity = row[1];
  } else {
    for (size_t i = 0; i < std::size(kCellRanges); ++i) {
      scenario.cells[first].*kCellRanges[i].member = row[i + 1];
    }
  }
}

std::optional<Error> CheckLists(const Scenario& scenario) {
  for (size_t i = 0; i < kListCount; ++i) {
    const List& list = kLists[i];
    for (size_t place = 0; place < list.capacity; ++place) {
      const auto row = GetRow(scenario, i, place);
      for (size_t c = 0; row && c < list.columns.size(); ++c) {
        const Column& column = list.columns[c];
        const double value = (*row)[c];
        if (column.kind == Column::kCell) {
          if (value >= 0 && PositionOf(value) < scenario.cells.size()) continue;
          return Error{
              ErrorCode::kUnknownCell, PathOf(list, place, column.id), {}};
        }
        if (std::isnan(value) && !column.required) continue;
        if (auto error =
                CheckRange(value, column.minimum, column.maximum, {})) {
          error->field = PathOf(list, place, column.id);
          return error;
        }
      }
    }
  }
  return CheckAssists(scenario);
}

std::optional<Error> CheckAssists(const Scenario& scenario) {
  constexpr double kTolerance = 1e-9;
  std::array<double, kMaxCells> sums{};
  for (size_t i = 0; i < scenario.assists.size(); ++i) {
    const Assist& assist = scenario.assists[i];
    double& sum = sums[static_cast<size_t>(assist.to)];
    sum += assist.share;
    std::optional<ErrorCode> code;
    if (sum > 1 + kTolerance) code = ErrorCode::kAssistsAboveOne;
    if (assist.from == assist.to) code = ErrorCode::kAssistsItself;
    for (size_t earlier = 0; earlier < i; ++earlier) {
      const Assist& other = scenario.assists[earlier];
      if (other.from == assist.from && other.to == assist.to) {
        code = ErrorCode::kDuplicate;
      }
    }
    if (code) {
      const bool share = code == ErrorCode::kAssistsAboveOne;
      return Error{*code, PathOf(kLists[kAssists], i, share ? "share" : "to"),
                   CellId(scenario, assist.to)};
    }
  }
  return std::nullopt;
}

}  // namespace sextant
