// Puts what tables state into a scenario (DOMAIN.md, section 11).
#ifndef SEXTANT_EXCHANGE_IMPORT_APPLY_TABLES_H_
#define SEXTANT_EXCHANGE_IMPORT_APPLY_TABLES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/model/scenario.h"
#include "exchange/import/import_table.h"

namespace sextant {

inline constexpr size_t kMaxTables = 20;

// What counts of a table that was read.
struct AppliedTable {
  struct MoreOrders {  // a row with more orders than visits
    std::string cell;
    uint32_t line;
  };

  ExportKind kind = ExportKind::kTable;
  std::string currency;  // "": not stated
  std::vector<NamedMeasures> cells;
  uint32_t asked_rows = 0;
  bool has_unreadable_rows = false;
  bool revenue_is_zero = false;
  std::vector<MoreOrders> more_orders;
};

// What the user agrees to. Each is asked for by the warning of this name.
enum class Agreement { kOtherCurrency, kCostWithoutVisits, kUnreadableRows };
inline constexpr const char* kAgreementNames[] = {
    "otherCurrency", "costWithoutVisits", "unreadableRows"};

struct Agreements {
  bool agreed[std::size(kAgreementNames)] = {};

  bool to(Agreement agreement) const {
    return agreed[static_cast<size_t>(agreement)];
  }
};

struct ApplyWarning {
  const char* code;
  TextId message;
  NoteValues values;
  int table = -1;    // which of the tables; -1: all
  std::string cell;  // its id; "": none
  std::vector<uint32_t> lines;
};

struct AppliedChange {
  int cell;
  const char* field;  // of the cell
  double before;
  double after;
};

struct Applied {
  Scenario scenario;
  std::vector<AppliedChange> changed;
  std::vector<ApplyWarning> warnings;
};

Applied ApplyTables(const Scenario& scenario,
                    std::span<const AppliedTable> tables,
                    const Agreements& agreements);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_APPLY_TABLES_H_
