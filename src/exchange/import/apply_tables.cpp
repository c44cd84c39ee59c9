#include "exchange/import/apply_tables.h"

#include <array>
#include <cmath>

#include "engine/model/fields.h"
#include "exchange/import/exact_sum.h"

namespace sextant {
namespace {

bool IsKnown(double value) { return !std::isnan(value); }

// What all tables together state about one cell.
struct CellFacts {
  bool has_traffic = false;  // a table of traffic has the cell
  bool revenue_is_zero = false;
  int table = -1;  // of the orders
  double visits = kUnknown;
  double orders = kUnknown;
  double revenue = kUnknown;
  // Of all tables of ads, whether the cell has traffic or not.
  std::array<ExactSum, kMeasureCount> ads;
};

double At(const NamedMeasures& cell, Measure measure) {
  return cell.values[static_cast<size_t>(measure)];
}

class Application {
 public:
  Application(const Scenario& scenario, std::span<const AppliedTable> tables,
              const Agreements& agreements)
      : before_(scenario), tables_(tables), agreements_(agreements) {
    applied_.scenario = scenario;
  }

  Applied Run() {
    // Tables of traffic first: they decide what ads are asked for.
    for (const bool traffic : {true, false}) {
      for (size_t i = 0; i < tables_.size(); ++i) {
        if (IsTraffic(tables_[i]) == traffic) Collect(static_cast<int>(i));
      }
    }
    CompareClaims();
    for (size_t i = 0; i < before_.cells.size(); ++i) Apply(i);
    ListChanges();
    return std::move(applied_);
  }

 private:
  static bool IsTraffic(const AppliedTable& table) {
    return table.kind == ExportKind::kGa4 || table.kind == ExportKind::kTable;
  }

  void Collect(int number);
  void CollectCell(int number, const NamedMeasures& stated, bool with_money);
  void CompareClaims();
  void Apply(size_t cell);
  void ApplyOrders(size_t cell);
  void ApplyCost(size_t cell);
  void Set(size_t cell, const char* field, double value);
  void ListChanges();
  ApplyWarning& Warn(const char* code, TextId message, int table = -1,
                     std::string cell = {});

  const Scenario& before_;
  std::span<const AppliedTable> tables_;
  const Agreements& agreements_;
  Applied applied_;
  std::array<CellFacts, kMaxCells> facts_;
};

ApplyWarning& Application::Warn(const char* code, TextId message, int table,
                                std::string cell) {
  applied_.warnings.push_back({code, message, {}, table, std::move(cell), {}});
  return applied_.warnings.back();
}

void Application::Collect(int number) {
  const AppliedTable& table = tables_[static_cast<size_t>(number)];
  if (table.asked_rows) {
    Warn("askedRows", TextId::kImportAskedRows, number).values.count =
        table.asked_rows;
  }
  if (table.has_unreadable_rows &&
      !agreements_.to(Agreement::kUnreadableRows)) {
    Warn("unreadableRows", TextId::kImportAgreeUnreadable, number);
    return;
  }
  bool states_money = false;
  for (const NamedMeasures& cell : table.cells) {
    states_money = states_money || IsKnown(At(cell, Measure::kRevenue)) ||
                   IsKnown(At(cell, Measure::kCost));
  }
  const bool other_currency =
      !table.currency.empty() && table.currency != before_.currency.view();
  const bool with_money =
      !other_currency || agreements_.to(Agreement::kOtherCurrency);
  if (states_money && !with_money) {
    NoteValues& values =
        Warn("otherCurrency", TextId::kImportAgreeCurrency, number).values;
    values.text = table.currency;
    values.other = before_.currency.str();
  }
  for (const NamedMeasures& cell : table.cells) {
    CollectCell(number, cell, with_money);
  }
}

void Application::CollectCell(int number, const NamedMeasures& stated,
                              bool with_money) {
  const AppliedTable& table = tables_[static_cast<size_t>(number)];
  const int cell = FindCell(before_, stated.name);
  if (cell < 0) {
    Warn("unknownCell", TextId::kImportUnknownCell, number, stated.name)
        .values.text = stated.name;
    return;
  }
  CellFacts& facts = facts_[static_cast<size_t>(cell)];
  const double revenue = with_money ? At(stated, Measure::kRevenue) : kUnknown;
  const double cost = with_money ? At(stated, Measure::kCost) : kUnknown;
  facts.ads[static_cast<size_t>(Measure::kCost)].Add(cost);
  if (!IsTraffic(table)) {
    facts.ads[0].Add(At(stated, Measure::kVisits));
    facts.ads[1].Add(At(stated, Measure::kOrders));
    facts.ads[2].Add(revenue);
    if (!facts.has_traffic) {
      facts.table = number;
      facts.revenue_is_zero = table.revenue_is_zero;
    }
    return;
  }
  if (facts.has_traffic) {
    Warn("secondTraffic", TextId::kImportSecondTraffic, number, stated.name)
        .values.text = stated.name;
    return;
  }
  facts.has_traffic = true;
  facts.table = number;
  facts.revenue_is_zero = table.revenue_is_zero;
  facts.visits = At(stated, Measure::kVisits);
  facts.orders = At(stated, Measure::kOrders);
  facts.revenue = revenue;
}

// Of cells for which both speak: what platforms claim is not what the shop has.
void Application::CompareClaims() {
  ExactSum claimed;
  ExactSum had;
  for (const CellFacts& facts : facts_) {
    const double claim = facts.ads[1].value();
    if (!facts.has_traffic || !IsKnown(claim) || !IsKnown(facts.orders)) {
      continue;
    }
    claimed.Add(claim);
    had.Add(facts.orders);
  }
  if (!IsKnown(claimed.value()) || claimed.value() == had.value()) return;
  NoteValues& values = Warn("claimedOrders", TextId::kImportClaims).values;
  values.count = claimed.value();
  values.sum = had.value();
}

// A value that the field does not take leaves it as it was.
void Application::Set(size_t cell, const char* field, double value) {
  const CellField& definition = *FindCellField(field);
  if (!Accepts(definition, value)) {
    Warn("outOfBounds", TextId::kImportOutOfBounds, facts_[cell].table,
         CellId(before_, static_cast<int>(cell)))
        .values.text = CellId(before_, static_cast<int>(cell)) + '/' + field;
    return;
  }
  applied_.scenario.cells[cell].*definition.member = value;
}

void Application::Apply(size_t cell) {
  CellFacts& facts = facts_[cell];
  if (!facts.has_traffic) {
    facts.visits = facts.ads[0].value();
    facts.orders = facts.ads[1].value();
    facts.revenue = facts.ads[2].value();
  }
  if (IsKnown(facts.visits)) Set(cell, "visits", facts.visits);
  ApplyOrders(cell);
  ApplyCost(cell);
}

void Application::ApplyOrders(size_t cell) {
  const CellFacts& facts = facts_[cell];
  if (!IsKnown(facts.orders)) return;
  // Visits that no file states stay as they were.
  const double visits = applied_.scenario.cells[cell].visits;
  if (facts.orders > visits && visits > 0) {
    ApplyWarning& warning =
        Warn("moreOrdersThanVisits", TextId::kImportAgreeMoreOrders,
             facts.table, CellId(before_, static_cast<int>(cell)));
    warning.values = {warning.cell, "", facts.orders, visits};
    for (const auto& row :
         tables_[static_cast<size_t>(facts.table)].more_orders) {
      if (row.cell == warning.cell) warning.lines.push_back(row.line);
    }
  } else if (visits > 0) {
    Set(cell, "conversionRate", facts.orders / visits);
  }
  const bool has_value = IsKnown(facts.revenue) && facts.orders > 0 &&
                         !(facts.revenue_is_zero && facts.revenue == 0);
  if (has_value) Set(cell, "orderValue", facts.revenue / facts.orders);
}

void Application::ApplyCost(size_t cell) {
  const double cost =
      facts_[cell].ads[static_cast<size_t>(Measure::kCost)].value();
  if (!IsKnown(cost)) return;
  const double visits = applied_.scenario.cells[cell].visits;
  if (visits > 0) {
    Set(cell, "costPerClick", cost / visits);
  } else if (agreements_.to(Agreement::kCostWithoutVisits)) {
    Set(cell, "fixedCost", cost);
  } else if (cost != 0) {
    ApplyWarning& warning =
        Warn("costWithoutVisits", TextId::kImportAgreeFixedCost, -1,
             CellId(before_, static_cast<int>(cell)));
    warning.values = {warning.cell, "", cost, 0};
  }
}

void Application::ListChanges() {
  for (size_t i = 0; i < before_.cells.size(); ++i) {
    for (const CellField& field : CellFields()) {
      const double before = before_.cells[i].*field.member;
      const double after = applied_.scenario.cells[i].*field.member;
      if (before == after) continue;
      applied_.changed.push_back(
          {static_cast<int>(i), field.id, before, after});
    }
  }
}

}  // namespace

Applied ApplyTables(const Scenario& scenario,
                    std::span<const AppliedTable> tables,
                    const Agreements& agreements) {
  return Application(scenario, tables, agreements).Run();
}

}  // namespace sextant
