// Time of one Evaluate of six cells.
//
// Prints one JSON line: {"name": "evaluate", "nanoseconds": …}, the fastest of
// several rounds: what else the machine does only makes it slower.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>

#include "engine/evaluate.h"
#include "engine/presets.h"

namespace sextant {
namespace {

constexpr int kRounds = 25;
constexpr int kCallsPerRound = 20000;

// Every call gets another number, as it would while a slider is dragged.
double RoundNanoseconds(Scenario& scenario, double& sink) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < kCallsPerRound; ++i) {
    scenario.cells[1].visits = 15000 + (i & 1023);
    sink += Evaluate(scenario).total.revenue;
  }
  const std::chrono::duration<double, std::nano> elapsed =
      std::chrono::steady_clock::now() - start;
  return elapsed.count() / kCallsPerRound;
}

int Run() {
  Scenario scenario = DefaultScenario();
  double sink = 0;
  double fastest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < kRounds; ++i) {
    fastest = std::min(fastest, RoundNanoseconds(scenario, sink));
  }
  std::printf("{\"name\": \"evaluate\", \"nanoseconds\": %.1f}\n", fastest);
  return sink > 0 ? 0 : 1;
}

}  // namespace
}  // namespace sextant

int main() { return sextant::Run(); }
