#include "engine/decisions/uncertainty.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/exponential.h"
#include "base/normal.h"
#include "base/quick_exponential.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

constexpr size_t kRate = 1;  // among kUncertainFields

// The standard deviation of the logarithm, or of the log-odds; 0: certain.
double Sigma(const UncertainField& field, double value, double range) {
  if (value == 0 || range == 0) return 0;
  if (field.value != &Cell::conversion_rate) {
    return Log(1 + range) / kNormalP90;
  }
  if (value == 1) return 0;
  const double high = value * (1 + range);
  const double middle = (1 + value) / 2;
  // The odds at the 90th percentile against those at the median.
  const double odds = high < middle ? high / value * ((1 - value) / (1 - high))
                                    : middle / value * 2;
  return Log(odds) / kNormalP90;
}

double DefinedOrNan(double quotient) {
  return quotient <= std::numeric_limits<double>::max()
             ? quotient
             : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

size_t UncertaintyModel::MemoryFor(uint32_t trials) {
  const uint32_t rows = trials <= kMaxKeptTrials ? trials : kBlock;
  return trials + kOutcomeCount * trials + ScratchSize(trials) +
         kMaxCells * kColumns * rows;
}

UncertaintyModel::UncertaintyModel(uint32_t seed, uint32_t trials,
                                   double* memory)
    : trials_(trials),
      outcomes_(memory + trials),
      scratch_(outcomes_ + kOutcomeCount * trials),
      columns_(scratch_ + ScratchSize(trials)),
      draws_(seed, trials, memory) {}

double* UncertaintyModel::Column(size_t cell, size_t column,
                                 uint32_t first) const {
  const size_t rows = Keeps() ? trials_ : kBlock;
  return columns_ + (cell * kColumns + column) * rows + (Keeps() ? first : 0);
}

double* UncertaintyModel::OutcomeOf(Outcome outcome) const {
  return outcomes_ + static_cast<size_t>(outcome) * trials_;
}

std::span<const double> UncertaintyModel::Trials(Outcome outcome) const {
  return {OutcomeOf(outcome), trials_};
}

void UncertaintyModel::Note(const Cell& cell, CellState& state) {
  const double general = scenario_.uncertainty.range;
  for (size_t i = 0; i < kUncertainFieldCount; ++i) {
    const UncertainField& field = kUncertainFields[i];
    const double value = cell.*field.value;
    const double sigma =
        Sigma(field, value, (cell.*field.range).value_or(general));
    if (sigma != state.sigmas[i] ||
        (i == kRate && value != state.cell.conversion_rate)) {
      state.has_factors[i] = false;
    }
    state.sigmas[i] = sigma;
    if (!state.has_factors[i]) state.has_sums = false;
  }
  if (!(cell == state.cell)) state.has_sums = false;
  state.cell = cell;
}

void UncertaintyModel::WriteNormals(size_t cell, size_t field, uint32_t first) {
  const double correlation = scenario_.uncertainty.correlation;
  const double common = std::sqrt(correlation);
  const double own = std::sqrt(1 - correlation);
  double common_normals[kBlock];
  double* normals = Column(cell, kNormals + field, first);
  // Each medium is a group: what its cells have in common, then each cell.
  const auto medium = static_cast<uint32_t>(cell / kKindCount);
  const auto kind = static_cast<uint32_t>(cell % kKindCount);
  const auto dimension = static_cast<uint32_t>(field);
  constexpr uint32_t kFields = kUncertainFieldCount;
  static_assert((1 + kKindCount) * kFields == kDrawDimensions);
  draws_.Write(medium, dimension, first, kBlock, common_normals);
  draws_.Write(medium, (1 + kind) * kFields + dimension, first, kBlock,
               normals);
  for (size_t i = 0; i < kBlock; ++i) {
    normals[i] = common * common_normals[i] + own * normals[i];
  }
}

void UncertaintyModel::WriteFactors(size_t cell, size_t field, uint32_t first) {
  const CellState& state = states_[cell];
  const double sigma = state.sigmas[field];
  const double* __restrict normals = Column(cell, kNormals + field, first);
  double* __restrict factors = Column(cell, kFactors + field, first);
  const double rate = state.cell.conversion_rate;
  if (sigma == 0) {
    std::fill_n(factors, kBlock, field == kRate ? rate : 1.0);
  } else if (field == kRate) {
    for (size_t i = 0; i < kBlock; ++i) {
      const double weight = rate * QuickExp(sigma * normals[i]);
      factors[i] = weight / (weight + (1 - rate));
    }
  } else {
    for (size_t i = 0; i < kBlock; ++i) {
      factors[i] = QuickExp(sigma * normals[i]);
    }
  }
}

// As MeasureCell().
void UncertaintyModel::WriteSums(size_t cell, uint32_t first) {
  const auto factors = [&](size_t field) {
    return Column(cell, kFactors + field, first);
  };
  const double* __restrict visits = factors(0);
  const double* __restrict rates = factors(kRate);
  const double* __restrict order_values = factors(2);
  const double* __restrict costs = factors(3);
  double* __restrict orders = Column(cell, kOrders, first);
  double* __restrict revenue = Column(cell, kRevenue, first);
  double* __restrict spend = Column(cell, kSpend, first);
  const Cell& at = states_[cell].cell;
  for (size_t i = 0; i < kBlock; ++i) {
    const double visited = at.visits * visits[i];
    const double ordered = visited * rates[i];
    orders[i] = ordered;
    revenue[i] = ordered * (at.order_value * order_values[i]);
    spend[i] = visited * (at.cost_per_click * costs[i]) + at.fixed_cost;
  }
}

void UncertaintyModel::Refresh(size_t cell, uint32_t first) {
  const CellState& state = states_[cell];
  for (size_t field = 0; field < kUncertainFieldCount; ++field) {
    if (state.sigmas[field] != 0 && !state.has_normals[field]) {
      WriteNormals(cell, field, first);
    }
    if (!state.has_factors[field]) WriteFactors(cell, field, first);
  }
  if (!state.has_sums) WriteSums(cell, first);
}

// As Evaluate() adds the cells up.
void UncertaintyModel::Add(uint32_t first) {
  const double margin = scenario_.gross_margin;
  double total_orders[kBlock] = {};
  double total_spend[kBlock] = {};
  double* __restrict total_revenue = OutcomeOf(Outcome::kRevenue) + first;
  double* __restrict total_profit = OutcomeOf(Outcome::kProfit) + first;
  std::fill_n(total_revenue, kBlock, 0.0);
  std::fill_n(total_profit, kBlock, 0.0);
  for (size_t cell = 0; cell < scenario_.cells.size(); ++cell) {
    const double* __restrict orders = Column(cell, kOrders, first);
    const double* __restrict revenue = Column(cell, kRevenue, first);
    const double* __restrict spend = Column(cell, kSpend, first);
    for (size_t i = 0; i < kBlock; ++i) {
      total_orders[i] += orders[i];
      total_revenue[i] += revenue[i];
      total_spend[i] += spend[i];
      total_profit[i] += margin * revenue[i] - spend[i];
    }
  }
  double* __restrict roas = OutcomeOf(Outcome::kRoas) + first;
  double* __restrict cpa = OutcomeOf(Outcome::kCpa) + first;
  for (size_t i = 0; i < kBlock; ++i) {
    roas[i] = DefinedOrNan(total_revenue[i] / total_spend[i]);
    cpa[i] = DefinedOrNan(total_spend[i] / total_orders[i]);
  }
}

void UncertaintyModel::SetHas(bool has) {
  for (size_t cell = 0; cell < scenario_.cells.size(); ++cell) {
    CellState& state = states_[cell];
    for (size_t field = 0; field < kUncertainFieldCount; ++field) {
      if (state.sigmas[field] != 0) state.has_normals[field] = has;
    }
    state.has_factors.fill(has);
    state.has_sums = has;
  }
}

void UncertaintyModel::Update(const Scenario& scenario) {
  const bool other_correlation =
      scenario.uncertainty.correlation != scenario_.uncertainty.correlation;
  scenario_ = scenario;
  plain_ = Evaluate(scenario).total;
  if (other_correlation) {
    for (CellState& state : states_) state = CellState{};
  }
  for (size_t cell = 0; cell < scenario.cells.size(); ++cell) {
    Note(scenario.cells[cell], states_[cell]);
  }
  for (uint32_t first = 0; first < trials_; first += kBlock) {
    for (size_t cell = 0; cell < scenario.cells.size(); ++cell) {
      Refresh(cell, first);
    }
    Add(first);
  }
  SetHas(Keeps());
}

Distribution UncertaintyModel::Distribute(Outcome outcome) const {
  const Ratio plain[] = {plain_.revenue, plain_.profit, plain_.roas,
                         plain_.cpa};
  return Distribute(Trials(outcome),
                    plain[static_cast<size_t>(outcome)].value_or(0));
}

Distribution UncertaintyModel::Distribute(std::span<const double> values,
                                          double near) const {
  return sextant::Distribute(values, near, scratch_);
}

double UncertaintyModel::ChanceOfTarget(double revenue) const {
  uint32_t count = 0;
  for (const double value : Trials(Outcome::kRevenue)) {
    count += value >= revenue;
  }
  return static_cast<double>(count) / trials_;
}

double UncertaintyModel::ChanceOfLoss() const {
  uint32_t count = 0;
  for (const double value : Trials(Outcome::kProfit)) count += value < 0;
  return static_cast<double>(count) / trials_;
}

// The normal score of each trial's profit. Its place is counted in buckets that
// are finest around the median: trials of one bucket share the score of its
// middle.
const double* UncertaintyModel::ScoreProfit() const {
  constexpr uint32_t kBuckets = 1u << 12;
  const Distribution profit = Distribute(Outcome::kProfit);
  const double middle = *profit.p50();
  double width = *profit.p95() - *profit.p5();
  if (width == 0) width = *profit.maximum - *profit.minimum;
  if (width == 0) return nullptr;
  auto* buckets = reinterpret_cast<uint16_t*>(scratch_ + trials_);
  uint32_t counts[kBuckets] = {};
  const double* trials = OutcomeOf(Outcome::kProfit);
  for (uint32_t i = 0; i < trials_; ++i) {
    const double distance = (trials[i] - middle) / width;
    const double place = distance / (0.25 + std::abs(distance));  // −1..1
    buckets[i] = static_cast<uint16_t>((place + 1) * (kBuckets / 2 - 1));
    ++counts[buckets[i]];
  }
  double scores[kBuckets];
  uint32_t below = 0;
  for (uint32_t bucket = 0; bucket < kBuckets; ++bucket) {
    if (counts[bucket] == 0) continue;
    scores[bucket] = draws_.Normal(below + counts[bucket] / 2);
    below += counts[bucket];
  }
  for (uint32_t i = 0; i < trials_; ++i) scratch_[i] = scores[buckets[i]];
  return scratch_;
}

Drivers UncertaintyModel::FindDrivers() {
  Drivers drivers;
  const double* scores = ScoreProfit();
  if (scores == nullptr) return drivers;
  for (size_t cell = 0; cell < scenario_.cells.size(); ++cell) {
    for (size_t field = 0; field < kUncertainFieldCount; ++field) {
      if (states_[cell].sigmas[field] == 0) continue;
      drivers.push_back({static_cast<int>(cell), &kUncertainFields[field], 0});
    }
  }
  for (uint32_t first = 0; first < trials_; first += kBlock) {
    for (Driver& driver : drivers) {
      const auto cell = static_cast<size_t>(driver.cell);
      const auto field = static_cast<size_t>(driver.field - kUncertainFields);
      if (!Keeps()) WriteNormals(cell, field, first);
      const double* normals = Column(cell, kNormals + field, first);
      double sum = 0;
      for (uint32_t i = 0; i < kBlock; ++i)
        sum += normals[i] * scores[first + i];
      driver.share += sum;
    }
  }
  double total = 0;
  for (Driver& driver : drivers) total += driver.share *= driver.share;
  if (total == 0) return {};
  for (Driver& driver : drivers) driver.share /= total;
  for (size_t end = 1; end < drivers.size(); ++end) {
    for (size_t i = end; i > 0 && drivers[i - 1].share < drivers[i].share;
         --i) {
      std::swap(drivers[i - 1], drivers[i]);
    }
  }
  return drivers;
}

double UncertaintyModel::SetTrial(uint32_t first, uint32_t i,
                                  Scenario& trial) const {
  double orders = 0;
  for (size_t cell = 0; cell < trial.cells.size(); ++cell) {
    for (size_t field = 0; field < kUncertainFieldCount; ++field) {
      const auto member = kUncertainFields[field].value;
      const double factor = Column(cell, kFactors + field, first)[i];
      trial.cells[cell].*member =
          field == kRate ? factor : scenario_.cells[cell].*member * factor;
    }
    orders += Column(cell, kOrders, first)[i];
  }
  const double revenue = OutcomeOf(Outcome::kRevenue)[first + i];
  return Divide(revenue, orders).value_or(0);
}

std::vector<FanMonth> UncertaintyModel::SimulateFan() {
  const auto count = static_cast<size_t>(scenario_.flywheel.months);
  const uint32_t trials = std::min(trials_, kMaxFanTrials);
  std::vector<double> profits(count * trials);
  std::array<FlywheelMonth, kMaxMonths> months;
  Scenario trial = scenario_;
  for (uint32_t first = 0; first < trials; first += kBlock) {
    for (size_t cell = 0; cell < trial.cells.size(); ++cell) {
      Refresh(cell, first);
    }
    for (uint32_t i = 0; i < kBlock; ++i) {
      const double order_value = SetTrial(first, i, trial);
      SimulateMonths(trial, order_value, {months.data(), count});
      for (size_t t = 0; t < count; ++t) {
        profits[t * trials + first + i] = months[t].cumulative_profit;
      }
    }
  }
  std::vector<FanMonth> fan;
  for (size_t t = 0; t < count; ++t) {
    const Distribution found =
        Distribute({profits.data() + t * trials, trials}, 0);
    fan.push_back({*found.p5(), *found.p50(), *found.p95()});
  }
  return fan;
}

}  // namespace sextant
