// What the columns of a table are, by its header.
#ifndef SEXTANT_EXCHANGE_IMPORT_COLUMN_PLAN_H_
#define SEXTANT_EXCHANGE_IMPORT_COLUMN_PLAN_H_

#include <array>
#include <string>
#include <vector>

#include "exchange/import/delimited.h"
#include "exchange/import/import_table.h"

namespace sextant {

struct ColumnPlan {
  ExportKind kind = ExportKind::kTable;
  std::vector<std::string> headers;
  // Which column has a role, by ColumnRole; -1: none. Key events that stand
  // for orders are in both places.
  std::array<int, std::size(kColumnRoleNames)> of_role;
  std::string currency;  // that a header states
  // How many headers are known, and how many only in German.
  int known = 0;
  int german = 0;
  const char* other_language = nullptr;
  int purchase_columns = 0;
  // The best table of a file has the highest; 0: of no use.
  int score = 0;
  uint32_t line = 0;

  int column(ColumnRole role) const {
    return of_role[static_cast<size_t>(role)];
  }
  bool has(ColumnRole role) const { return column(role) >= 0; }
  int column(Measure measure) const;
  // Where the names of rows come from, and where from when that is empty.
  ColumnRole name_role() const;
};

ColumnPlan PlanColumns(const RecordReader& header, const TableOptions& options);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_COLUMN_PLAN_H_
