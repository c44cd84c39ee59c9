#include "wasm/tools/budget_call.h"

#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/decisions/allocation.h"
#include "engine/decisions/frontier.h"
#include "exchange/scenario_json.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

constexpr double kLargestBudget = 1e16;
constexpr double kSmallestAmount = 0.01;
constexpr double kLargestTarget = 1e9;
constexpr double kUsualPoints = 20;

// In the order of Binding, Unchanged and BudgetTarget; nullptr is null.
constexpr const char* kBindings[] = {nullptr, "minimum", "maximum", "locked",
                                     "fixed"};
constexpr const char* kReasons[] = {nullptr,  "optimal", "locked",
                                    "bounds", "oneCell", "noPaidSpend"};
constexpr const char* kTargets[] = {"averageRoas", "marginalRoas",
                                    "marginalProfit"};

bool Refuse(JsonReader& options, const Error& error) {
  return options.FailAt(error.field, error.code, error.detail);
}

bool ReadMoney(JsonReader& options, OptionalNumber* money) {
  double number;
  if (!ReadNumberWithin(options, 0, kLargestBudget, &number)) return false;
  *money = number;
  return true;
}

// The position of the paid cell with this id.
bool FindPaidCell(const Scenario& scenario, JsonReader& options,
                  std::string_view id, size_t* position) {
  const int cell = FindCell(scenario, id);
  if (cell < 0) return options.Fail(ErrorCode::kUnknownCell, Truncated(id));
  if (KindOf(cell) != Kind::kPaid) {
    return options.Fail(ErrorCode::kNotPaid, Truncated(id));
  }
  *position = static_cast<size_t>(cell);
  return true;
}

bool ReadCellBounds(JsonReader& options, BudgetRules::Bounds& bounds) {
  const std::string path = options.Path();
  if (!options.BeginObject()) return false;
  std::string_view key;
  while (options.NextMember(&key)) {
    OptionalNumber* bound = key == "minimum"   ? &bounds.minimum
                            : key == "maximum" ? &bounds.maximum
                                               : nullptr;
    if (!bound) return RefuseOption(options, key);
    if (!ReadMoney(options, bound)) return false;
  }
  if (bounds.minimum.value_or(0) > bounds.maximum.value_or(kLargestBudget)) {
    return options.FailAt(path + ".minimum", ErrorCode::kMinimumAboveMaximum);
  }
  return !options.failed();
}

bool ReadBounds(const Scenario& scenario, JsonReader& options,
                BudgetRules& rules) {
  if (!options.BeginObject()) return false;
  std::string_view id;
  size_t cell;
  while (options.NextMember(&id)) {
    if (!FindPaidCell(scenario, options, id, &cell) ||
        !ReadCellBounds(options, rules.bounds[cell])) {
      return false;
    }
  }
  return !options.failed();
}

bool ReadLocked(const Scenario& scenario, JsonReader& options,
                BudgetRules& rules) {
  if (!options.BeginList()) return false;
  std::string_view id;
  size_t cell;
  while (options.NextElement()) {
    if (!options.ReadText(&id) || !FindPaidCell(scenario, options, id, &cell)) {
      return false;
    }
    if (rules.locked[cell]) {
      return options.Fail(ErrorCode::kDuplicate, Truncated(id));
    }
    rules.locked[cell] = true;
  }
  return !options.failed();
}

// An option of every call that has rules.
bool ReadRule(const Scenario& scenario, JsonReader& options,
              std::string_view key, BudgetRules& rules) {
  if (key == "bounds") return ReadBounds(scenario, options, rules);
  if (key == "locked") return ReadLocked(scenario, options, rules);
  return RefuseOption(options, key);
}

JsonWriter& WriteName(JsonWriter& json, std::string_view key,
                      const char* name) {
  json.Key(key);
  return name ? json.Value(name) : json.Null();
}

template <typename T>
void WriteBeforeAfter(JsonWriter& json, std::string_view key, const T& before,
                      const T& after) {
  json.Key(key)
      .BeginObject()
      .Member("before", before)
      .Member("after", after)
      .EndObject();
}

void WriteCell(const Scenario& scenario, const CellAllocation& cell,
               JsonWriter& json) {
  json.BeginObject().Member("id", CellId(scenario, cell.cell));
  WriteBeforeAfter(json, "spend", cell.spend.before, cell.spend.after);
  WriteBeforeAfter(json, "visits", cell.visits.before, cell.visits.after);
  WriteBeforeAfter(json, "averageRoas", cell.average_roas[0],
                   cell.average_roas[1]);
  WriteBeforeAfter(json, "marginalRoas", cell.marginal_roas[0],
                   cell.marginal_roas[1]);
  WriteName(json, "bound", kBindings[static_cast<size_t>(cell.binding)])
      .Member("worth", cell.worth)
      .EndObject();
}

void WriteAllocation(const Allocation& allocation, JsonWriter& json) {
  json.BeginObject()
      .Member("budget", allocation.budget)
      .Member("unspent", allocation.unspent)
      .Member("multiplier", allocation.multiplier);
  WriteBeforeAfter(json, "profit", allocation.profit.before,
                   allocation.profit.after);
  WriteBeforeAfter(json, "revenue", allocation.revenue.before,
                   allocation.revenue.after);
  WriteName(json, "reason",
            kReasons[static_cast<size_t>(allocation.unchanged)]);
  json.Key("cells").BeginArray();
  for (const CellAllocation& cell : allocation.cells) {
    WriteCell(allocation.scenario, cell, json);
  }
  json.EndArray().Key("scenario");
  WriteScenario(allocation.scenario, json);
  json.EndObject();
}

struct Target {
  int count = 0;  // how many are given
  BudgetTarget kind = BudgetTarget::kAverageRoas;
  double value = 0;
};

// Whether the option is a target.
bool FindTarget(std::string_view key, BudgetTarget* kind) {
  for (size_t i = 0; i < std::size(kTargets); ++i) {
    if (key != kTargets[i]) continue;
    *kind = static_cast<BudgetTarget>(i);
    return true;
  }
  return false;
}

bool ReadTarget(JsonReader& options, Target& target) {
  ++target.count;
  const double least = target.kind == BudgetTarget::kMarginalProfit ? -1 : 0;
  return ReadNumberWithin(options, least, kLargestTarget, &target.value);
}

bool ReadPoints(JsonReader& options, double* points) {
  if (!ReadNumberWithin(options, kFewestFrontierPoints, kMostFrontierPoints,
                        points)) {
    return false;
  }
  return *points == std::floor(*points) || options.Fail(ErrorCode::kNotWhole);
}

void WritePoint(const Scenario& scenario, const PaidCells& cells,
                const FrontierPoint& point, JsonWriter& json) {
  json.BeginObject()
      .Member("weight", point.weight)
      .Member("profit", point.profit)
      .Member("effectiveCells", point.effective_cells)
      .Key("spend")
      .BeginArray();
  for (size_t i = 0; i < cells.size(); ++i) {
    json.BeginObject()
        .Member("id", CellId(scenario, cells[i].cell))
        .Member("spend", point.spends[i])
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

bool AllocateCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json) {
  AllocationRules rules;
  OptionalNumber budget;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "budget") return ReadMoney(options, &budget);
    if (key == "spendAll") return options.ReadYesOrNo(&rules.spend_all);
    return ReadRule(scenario, options, key, rules);
  });
  if (!read) return false;
  const auto allocation = Allocate(scenario, rules, budget);
  if (!allocation) return Refuse(options, allocation.error());
  WriteAllocation(allocation.value(), json);
  return true;
}

bool BudgetForCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json) {
  BudgetRules rules;
  Target target;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    return FindTarget(key, &target.kind)
               ? ReadTarget(options, target)
               : ReadRule(scenario, options, key, rules);
  });
  if (!read) return false;
  if (target.count != 1) {
    return options.FailAt({}, ErrorCode::kNotOneOf,
                          "averageRoas, marginalRoas, marginalProfit");
  }
  const BudgetForTarget result =
      BudgetFor(scenario, rules, target.kind, target.value);
  json.BeginObject()
      .Member("reached", result.reached)
      .Member("budget", result.allocation.budget)
      .Key("allocation");
  WriteAllocation(result.allocation, json);
  json.EndObject();
  return true;
}

bool NextSpendCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json) {
  double amount = 1;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    return key == "amount" ? ReadNumberWithin(options, kSmallestAmount,
                                              kLargestBudget, &amount)
                           : RefuseOption(options, key);
  });
  if (!read) return false;
  const auto next = SpendNext(scenario, amount);
  if (!next) return Refuse(options, next.error());
  json.BeginObject().Key("cells").BeginArray();
  for (const NextSpendCell& cell : next.value().cells) {
    json.BeginObject()
        .Member("id", CellId(scenario, cell.cell))
        .Member("share", cell.share)
        .Member("profit", cell.profit)
        .EndObject();
  }
  json.EndArray().Member("profit", next.value().profit).EndObject();
  return true;
}

bool FrontierCall(const Scenario& scenario, JsonReader& options,
                  JsonWriter& json) {
  BudgetRules rules;
  OptionalNumber budget;
  double points = kUsualPoints;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "budget") return ReadMoney(options, &budget);
    if (key == "points") return ReadPoints(options, &points);
    return ReadRule(scenario, options, key, rules);
  });
  if (!read) return false;
  const auto frontier =
      FindFrontier(scenario, rules, budget, static_cast<int>(points));
  if (!frontier) return Refuse(options, frontier.error());
  json.BeginArray();
  for (const FrontierPoint& point : frontier.value().points) {
    WritePoint(scenario, frontier.value().cells, point, json);
  }
  json.EndArray();
  return true;
}

}  // namespace sextant
