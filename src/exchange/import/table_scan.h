// The first pass over a table: finds its header and rows, where their numbers
// are, and what the file says about itself.
#ifndef SEXTANT_EXCHANGE_IMPORT_TABLE_SCAN_H_
#define SEXTANT_EXCHANGE_IMPORT_TABLE_SCAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/double_bits.h"
#include "exchange/import/amounts.h"
#include "exchange/import/column_plan.h"
#include "exchange/import/delimited.h"
#include "exchange/import/import_table.h"

namespace sextant {

// A number of a row before what "." and "," mean is known: where it is in the
// text, kept in the place of the number.
inline double PackField(const Field& field) {
  return DoubleOf(uint64_t{field.start} << 32 | field.size);
}
inline Field UnpackField(double value) {
  const uint64_t bits = BitsOf(value);
  return {static_cast<uint32_t>(bits >> 32), static_cast<uint32_t>(bits),
          false};
}

// ImportedRow::cell of a row that has not the fields of the header.
inline constexpr int32_t kOtherFields = -2;

struct TotalRow {
  std::string label;
  ImportedRow row;  // with packed fields
};

// One of the periods of a table that has several.
struct TablePeriod {
  std::string_view start_text;
  std::string_view end_text;
  Period period;
};

class TableScan {
 public:
  TableScan(std::string_view text, const TableOptions& options,
            ImportedTable& table)
      : text_(text),
        options_(options),
        table_(table),
        delimiter_(DelimiterOf(text, options)),
        reader_(text, delimiter_) {}

  // False: too many rows.
  bool Run();

  const ColumnPlan* plan() const { return plan_ ? &*plan_ : nullptr; }
  // Of whatever other tables the file has.
  bool saw_first_user() const { return saw_first_user_; }
  bool saw_events() const { return saw_events_; }
  bool saw_orders() const { return saw_orders_; }
  const char* other_language() const { return other_language_; }

  char delimiter() const { return delimiter_; }
  char Decimal() const;
  Period stated_period() const { return stated_period_; }
  const std::vector<TotalRow>& totals() const { return totals_; }
  const std::vector<TablePeriod>& periods() const { return periods_; }
  const TextList& currencies() const { return currencies_; }

 private:
  enum class Place { kPreamble, kTable, kOtherTable, kGap };

  static char DelimiterOf(std::string_view text, const TableOptions& options);

  void ReadRecord();
  void ReadDates();
  bool HasKnownHeaders() const;
  bool TryHeader();
  bool SeemsHeader() const;
  void StartTable(ColumnPlan plan);
  void IgnoreTable(const ColumnPlan& plan);
  void Note(const ColumnPlan& plan);
  void ReadRow();
  bool HasFieldsOfHeader() const;
  void AddTotal(std::string label);
  std::optional<std::string> TotalLabel() const;
  std::string_view Value(ColumnRole role) const;
  void PackMeasures(ImportedRow& row) const;
  void CollectEvidence();
  uint32_t NameOfRow();
  uint16_t PeriodOfRow();
  bool HasAmount() const;

  std::string_view text_;
  const TableOptions& options_;
  ImportedTable& table_;
  char delimiter_;
  RecordReader reader_;
  std::optional<ColumnPlan> plan_;
  Place place_ = Place::kPreamble;
  Place before_gap_ = Place::kPreamble;
  // The dates of the lines before a table.
  Period dates_;
  Period stated_period_;
  SeparatorEvidence evidence_;
  std::vector<bool> says_nothing_;  // by column: texts and dates
  std::vector<TotalRow> totals_;
  std::vector<TablePeriod> periods_;
  TextList currencies_;
  size_t headers_ = 0;
  bool saw_first_user_ = false;
  bool saw_events_ = false;
  bool saw_orders_ = false;
  const char* other_language_ = nullptr;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_TABLE_SCAN_H_
