// Any text as a table is either refused or read in full: its rows are in the
// order of lines, their numbers finite, their sums those of cells and of what
// is asked about.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "exchange/error_message.h"
#include "exchange/import/import_table.h"

namespace sextant {
namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckRows(const ImportedTable& table) {
  uint32_t before = 0;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const ImportedRow& row = table.rows[i];
    Require(row.line > before);
    before = row.line;
    Require(row.name < table.names.size());
    Require(row.cell >= -1 &&
            row.cell < static_cast<int32_t>(table.cell_ids.size()));
    for (const double value : row.values) Require(!std::isinf(value));
    Require(!(row.values[0] < 0) && !(row.values[1] < 0));
  }
}

void CheckSums(const ImportedTable& table) {
  size_t rows = 0;
  double visits = 0;
  for (const auto* list : {&table.cells, &table.asks}) {
    for (const NamedMeasures& item : *list) {
      rows += item.rows;
      if (!std::isnan(item.values[0])) visits += item.values[0];
    }
  }
  Require(rows == table.rows.size());
  const double total = std::isnan(table.total[0]) ? 0 : table.total[0];
  Require(std::abs(visits - total) <= 1e-9 * std::abs(total));
}

void CheckTable(std::string_view text, const TableOptions& options) {
  const Result<ImportedTable> table = ReadTable(text, options);
  if (table) {
    CheckRows(table.value());
    CheckSums(table.value());
    return;
  }
  for (Language language :
       {Language::kEnglish, Language::kTraditionalChinese}) {
    const std::string message = ErrorMessage(table.error(), language);
    Require(!message.empty() && IsUtf8(message));
  }
}

}  // namespace
}  // namespace sextant

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sextant;
  const std::string text(reinterpret_cast<const char*>(data), size);
  CheckTable(text, {});
  // Hardly any input has a header that is known.
  TableOptions options;
  options.chooses = true;
  options.currency = "TWD";
  options.answers = {{"a", "social.paid"}, {"b", ""}};
  CheckTable("Session source / medium,Sessions,Purchases,Date range\n" + text,
             options);
  return 0;
}
