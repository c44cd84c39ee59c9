// What the results could be, given how sure the inputs are (DOMAIN.md, section
// 8): the same trials, evaluated again whenever the scenario changes.
#ifndef SEXTANT_ENGINE_DECISIONS_UNCERTAINTY_H_
#define SEXTANT_ENGINE_DECISIONS_UNCERTAINTY_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/inline_vector.h"
#include "engine/decisions/distribution.h"
#include "engine/decisions/draws.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

inline constexpr uint32_t kMinTrials = 1u << 10;
inline constexpr uint32_t kMaxTrials = 1u << 20;
inline constexpr uint32_t kDefaultTrials = 1u << 14;
// The flywheel is simulated in the first trials only.
inline constexpr uint32_t kMaxFanTrials = 1u << 15;

// The numbers of each trial, with their names in JSON.
enum class Outcome { kRevenue, kProfit, kRoas, kCpa };
inline constexpr const char* kOutcomeIds[] = {"revenue", "profit", "roas",
                                              "cpa"};
inline constexpr size_t kOutcomeCount = std::size(kOutcomeIds);

// The inputs of a cell that can be uncertain.
struct UncertainField {
  const char* id;
  double Cell::*value;
  OptionalNumber Cell::*range;  // unset: Uncertainty::range
};
inline constexpr UncertainField kUncertainFields[] = {
    {"visits", &Cell::visits, &Cell::visits_range},
    {"conversionRate", &Cell::conversion_rate, &Cell::conversion_rate_range},
    {"orderValue", &Cell::order_value, &Cell::order_value_range},
    {"costPerClick", &Cell::cost_per_click, &Cell::cost_per_click_range},
};
inline constexpr size_t kUncertainFieldCount = std::size(kUncertainFields);

// How much of the uncertainty of profit one input explains.
struct Driver {
  int cell = 0;
  const UncertainField* field = nullptr;
  double share = 0;  // of the sum of all squared correlations
};
using Drivers = InlineVector<Driver, kMaxCells * kUncertainFieldCount>;

// The cumulative profit of the flywheel up to a month.
struct FanMonth {
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};

// A range u of an input x means that x·(1 + u) is its 90th percentile. Visits,
// order values and costs per click are lognormal with median x; a conversion
// rate is logit-normal with median x and the 90th percentile at most half-way
// from x to 1. What is 0, and a conversion rate of 1, is certain. Trials are
// not kept within the bounds of the fields. For cells of one medium,
// z = √ρ·z_medium + √(1 − ρ)·z_own, with ρ the correlation; for each field on
// its own.
//
// The trials of a cell are kept (up to kMaxKeptTrials), and only what a change
// touches is calculated again; the results have the same bits as those of a new
// model.
class UncertaintyModel {
 public:
  // Of how many trials the cells' numbers are kept.
  static constexpr uint32_t kMaxKeptTrials = 1u << 15;

  // How many numbers a model of so many trials needs.
  static size_t MemoryFor(uint32_t trials);

  // `trials`: a power of two, kMinTrials..kMaxTrials. `memory`:
  // MemoryFor(trials) numbers that are the model's own.
  UncertaintyModel(uint32_t seed, uint32_t trials, double* memory);

  // The scenario must be valid. What the functions below say is about it.
  void Update(const Scenario& scenario);

  // One for each trial; NaN where undefined.
  std::span<const double> Trials(Outcome outcome) const;
  Distribution Distribute(Outcome outcome) const;
  // `values`: one for each trial.
  Distribution Distribute(std::span<const double> values, double near) const;

  // P(revenue ≥ target) and P(profit < 0).
  double ChanceOfTarget(double revenue) const;
  double ChanceOfLoss() const;

  // The squared rank correlations with profit (of normal scores: van der
  // Waerden's), normalised to sum 1, largest first; equal ones in the order of
  // cells and fields. Only of inputs that are uncertain; none when profit is
  // certain.
  Drivers FindDrivers();

  // For each month of the flywheel, in the first kMaxFanTrials trials.
  std::vector<FanMonth> SimulateFan();

 private:
  static constexpr uint32_t kBlock = kMinTrials;
  // Of each cell: a normal number and the factor that it makes for each field,
  // then orders, revenue and spend. The factor of a conversion rate is the rate
  // itself.
  static constexpr size_t kNormals = 0;
  static constexpr size_t kFactors = kUncertainFieldCount;
  static constexpr size_t kOrders = 2 * kUncertainFieldCount;
  static constexpr size_t kRevenue = kOrders + 1;
  static constexpr size_t kSpend = kOrders + 2;
  static constexpr size_t kColumns = kOrders + 3;

  struct CellState {
    Cell cell;
    std::array<double, kUncertainFieldCount> sigmas{};  // 0: certain
    // What the columns have.
    std::array<bool, kUncertainFieldCount> has_normals{};
    std::array<bool, kUncertainFieldCount> has_factors{};
    bool has_sums = false;
  };

  bool Keeps() const { return trials_ <= kMaxKeptTrials; }
  double* Column(size_t cell, size_t column, uint32_t first) const;
  double* OutcomeOf(Outcome outcome) const;

  void Note(const Cell& cell, CellState& state);
  void Refresh(size_t cell, uint32_t first);
  void WriteNormals(size_t cell, size_t field, uint32_t first);
  void WriteFactors(size_t cell, size_t field, uint32_t first);
  void WriteSums(size_t cell, uint32_t first);
  void Add(uint32_t first);
  void SetHas(bool has);
  // Sets the cells of `trial` to what they are in that trial of the block, and
  // returns its order value.
  double SetTrial(uint32_t first, uint32_t i, Scenario& trial) const;
  const double* ScoreProfit() const;

  uint32_t trials_;
  double* outcomes_;
  double* scratch_;
  double* columns_;
  Draws draws_;
  Scenario scenario_;
  Totals plain_;
  std::array<CellState, kMaxCells> states_;
};

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_UNCERTAINTY_H_
