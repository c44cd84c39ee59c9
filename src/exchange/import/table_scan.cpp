#include "exchange/import/table_scan.h"

#include <algorithm>

#include "exchange/import/names.h"

namespace sextant {
namespace {

// Of the columns that only a campaign type may be missing in.
constexpr uint8_t kCampaignGroup = 1;
constexpr size_t kMaxPeriods = 366;
constexpr size_t kMaxTotals = 100;
// A text with more tables than these has none worth reading after them.
constexpr size_t kMaxHeaders = 1000;

// How well a delimiter divides the beginning of a text: headers that are known
// count most, then records that are as long as the one before.
int ScoreDelimiter(std::string_view text, char delimiter,
                   const TableOptions& options) {
  constexpr int kRecords = 60;
  constexpr int kMore = 1000;
  RecordReader reader(text, delimiter);
  int best = 0;
  int alike = 0;
  size_t before = 0;
  for (int i = 0; i < kRecords && reader.Next(); ++i) {
    if (reader.count() < 2 || reader.IsComment()) continue;
    best = std::max(best, PlanColumns(reader, options).known);
    alike += reader.count() == before;
    before = reader.count();
  }
  return best * kMore + alike * 10 + (before > 1);
}

}  // namespace

char TableScan::DelimiterOf(std::string_view text,
                            const TableOptions& options) {
  constexpr size_t kSample = size_t{1} << 16;
  const std::string_view sample = text.substr(0, kSample);
  char best = ',';
  int best_score = -1;
  for (const char delimiter : {',', ';', '\t'}) {
    const int score = ScoreDelimiter(sample, delimiter, options);
    if (score <= best_score) continue;
    best = delimiter;
    best_score = score;
  }
  return best;
}

bool TableScan::Run() {
  while (reader_.Next()) {
    ReadRecord();
    if (table_.rows.size() > kMaxTableRows) return false;
  }
  return true;
}

void TableScan::ReadRecord() {
  if (reader_.IsComment()) {
    ReadDates();
    place_ = Place::kPreamble;
    return;
  }
  if (reader_.IsBlank()) {
    if (place_ == Place::kTable || place_ == Place::kOtherTable) {
      before_gap_ = place_;
      place_ = Place::kGap;
    }
    return;
  }
  if (place_ == Place::kTable) {
    if (HasAmount() || !TryHeader()) ReadRow();
    return;
  }
  if (TryHeader()) return;
  if (place_ == Place::kGap) {
    place_ = before_gap_;
    if (place_ == Place::kTable) ReadRow();
  } else if (place_ == Place::kPreamble) {
    ReadDates();
  }
}

// "# Start date: 20240101" and the next line, or both in one.
void TableScan::ReadDates() {
  constexpr size_t kLongest = 200;
  const std::string_view line = reader_.Whole();
  if (line.size() > kLongest) return;
  const Period found = FindPeriod(line);
  if (!found.known()) return;
  if (!dates_.known() || found.start != found.end) {
    dates_ = found;
  } else if (dates_.start == dates_.end) {
    dates_.end = found.end;
  }
}

// Whether a number, or a sign for an unknown one, is where numbers belong.
bool TableScan::HasAmount() const {
  for (size_t i = 0; i < kMeasureCount; ++i) {
    const int column = plan_->column(static_cast<Measure>(i));
    const auto at = static_cast<size_t>(column);
    if (column < 0 || at >= reader_.kept()) continue;
    const std::string_view value = reader_.raw(at);
    if (!Trimmed(value).empty() && LooksLikeAmount(value)) return true;
  }
  return false;
}

// Names only: what has a number is a row.
bool TableScan::SeemsHeader() const {
  size_t filled = 0;
  for (size_t at = 0; at < reader_.kept(); ++at) {
    const std::string_view value = Trimmed(reader_.raw(at));
    if (value.empty()) continue;
    if (LooksLikeAmount(value)) return false;
    ++filled;
  }
  return filled >= 2;
}

// Quick, and without a plan: most records that are asked are none.
bool TableScan::HasKnownHeaders() const {
  int known = 0;
  for (size_t at = 0; at < reader_.kept() && known < 2; ++at) {
    known += MeaningOf(reader_.raw(at)).column.has_value();
  }
  return known >= 2;
}

bool TableScan::TryHeader() {
  if (reader_.count() < 2) return false;
  const bool may_be_unknown =
      place_ == Place::kPreamble || place_ == Place::kGap;
  if (!HasKnownHeaders() && !(may_be_unknown && SeemsHeader())) return false;
  if (++headers_ > kMaxHeaders) return true;
  ColumnPlan plan = PlanColumns(reader_, options_);
  Note(plan);
  if (plan_ && plan.score <= plan_->score) {
    IgnoreTable(plan);
    place_ = Place::kOtherTable;
    return true;
  }
  if (plan_ && plan_->known >= 2) IgnoreTable(*plan_);
  StartTable(std::move(plan));
  return true;
}

void TableScan::Note(const ColumnPlan& plan) {
  saw_first_user_ = saw_first_user_ || plan.has(ColumnRole::kFirstUser);
  saw_events_ = saw_events_ || plan.has(ColumnRole::kEvent);
  saw_orders_ = saw_orders_ || plan.has(ColumnRole::kOrder);
  if (plan.other_language) other_language_ = plan.other_language;
}

void TableScan::IgnoreTable(const ColumnPlan& plan) {
  if (table_.ignored.size() >= kMaxIgnored) return;
  table_.ignored.push_back(
      {plan.line, TextId::kImportIgnoredTable, {plan.headers.front()}});
}

void TableScan::StartTable(ColumnPlan plan) {
  std::erase_if(table_.ignored, [](const IgnoredLine& line) {
    return line.reason != TextId::kImportIgnoredTable;
  });
  table_.rows.Shorten(0);
  table_.names.Clear();
  totals_.clear();
  periods_.clear();
  currencies_.Clear();
  currencies_.Add("");
  evidence_ = SeparatorEvidence();
  stated_period_ = dates_;
  dates_ = Period();
  plan_ = std::move(plan);
  says_nothing_.assign(plan_->headers.size(), false);
  for (const ColumnRole role :
       {ColumnRole::kChannel, ColumnRole::kSourceMedium,
        ColumnRole::kCampaignType, ColumnRole::kCampaign,
        ColumnRole::kRangeStart, ColumnRole::kRangeEnd, ColumnRole::kDateRange,
        ColumnRole::kDay}) {
    if (plan_->has(role)) {
      says_nothing_[static_cast<size_t>(plan_->column(role))] = true;
    }
  }
  place_ = Place::kTable;
}

std::string_view TableScan::Value(ColumnRole role) const {
  const int column = plan_->column(role);
  const auto at = static_cast<size_t>(column);
  if (column < 0 || at >= reader_.kept()) return {};
  return Trimmed(reader_.raw(at));
}

// The cell that makes the record a total; "" for a row without a name.
std::optional<std::string> TableScan::TotalLabel() const {
  for (size_t at = 0; at < reader_.kept(); ++at) {
    if (NamesTotal(reader_.raw(at))) return reader_.Text(at);
  }
  const ColumnRole role = plan_->name_role();
  const bool has_name =
      !Value(role).empty() || (role == ColumnRole::kCampaignType &&
                               !Value(ColumnRole::kCampaign).empty());
  if (has_name) return std::nullopt;
  return std::string();
}

void TableScan::PackMeasures(ImportedRow& row) const {
  for (size_t i = 0; i < kMeasureCount; ++i) {
    const int column = plan_->column(static_cast<Measure>(i));
    const auto at = static_cast<size_t>(column);
    const bool is_there = column >= 0 && at < reader_.kept();
    row.values[i] = PackField(is_there ? reader_.field(at) : Field());
  }
}

void TableScan::AddTotal(std::string label) {
  if (totals_.size() >= kMaxTotals || !HasAmount()) return;
  TotalRow total{std::move(label), {}};
  total.row.line = reader_.line();
  PackMeasures(total.row);
  CollectEvidence();
  totals_.push_back(std::move(total));
}

void TableScan::CollectEvidence() {
  const int visits = plan_->column(ColumnRole::kVisits);
  const size_t count = std::min(reader_.kept(), says_nothing_.size());
  for (size_t at = 0; at < count; ++at) {
    if (says_nothing_[at]) continue;
    evidence_.Add(reader_.raw(at), static_cast<int>(at) == visits);
  }
}

uint32_t TableScan::NameOfRow() {
  ColumnRole role = plan_->name_role();
  uint8_t group = 0;
  // Where there is no campaign type, the campaign is asked about.
  if (role == ColumnRole::kCampaignType &&
      Value(role).find_first_not_of("- ") == std::string_view::npos &&
      !Value(ColumnRole::kCampaign).empty()) {
    role = ColumnRole::kCampaign;
    group = kCampaignGroup;
  }
  const auto at = static_cast<size_t>(plan_->column(role));
  if (at < reader_.kept() && reader_.field(at).has_doubled_quotes) {
    return table_.names.AddCopy(reader_.Text(at), group);
  }
  return table_.names.Add(Value(role), group);
}

uint16_t TableScan::PeriodOfRow() {
  const bool compares = plan_->has(ColumnRole::kDateRange);
  if (!compares && !plan_->has(ColumnRole::kRangeStart)) return 0;
  const std::string_view start =
      Value(compares ? ColumnRole::kDateRange : ColumnRole::kRangeStart);
  const std::string_view end =
      compares ? std::string_view() : Value(ColumnRole::kRangeEnd);
  // Mostly that of the row before.
  for (size_t i = periods_.size(); i-- > 0;) {
    if (periods_[i].start_text == start && periods_[i].end_text == end) {
      return static_cast<uint16_t>(i);
    }
  }
  Period period = FindPeriod(start);
  if (!compares) period.end = FindPeriod(end).end;
  if (periods_.size() >= kMaxPeriods) {
    // No comparison of periods, but the days of a year.
    Period& last = periods_.back().period;
    last = {std::min(last.start, period.start), std::max(last.end, period.end)};
    return static_cast<uint16_t>(periods_.size() - 1);
  }
  periods_.push_back({start, end, period});
  return static_cast<uint16_t>(periods_.size() - 1);
}

// A name with a delimiter in it, without quotes, moves all that follows.
bool TableScan::HasFieldsOfHeader() const {
  for (size_t at = plan_->headers.size(); at < reader_.kept(); ++at) {
    if (!Trimmed(reader_.raw(at)).empty()) return false;
  }
  return reader_.count() > 1 && reader_.count() <= RecordReader::kMaxFields;
}

void TableScan::ReadRow() {
  if (!plan_->score) return;
  if (auto label = TotalLabel()) {
    AddTotal(std::move(*label));
    return;
  }
  ImportedRow& row = table_.rows.Add();
  row.line = reader_.line();
  if (!HasFieldsOfHeader()) {
    row.cell = kOtherFields;
    return;
  }
  PackMeasures(row);
  CollectEvidence();
  row.name = NameOfRow();
  row.period = PeriodOfRow();
  const std::string_view currency = Value(ColumnRole::kCurrency);
  if (!currency.empty() && currencies_.size() < UINT16_MAX) {
    row.currency = static_cast<uint16_t>(currencies_.Add(currency));
  }
}

char TableScan::Decimal() const {
  return evidence_.Decimal(plan_->german > 0 ? ',' : '.');
}

}  // namespace sextant
