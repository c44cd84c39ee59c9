#include "exchange/import/import_table.h"

#include <algorithm>
#include <cmath>

#include "base/insertion_sort.h"
#include "base/integer_text.h"
#include "base/utf8.h"
#include "exchange/import/exact_sum.h"
#include "exchange/import/names.h"
#include "exchange/import/table_scan.h"
#include "exchange/json_reader.h"

namespace sextant {
namespace {

constexpr const char* kModelCells[] = {"social.organic",     "social.paid",
                                       "search.organic",     "search.paid",
                                       "integrated.organic", "integrated.paid"};
constexpr ModelCell kSocialPaid = 1;
constexpr int32_t kDropped = -3;  // ImportedRow::cell
constexpr size_t kOrdersAt = static_cast<size_t>(Measure::kOrders);
constexpr size_t kVisitsAt = static_cast<size_t>(Measure::kVisits);
constexpr size_t kRevenueAt = static_cast<size_t>(Measure::kRevenue);

bool IsMoney(size_t measure) { return measure >= kRevenueAt; }

using Sums = std::array<ExactSum, kMeasureCount>;

void AddRow(Sums& sums, const ImportedRow& row) {
  for (size_t i = 0; i < kMeasureCount; ++i) sums[i].Add(row.values[i]);
}

Measures ValuesOf(const Sums& sums) {
  Measures values;
  for (size_t i = 0; i < kMeasureCount; ++i) values[i] = sums[i].value();
  return values;
}

// The second pass: numbers, periods, currencies, cells and sums of the rows
// that the first one has found.
class TableFinish {
 public:
  TableFinish(std::string_view text, const TableOptions& options,
              const TableScan& scan, ImportedTable& table)
      : text_(text),
        options_(options),
        scan_(scan),
        plan_(*scan.plan()),
        table_(table) {}

  void Run() {
    Describe();
    for (size_t at = 0; at < table_.rows.size(); ++at) ReadNumbers(at);
    ChooseCurrency();
    ChoosePeriod();
    DropOtherPeriods();
    FindCells();
    SumUp();
    StateTotals();
    Warn();
    InsertionSort(table_.ignored,
                  [](const IgnoredLine& a, const IgnoredLine& b) {
                    return a.line < b.line;
                  });
  }

 private:
  void Describe();
  void ReadNumbers(size_t at);
  bool ReadNumber(ImportedRow& row, size_t measure);
  void Ignore(ImportedRow& row, TextId reason, NoteValues values);
  uint16_t CurrencyNumber(std::string_view sign);
  void ChooseCurrency();
  void ChoosePeriod();
  void DropOtherPeriods();
  void FindCells();
  int32_t CellOf(std::string_view name, uint8_t group);
  int32_t CellNumber(std::string_view id);
  void SumUp();
  void CountRow(const ImportedRow& row);
  void StateTotals();
  void CompareTotals();
  double Tolerance(size_t measure) const;
  void Warn();
  TableWarning& AddWarning(const char* code, TextId message,
                           NoteValues values = {});

  std::string_view text_;
  const TableOptions& options_;
  const TableScan& scan_;
  const ColumnPlan& plan_;
  ImportedTable& table_;
  // Codes of currencies, by ImportedRow::currency after the numbers are read;
  // the first is "not stated".
  TextList currencies_;
  std::array<int, kMeasureCount> decimals_ = {};
  std::vector<int> cell_of_name_;
  uint32_t unreadable_ = 0;
  std::vector<uint32_t> unreadable_lines_;
  int chosen_period_ = -1;  // -1: all
  std::vector<uint32_t> other_period_lines_;
  uint32_t unknown_ = 0;
  std::vector<uint32_t> unknown_lines_;
  uint32_t more_orders_ = 0;
  std::vector<uint32_t> more_orders_lines_;
  bool revenue_is_zero_ = true;
};

void List(std::vector<uint32_t>& lines, uint32_t line) {
  if (lines.size() >= kMaxListedLines) return;
  if (lines.empty() || lines.back() != line) lines.push_back(line);
}

void TableFinish::Describe() {
  table_.kind = plan_.kind;
  table_.decimal = scan_.Decimal();
  table_.period = scan_.stated_period();
  for (size_t at = 0; at < plan_.headers.size(); ++at) {
    ColumnRole role = ColumnRole::kNone;
    for (size_t r = 0; r < plan_.of_role.size(); ++r) {
      // Key events come after the orders that they stand for.
      if (plan_.of_role[r] != static_cast<int>(at)) continue;
      if (role == ColumnRole::kNone) role = static_cast<ColumnRole>(r);
    }
    table_.columns.push_back({plan_.headers[at], role});
  }
  for (const char* id : kModelCells) table_.cell_ids.push_back(id);
  currencies_.Add("");
}

void TableFinish::Ignore(ImportedRow& row, TextId reason, NoteValues values) {
  row.cell = kDropped;
  ++unreadable_;
  List(unreadable_lines_, row.line);
  if (table_.ignored.size() < kMaxIgnored) {
    table_.ignored.push_back({row.line, reason, std::move(values)});
  }
}

uint16_t TableFinish::CurrencyNumber(std::string_view sign) {
  std::string_view code = CurrencyOf(sign, options_.currency);
  if (code.empty()) code = sign;
  return static_cast<uint16_t>(currencies_.AddCopy(code));
}

// False: unreadable, and the row is dropped.
bool TableFinish::ReadNumber(ImportedRow& row, size_t measure) {
  const Field field = UnpackField(row.values[measure]);
  const std::string_view text = text_.substr(field.start, field.size);
  const Amount amount = ReadAmount(text, table_.decimal);
  double& value = row.values[measure];
  value = kUnknown;
  if (amount.state == Amount::State::kUnknown) return true;
  const bool is_number = amount.state == Amount::State::kNumber;
  if (!is_number || (!IsMoney(measure) && amount.value < 0) ||
      !std::isfinite(amount.value)) {
    const auto column =
        static_cast<size_t>(plan_.column(static_cast<Measure>(measure)));
    Ignore(row,
           amount.state == Amount::State::kRate ? TextId::kImportIgnoredRate
                                                : TextId::kImportIgnoredNumber,
           {std::string(Truncated(Trimmed(text))),
            std::string(Truncated(plan_.headers[column]))});
    return false;
  }
  value = amount.value;
  decimals_[measure] = std::max(decimals_[measure], amount.decimals);
  if (!amount.currency.empty() && !row.currency) {
    row.currency = CurrencyNumber(amount.currency);
  }
  return true;
}

void TableFinish::ReadNumbers(size_t at) {
  ImportedRow& row = table_.rows[at];
  if (row.cell == kOtherFields) {
    Ignore(row, TextId::kImportIgnoredFields, {});
    return;
  }
  if (row.currency) {
    row.currency = CurrencyNumber(scan_.currencies()[row.currency]);
  } else if (!plan_.currency.empty()) {
    row.currency = CurrencyNumber(plan_.currency);
  }
  for (size_t i = 0; i < kMeasureCount; ++i) {
    if (!ReadNumber(row, i)) return;
  }
}

// That of most rows; of equally many, the first by the alphabet. Rows of
// another one cannot be added to them.
void TableFinish::ChooseCurrency() {
  std::vector<uint32_t> counts(currencies_.size(), 0);
  for (size_t at = 0; at < table_.rows.size(); ++at) {
    const ImportedRow& row = table_.rows[at];
    if (row.cell != kDropped) ++counts[row.currency];
  }
  size_t chosen = 0;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (!counts[i]) continue;
    const bool more =
        !chosen || counts[i] > counts[chosen] ||
        (counts[i] == counts[chosen] && currencies_[i] < currencies_[chosen]);
    if (more) chosen = i;
  }
  table_.currency = currencies_[chosen];
  for (size_t at = 0; at < table_.rows.size(); ++at) {
    ImportedRow& row = table_.rows[at];
    if (row.cell == kDropped || !row.currency || row.currency == chosen) {
      continue;
    }
    const std::string other(currencies_[row.currency]);
    Ignore(row, TextId::kImportIgnoredCurrency, {other, table_.currency});
  }
}

void TableFinish::ChoosePeriod() {
  const auto& periods = scan_.periods();
  const bool compares = plan_.has(ColumnRole::kDateRange);
  Period all;
  size_t latest = 0;
  for (size_t i = 0; i < periods.size(); ++i) {
    const Period& p = periods[i].period;
    if (p.start && (!all.start || p.start < all.start)) all.start = p.start;
    all.end = std::max(all.end, p.end);
    const auto key = [](const TablePeriod& of) {
      return std::pair(std::pair(of.period.end, of.period.start),
                       of.start_text);
    };
    if (key(periods[latest]) < key(periods[i])) latest = i;
  }
  if (periods.empty()) return;
  const bool two = compares
                       ? periods.size() > 1
                       : periods.size() == 2 && !plan_.has(ColumnRole::kDay);
  if (two) {
    chosen_period_ = static_cast<int>(latest);
    all = periods[latest].period;
  }
  if (all.known()) {
    table_.period = all;
  } else if (two) {
    table_.period = Period();
  }
}

// Closes the gaps of dropped rows, too.
void TableFinish::DropOtherPeriods() {
  size_t kept = 0;
  for (size_t at = 0; at < table_.rows.size(); ++at) {
    const ImportedRow& row = table_.rows[at];
    if (row.cell == kDropped) continue;
    if (chosen_period_ >= 0 && row.period != chosen_period_) {
      List(other_period_lines_, row.line);
      continue;
    }
    if (kept != at) table_.rows[kept] = row;
    ++kept;
  }
  table_.rows.Shorten(kept);
}

int32_t TableFinish::CellNumber(std::string_view id) {
  auto& ids = table_.cell_ids;
  const auto at = std::find(ids.begin(), ids.end(), id) - ids.begin();
  if (at == std::ssize(ids)) ids.emplace_back(id);
  return static_cast<int32_t>(at);
}

// -1: to be asked about. The user's answers come first.
int32_t TableFinish::CellOf(std::string_view name, uint8_t group) {
  std::optional<ModelCell> cell;
  switch (group ? ColumnRole::kCampaign : plan_.name_role()) {
    case ColumnRole::kChannel:
      cell = CellOfChannel(name);
      break;
    case ColumnRole::kSourceMedium:
      cell = CellOfSourceMedium(name);
      break;
    case ColumnRole::kCampaignType:
      cell = CellOfCampaignType(name);
      break;
    default:
      if (plan_.kind == ExportKind::kMeta) cell = kSocialPaid;
  }
  return cell ? *cell : -1;
}

void TableFinish::FindCells() {
  TextList answered;
  for (const auto& answer : options_.answers) answered.Add(answer.name);
  const size_t answers = answered.size();
  cell_of_name_.resize(table_.names.size());
  for (size_t i = 0; i < table_.names.size(); ++i) {
    const std::string_view name = table_.names[i];
    const uint32_t at = answers ? answered.Add(name) : 0;
    if (at < answers) {
      const std::string& cell = options_.answers[at].cell;
      cell_of_name_[i] = cell.empty() ? -1 : CellNumber(cell);
    } else {
      cell_of_name_[i] = CellOf(name, table_.names.group(i));
    }
  }
  for (size_t at = 0; at < table_.rows.size(); ++at) {
    ImportedRow& row = table_.rows[at];
    row.cell = cell_of_name_[row.name];
  }
}

void TableFinish::CountRow(const ImportedRow& row) {
  for (size_t i = 0; i < kMeasureCount; ++i) {
    if (plan_.column(static_cast<Measure>(i)) < 0) continue;
    if (!std::isnan(row.values[i])) continue;
    ++unknown_;
    List(unknown_lines_, row.line);
  }
  if (row.values[kOrdersAt] > row.values[kVisitsAt]) {
    ++more_orders_;
    List(more_orders_lines_, row.line);
  }
  if (row.values[kRevenueAt] != 0) revenue_is_zero_ = false;
}

void TableFinish::SumUp() {
  struct Group {
    Sums sums;
    uint32_t rows = 0;
  };
  std::vector<Group> cells(table_.cell_ids.size());
  std::vector<Group> asked(table_.names.size());
  Sums total;
  for (size_t at = 0; at < table_.rows.size(); ++at) {
    const ImportedRow& row = table_.rows[at];
    Group& group =
        row.cell >= 0 ? cells[static_cast<size_t>(row.cell)] : asked[row.name];
    ++group.rows;
    AddRow(group.sums, row);
    AddRow(total, row);
    CountRow(row);
  }
  const auto keep = [](std::vector<NamedMeasures>& list, std::string_view name,
                       const Group& group) {
    if (!group.rows) return;
    list.push_back({std::string(name), group.rows, ValuesOf(group.sums)});
  };
  for (size_t i = 0; i < cells.size(); ++i) {
    keep(table_.cells, table_.cell_ids[i], cells[i]);
  }
  for (size_t i = 0; i < asked.size(); ++i) {
    keep(table_.asks, table_.names[i], asked[i]);
  }
  table_.total = ValuesOf(total);
}

void TableFinish::StateTotals() {
  for (const TotalRow& total : scan_.totals()) {
    NamedMeasures stated{total.label, 1, {}};
    for (size_t i = 0; i < kMeasureCount; ++i) {
      const Field field = UnpackField(total.row.values[i]);
      const Amount amount =
          ReadAmount(text_.substr(field.start, field.size), table_.decimal);
      const bool known = amount.state == Amount::State::kNumber;
      stated.values[i] = known ? amount.value : kUnknown;
    }
    table_.stated.push_back(std::move(stated));
  }
  if (chosen_period_ < 0) CompareTotals();
}

// Each row may be rounded by half a unit of its last decimal.
double TableFinish::Tolerance(size_t measure) const {
  const double unit = std::pow(10.0, -std::min(decimals_[measure], 9));
  return 0.5 * unit * static_cast<double>(table_.rows.size() + 1) + 1e-6;
}

// The largest total of a measure is that of the whole table: others are of
// parts, such as campaigns of one type.
void TableFinish::CompareTotals() {
  for (size_t i = 0; i < kMeasureCount; ++i) {
    const NamedMeasures* largest = nullptr;
    for (const NamedMeasures& stated : table_.stated) {
      if (std::isnan(stated.values[i])) continue;
      if (!largest || stated.values[i] > largest->values[i]) largest = &stated;
    }
    if (!largest || std::isnan(table_.total[i])) continue;
    const double sum = table_.total[i];
    if (std::abs(largest->values[i] - sum) <= Tolerance(i)) continue;
    AddWarning("totalsDiffer", TextId::kImportTotalsDiffer,
               {kMeasureNames[i], "", largest->values[i], sum});
  }
}

TableWarning& TableFinish::AddWarning(const char* code, TextId message,
                                      NoteValues values) {
  table_.warnings.push_back({code, message, std::move(values), {}});
  return table_.warnings.back();
}

void TableFinish::Warn() {
  const auto header = [this](ColumnRole role) {
    return plan_.headers[static_cast<size_t>(plan_.column(role))];
  };
  const auto add = [this](const char* code, TextId message, uint32_t count,
                          std::vector<uint32_t>& lines) {
    if (!count) return;
    NoteValues values;
    values.count = count;
    AddWarning(code, message, std::move(values)).lines = std::move(lines);
  };
  if (plan_.has(ColumnRole::kKeyEvents)) {
    AddWarning("keyEvents", TextId::kImportKeyEvents,
               {header(ColumnRole::kKeyEvents)});
  }
  if (plan_.purchase_columns > 1) {
    AddWarning("purchaseColumns", TextId::kImportPurchaseColumns,
               {header(ColumnRole::kOrders)});
  }
  if (chosen_period_ >= 0) {
    const TablePeriod& taken =
        scan_.periods()[static_cast<size_t>(chosen_period_)];
    const Period& period = taken.period;
    AddWarning(
        "twoPeriods", TextId::kImportTwoPeriods,
        {period.known() ? DayText(period.start) + " – " + DayText(period.end)
                        : std::string(Truncated(taken.start_text))})
        .lines = std::move(other_period_lines_);
  }
  add("unreadableRows", TextId::kImportUnreadableRows, unreadable_,
      unreadable_lines_);
  add("unknownValues", TextId::kImportUnknownValues, unknown_, unknown_lines_);
  add("moreOrdersThanVisits", TextId::kImportMoreOrders, more_orders_,
      more_orders_lines_);
  if (plan_.has(ColumnRole::kRevenue) && revenue_is_zero_ &&
      !table_.rows.empty()) {
    AddWarning("revenueZero", TextId::kImportRevenueZero);
  }
}

bool IsText(std::string_view text) {
  for (const std::string_view start : {"%PDF", "PK\x03\x04", "\xD0\xCF\x11"}) {
    if (text.starts_with(start)) return false;
  }
  return text.find('\0') == std::string_view::npos;
}

Error Unusable(ErrorCode code, std::string_view detail = {}) {
  return {code, "", std::string(detail)};
}

// Why the file cannot be used, after its first pass.
std::optional<Error> WhyUnusable(const TableScan& scan,
                                 const TableOptions& options) {
  const ColumnPlan* plan = scan.plan();
  if (plan && plan->score) return std::nullopt;
  if (plan && options.chooses) return std::nullopt;
  if (scan.other_language()) {
    return Unusable(ErrorCode::kTableLanguage, scan.other_language());
  }
  if (scan.saw_events()) return Unusable(ErrorCode::kTableOfEvents);
  if (scan.saw_orders()) return Unusable(ErrorCode::kTableOfOrders);
  if (!plan) return Unusable(ErrorCode::kTableWithoutHeader);
  const bool named = plan->name_role() != ColumnRole::kNone;
  return Unusable(named ? ErrorCode::kTableWithoutNumbers
                        : ErrorCode::kTableWithoutChannel);
}

}  // namespace

Result<ImportedTable> ReadTable(std::string_view text,
                                const TableOptions& options) {
  if (text.size() > kMaxTableBytes) return Unusable(ErrorCode::kTableTooLarge);
  if (!IsText(text)) return Unusable(ErrorCode::kTableNotText);
  if (!IsUtf8(text)) return Unusable(ErrorCode::kBadText);
  if (Trimmed(text).empty()) return Unusable(ErrorCode::kTableEmpty);
  ImportedTable table;
  TableScan scan(text, options, table);
  if (!scan.Run()) {
    return Error{ErrorCode::kTooMany, "rows", IntegerText(kMaxTableRows)};
  }
  if (auto error = WhyUnusable(scan, options)) return *std::move(error);
  table.delimiter = scan.delimiter();
  const bool has_rows = !table.rows.empty();
  TableFinish(text, options, scan, table).Run();
  if (!has_rows && !options.chooses) return Unusable(ErrorCode::kTableEmpty);
  return table;
}

int CountKnownNames(std::string_view text) {
  int known = 0;
  for (const char delimiter : {',', ';', '\t'}) {
    RecordReader reader(text, delimiter);
    int here = 0;
    while (reader.Next()) {
      for (size_t at = 0; at < reader.kept(); ++at) {
        const HeaderMeaning meaning = MeaningOf(reader.raw(at));
        here +=
            meaning.column || meaning.language || NamesTotal(reader.raw(at));
      }
    }
    known = std::max(known, here);
  }
  return known;
}

}  // namespace sextant
