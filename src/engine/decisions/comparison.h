// Why one scenario earns more than another (DOMAIN.md, section 10).
#ifndef SEXTANT_ENGINE_DECISIONS_COMPARISON_H_
#define SEXTANT_ENGINE_DECISIONS_COMPARISON_H_

#include <string>
#include <vector>

#include "base/optional_number.h"
#include "engine/model/scenario.h"

namespace sextant {

enum class Factor {
  kVisits,
  kConversionRate,
  kOrderValue,
  kCostPerClick,
  kFixedCost,
  kGrossMargin,
};
inline constexpr int kFactorCount = 6;
inline constexpr int kRevenueFactorCount = 3;  // the first of them
inline constexpr const char* kFactorIds[] = {"visits",     "conversionRate",
                                             "orderValue", "costPerClick",
                                             "fixedCost",  "grossMargin"};

struct Cause {
  std::string cell;  // its id; empty for the gross margin
  Factor factor = Factor::kVisits;
  double change = 0;  // money, not 0
};

// An input that differs.
struct ChangedInput {
  std::string id;
  OptionalNumber a;  // empty where the scenario does not set it
  OptionalNumber b;
};

struct Comparison {
  // They sum to revenue_change, and to profit_change.
  std::vector<Cause> revenue_causes;
  std::vector<Cause> profit_causes;
  double revenue_change = 0;  // b − a
  double profit_change = 0;
  double factors[kRevenueFactorCount] = {};  // sums of revenue_causes
  std::vector<ChangedInput> changed;
};

// Both are valid. Cells are matched by id; a cell that one scenario does not
// have is all zero there.
//
// The split is LMDI-I, Ang, Energy Policy 32 (2004): of revenue = Π x, the
// factor x has the part L(b, a) · ln(x_b / x_a), with the logarithmic mean
// L(a, b) = (a − b)/(ln a − ln b). Of a cell that has revenue in only one of
// the scenarios, the factors that are 0 in the other have equal parts.
Comparison Compare(const Scenario& a, const Scenario& b);

// ln(b / a), a and b > 0: to the last bits even if a ≈ b.
double LogRatio(double b, double a);

// (a − b)/(ln a − ln b), and a if a = b. Both > 0.
double LogarithmicMean(double a, double b);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_COMPARISON_H_
