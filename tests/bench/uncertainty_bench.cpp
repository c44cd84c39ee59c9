// The time from a move of a slider to new percentiles, in 16,384 trials,
// natively: the numbers of a scenario that is known, the trials, percentiles
// and histograms of four metrics, chances and drivers.
// tests/bench/uncertainty_bench.mjs does the same in the module of tools.
//
// Prints JSON lines of {name, nanoseconds}, the median of several rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "engine/decisions/uncertainty.h"
#include "engine/model/presets.h"

namespace sextant {
namespace {

constexpr int kRounds = 15;
constexpr int kMovesPerRound = 40;

double Ask(UncertaintyModel& model, const Scenario& scenario) {
  model.Update(scenario);
  double sum = model.ChanceOfLoss() + model.ChanceOfTarget(1e6);
  for (size_t i = 0; i < kOutcomeCount; ++i) {
    sum += model.Distribute(static_cast<Outcome>(i)).p5().value_or(0);
  }
  return sum + static_cast<double>(model.FindDrivers().size());
}

// Each of the four sliders of a cell in turn.
void Move(Scenario& scenario, int step) {
  Cell& cell = scenario.cells[1];
  const double factor = 1 + (step & 15) * 0.01;
  cell.visits = step % 4 == 0 ? 15000 * factor : 15000;
  cell.conversion_rate = step % 4 == 1 ? 0.0229 * factor : 0.0229;
  cell.order_value = step % 4 == 2 ? 1180 * factor : 1180;
  cell.cost_per_click = step % 4 == 3 ? 8 * factor : 8;
}

int Measure(const char* name, Scenario scenario) {
  std::vector<double> memory(UncertaintyModel::MemoryFor(kDefaultTrials));
  UncertaintyModel model(1, kDefaultTrials, memory.data());
  double sink = Ask(model, scenario);
  std::vector<double> rounds;
  for (int round = 0; round < kRounds; ++round) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < kMovesPerRound; ++i) {
      Move(scenario, i);
      sink += Ask(model, scenario);
    }
    rounds.push_back(static_cast<double>(std::clock() - start) /
                     CLOCKS_PER_SEC * 1e9 / kMovesPerRound);
  }
  std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
  std::printf("{\"name\": \"%s\", \"nanoseconds\": %.1f}\n", name,
              rounds[kRounds / 2]);
  return sink != 0 ? 0 : 1;
}

// Eight media like the first three.
Scenario SixteenCells() {
  Scenario scenario = DefaultScenario();
  for (char letter = 'a'; scenario.media.size() < kMaxMedia; ++letter) {
    const size_t next = scenario.cells.size() % 6;
    const char id[] = {letter, 0};
    scenario.media.emplace_back().id = id;
    for (size_t kind = 0; kind < kKindCount; ++kind) {
      const Cell cell = scenario.cells[next + kind];
      scenario.cells.push_back(cell);
    }
  }
  return scenario;
}

}  // namespace
}  // namespace sextant

int main() {
  return sextant::Measure("uncertainty", sextant::DefaultScenario()) +
         sextant::Measure("uncertainty16", sextant::SixteenCells());
}
