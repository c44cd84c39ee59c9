// Reads what a marketer has: exports of GA4, Google Ads and Meta Ads Manager,
// and any table whose columns say what they are (DOMAIN.md, section 11).
#ifndef SEXTANT_EXCHANGE_IMPORT_IMPORT_TABLE_H_
#define SEXTANT_EXCHANGE_IMPORT_IMPORT_TABLE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.h"
#include "exchange/export_table.h"
#include "exchange/import/dates.h"
#include "exchange/import/row_list.h"
#include "exchange/import/text_list.h"
#include "locales/text_id.h"

namespace sextant {

inline constexpr size_t kMaxTableBytes = size_t{32} << 20;
inline constexpr size_t kMaxTableRows = 1000000;
inline constexpr size_t kMaxAnswers = 2000;
// Of the lines that a warning names, of ignored rows and of asked names.
inline constexpr size_t kMaxListedLines = 100;
inline constexpr size_t kMaxIgnored = 1000;

struct TableOptions {
  // What the user has answered about a name: the cell it goes to; "": none.
  struct Answer {
    std::string name;
    std::string cell;
  };
  // What the user has chosen a column to be; kNone: nothing.
  struct Choice {
    std::string header;
    ColumnRole role;
  };
  std::vector<Answer> answers;
  // The scenario's, for signs that stand for several; "": not known.
  std::string currency;
  std::vector<Choice> choices;
  // The user is choosing: columns are answered even where none gives channels.
  bool chooses = false;
};

// What a message fills in; a text without it ignores it.
struct NoteValues {
  std::string text = {};
  std::string other = {};
  double count = 0;
  double sum = 0;
};

struct IgnoredLine {
  uint32_t line;
  TextId reason;
  NoteValues values;
};

struct TableWarning {
  const char* code;
  TextId message;
  NoteValues values;
  std::vector<uint32_t> lines;  // at most kMaxListedLines
};

using Measures = std::array<double, kMeasureCount>;  // NaN: unknown

struct NamedMeasures {
  std::string name;  // of a cell, of what is asked about, of a total
  uint32_t rows = 0;
  Measures values;
};

// Views are of the text that was read.
struct ImportedTable {
  struct Column {
    std::string header;
    ColumnRole role;  // kNone: not used
  };

  ExportKind kind = ExportKind::kTable;
  char delimiter = ',';
  char decimal = '.';
  std::string currency;  // as stated; "" if not
  Period period;
  std::vector<Column> columns;
  RowList rows;
  TextList names;
  std::vector<std::string> cell_ids;
  std::vector<NamedMeasures> cells;  // only those that occur
  std::vector<NamedMeasures> asks;
  Measures total;
  std::vector<NamedMeasures> stated;
  std::vector<IgnoredLine> ignored;
  std::vector<TableWarning> warnings;
};

// `text` is UTF-8 without byte order mark.
Result<ImportedTable> ReadTable(std::string_view text,
                                const TableOptions& options);

// How many names of columns and channels are known in the beginning of a text:
// tells which of several encodings is the right one.
int CountKnownNames(std::string_view text);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_IMPORT_TABLE_H_
