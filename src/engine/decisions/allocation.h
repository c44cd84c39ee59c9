// Where the money of paid cells goes (DOMAIN.md, section 8). Under the stated
// response to spend: a direction, not a forecast.
#ifndef SEXTANT_ENGINE_DECISIONS_ALLOCATION_H_
#define SEXTANT_ENGINE_DECISIONS_ALLOCATION_H_

#include <span>

#include "base/inline_vector.h"
#include "base/optional_number.h"
#include "engine/decisions/best_split.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

struct BeforeAfter {
  double before = 0;
  double after = 0;
};

// Why a cell does not spend what it otherwise would.
enum class Binding {
  kNone,
  kMinimum,
  kMaximum,
  kLocked,
  kFixed,  // without visits or spend, so that it cannot be scaled
};

// Why the best split is today's.
enum class Unchanged {
  kNot,          // it is another one
  kOptimal,      // no other split earns more
  kLocked,       // at most one cell is not locked, and the budget is today's
  kBounds,       // others would earn more, but for bounds
  kOneCell,      // only one cell can be scaled, and the budget is today's
  kNoPaidSpend,  // no cell can be scaled
};

struct CellAllocation {
  int cell = 0;  // position in Scenario::cells
  BeforeAfter spend;
  BeforeAfter visits;
  Ratio average_roas[2];   // before, after; undefined without spend
  Ratio marginal_roas[2];  // elasticity · average
  Binding binding = Binding::kNone;
  // Profit of one more NT$ of room for a cell at a bound or locked, at least
  // 0: the money comes from the cell that uses it worst, or is unspent.
  // Undefined for other cells, and where no money can move or the first NT$
  // earns without limit.
  Ratio worth;
};

struct Allocation {
  double budget = 0;   // variable spend of all paid cells, and what is unspent
  double unspent = 0;  // 0 unless rules allow it
  // Profit of the next NT$: margin · marginal ROAS − 1. 0 while money is
  // unspent; undefined where no cell can spend more.
  Ratio multiplier;
  BeforeAfter profit;   // of the whole scenario
  BeforeAfter revenue;  // of the whole scenario
  Unchanged unchanged = Unchanged::kNot;
  InlineVector<CellAllocation, kMaxMedia> cells;  // every paid one
  Scenario scenario;
};

struct AllocationRules : BudgetRules {
  // Otherwise money that would lose stays unspent.
  bool spend_all = true;
};

// The most profitable split; of splits that earn the same, today's if it is
// one of them. `budget`: money ≥ 0 per period, by default what is spent today.
// kBudgetOutOfReach at "budget" if the rules do not allow it.
Result<Allocation> Allocate(const Scenario& scenario,
                            const AllocationRules& rules,
                            OptionalNumber budget = {});

enum class BudgetTarget {
  kAverageRoas,     // revenue of all paid cells / their variable spend
  kMarginalRoas,    // of the next NT$
  kMarginalProfit,  // margin · marginal ROAS − 1
};

struct BudgetForTarget {
  bool reached = false;
  Allocation allocation;  // of the budget
};

// The largest budget at whose best split the target is still reached. Not
// reached: the budget that comes nearest. `target` is finite.
BudgetForTarget BudgetFor(const Scenario& scenario, const BudgetRules& rules,
                          BudgetTarget kind, double target);

struct NextSpendCell {
  int cell = 0;
  Ratio share;        // of the amount
  double profit = 0;  // that it adds
};
struct NextSpend {
  InlineVector<NextSpendCell, kMaxMedia> cells;  // every paid one
  double profit = 0;                             // that the amount adds
};

// Where an amount > 0 goes best beyond what every cell spends today.
// kBudgetOutOfReach at "amount" if the cells cannot take it.
Result<NextSpend> SpendNext(const Scenario& scenario, double amount);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_ALLOCATION_H_
