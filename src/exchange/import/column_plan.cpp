#include "exchange/import/column_plan.h"

#include <algorithm>

#include "exchange/import/names.h"

namespace sextant {
namespace {

constexpr ColumnRole kMeasureRoles[] = {
    ColumnRole::kVisits, ColumnRole::kOrders, ColumnRole::kRevenue,
    ColumnRole::kCost};
// The first that a table has names its rows.
constexpr ColumnRole kNameRoles[] = {
    ColumnRole::kChannel, ColumnRole::kSourceMedium, ColumnRole::kCampaignType,
    ColumnRole::kCampaign};

constexpr uint8_t Bit(ExportKind kind) {
  return static_cast<uint8_t>(1 << static_cast<int>(kind));
}

// Which columns a header has.
class Columns {
 public:
  void Add(ExportColumn column) { bits_ |= uint64_t{1} << Index(column); }
  bool Has(ExportColumn column) const { return bits_ >> Index(column) & 1; }
  // Whether one is there that only exports of this kind have.
  bool HasOnlyOf(ExportKind kind) const {
    for (size_t i = 0; i < std::size(kExportColumns); ++i) {
      if (bits_ >> i & 1 && kExportColumns[i].kinds == Bit(kind)) return true;
    }
    return false;
  }

 private:
  static size_t Index(ExportColumn column) {
    return static_cast<size_t>(column);
  }
  uint64_t bits_ = 0;
};
static_assert(std::size(kExportColumns) <= 64);

ExportKind KindOf(const Columns& columns) {
  if (columns.HasOnlyOf(ExportKind::kGa4)) return ExportKind::kGa4;
  if (columns.HasOnlyOf(ExportKind::kMeta)) return ExportKind::kMeta;
  const bool by_source = columns.Has(ExportColumn::kSourceMedium);
  if (by_source || columns.Has(ExportColumn::kChannel)) {
    return by_source && columns.Has(ExportColumn::kSessions)
               ? ExportKind::kGa4
               : ExportKind::kTable;
  }
  const bool campaigns = columns.Has(ExportColumn::kCampaign) ||
                         columns.Has(ExportColumn::kCampaignName);
  if (columns.HasOnlyOf(ExportKind::kGoogleAds) ||
      (campaigns && (columns.Has(ExportColumn::kCost) ||
                     columns.Has(ExportColumn::kClicks)))) {
    return ExportKind::kGoogleAds;
  }
  return ExportKind::kTable;
}

// What a column gives in an export of this kind.
ColumnRole RoleIn(ExportKind kind, ExportColumn column) {
  // GA4 used to call its key events so.
  if (column == ExportColumn::kConversions &&
      (kind == ExportKind::kGa4 || kind == ExportKind::kTable)) {
    return ColumnRole::kKeyEvents;
  }
  const ExportColumnInfo& info = kExportColumns[static_cast<size_t>(column)];
  return info.kinds & Bit(kind) ? info.role : ColumnRole::kNone;
}

int& Place(ColumnPlan& plan, ColumnRole role) {
  return plan.of_role[static_cast<size_t>(role)];
}

// Takes the column for its role unless another one there ranks before it.
void Offer(ColumnPlan& plan, int at, ExportColumn column,
           std::vector<uint8_t>& ranks) {
  const ColumnRole role = RoleIn(plan.kind, column);
  if (role == ColumnRole::kNone) return;
  if (role == ColumnRole::kOrders) ++plan.purchase_columns;
  const uint8_t rank = kExportColumns[static_cast<size_t>(column)].rank;
  uint8_t& taken = ranks[static_cast<size_t>(role)];
  if (taken && taken <= rank) return;
  taken = rank;
  Place(plan, role) = at;
}

bool IsNameRole(ColumnRole role) {
  return std::find(std::begin(kNameRoles), std::end(kNameRoles), role) !=
         std::end(kNameRoles);
}

void Choose(ColumnPlan& plan, const TableOptions::Choice& choice) {
  const std::string wanted = NameKey(choice.header);
  for (size_t at = 0; at < plan.headers.size(); ++at) {
    const std::string& header = plan.headers[at];
    if (header != choice.header &&
        (wanted.empty() || NameKey(header) != wanted)) {
      continue;
    }
    for (int& taken : plan.of_role) {
      if (taken == static_cast<int>(at)) taken = -1;
    }
    if (choice.role == ColumnRole::kNone) return;
    if (IsNameRole(choice.role)) {
      for (const ColumnRole role : kNameRoles) Place(plan, role) = -1;
    }
    if (choice.role == ColumnRole::kOrders) {
      Place(plan, ColumnRole::kKeyEvents) = -1;
      plan.purchase_columns = 1;
    }
    Place(plan, choice.role) = static_cast<int>(at);
    plan.known += 2;
    return;
  }
}

int ScoreOf(const ColumnPlan& plan) {
  int measures = 0;
  for (const ColumnRole role : kMeasureRoles) measures += plan.has(role);
  if (!measures) return 0;
  const bool of_session = plan.kind == ExportKind::kGa4;
  if (plan.has(ColumnRole::kChannel)) return (of_session ? 40 : 20) + measures;
  if (plan.has(ColumnRole::kSourceMedium)) return 30 + measures;
  const bool campaigns =
      plan.has(ColumnRole::kCampaignType) || plan.has(ColumnRole::kCampaign);
  return campaigns ? 25 + measures : 0;
}

}  // namespace

int ColumnPlan::column(Measure measure) const {
  return column(kMeasureRoles[static_cast<size_t>(measure)]);
}

ColumnRole ColumnPlan::name_role() const {
  for (const ColumnRole role : kNameRoles) {
    if (has(role)) return role;
  }
  return ColumnRole::kNone;
}

ColumnPlan PlanColumns(const RecordReader& header,
                       const TableOptions& options) {
  ColumnPlan plan;
  plan.of_role.fill(-1);
  plan.line = header.line();
  std::vector<HeaderMeaning> meanings;
  Columns columns;
  for (size_t at = 0; at < header.kept(); ++at) {
    plan.headers.push_back(header.Text(at));
    const HeaderMeaning meaning = MeaningOf(plan.headers.back());
    meanings.push_back(meaning);
    if (meaning.language) plan.other_language = meaning.language;
    if (!meaning.column) continue;
    columns.Add(*meaning.column);
    ++plan.known;
    plan.german += meaning.is_german;
  }
  plan.kind = KindOf(columns);
  std::vector<uint8_t> ranks(plan.of_role.size(), 0);
  for (size_t at = 0; at < meanings.size(); ++at) {
    if (!meanings[at].column) continue;
    Offer(plan, static_cast<int>(at), *meanings[at].column, ranks);
  }
  for (const auto& choice : options.choices) Choose(plan, choice);
  if (!plan.has(ColumnRole::kOrders)) {
    Place(plan, ColumnRole::kOrders) = plan.column(ColumnRole::kKeyEvents);
  } else {
    Place(plan, ColumnRole::kKeyEvents) = -1;
  }
  for (const ColumnRole role : {ColumnRole::kCost, ColumnRole::kRevenue}) {
    if (!plan.has(role) || !plan.currency.empty()) continue;
    plan.currency = meanings[static_cast<size_t>(plan.column(role))].currency;
  }
  plan.score = ScoreOf(plan);
  return plan;
}

}  // namespace sextant
