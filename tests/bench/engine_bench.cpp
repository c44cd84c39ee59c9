// The time of one Evaluate of six cells, and of simulating 120 months of
// flywheel and funnel for it.
//
// Prints one JSON line each: {"name": "evaluate", "nanoseconds": …}, the
// fastest of several rounds, because other load can only slow it down.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>

#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"

namespace sextant {
namespace {

constexpr int kRounds = 25;

double EvaluateOnce(const Scenario& scenario) {
  return Evaluate(scenario).total.revenue;
}

double TurnOnce(const Scenario& scenario) {
  return SimulateFlywheel(scenario, Evaluate(scenario))
      .flywheel()
      .back()
      .revenue;
}

struct Measured {
  const char* name;
  double (*call)(const Scenario&);
  int calls_per_round;
};
constexpr Measured kMeasured[] = {
    {"evaluate", EvaluateOnce, 20000},
    {"flywheel", TurnOnce, 1000},
};

// Every call gets a different number, as during the drag of a slider.
double RoundNanoseconds(const Measured& measured, Scenario& scenario,
                        double& sink) {
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < measured.calls_per_round; ++i) {
    scenario.cells[1].visits = 15000 + (i & 1023);
    sink += measured.call(scenario);
  }
  const std::chrono::duration<double, std::nano> elapsed =
      std::chrono::steady_clock::now() - start;
  return elapsed.count() / measured.calls_per_round;
}

int Run() {
  Scenario scenario = DefaultScenario();
  scenario.flywheel.months = kMaxMonths;
  double sink = 0;
  for (const Measured& measured : kMeasured) {
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kRounds; ++i) {
      fastest = std::min(fastest, RoundNanoseconds(measured, scenario, sink));
    }
    std::printf("{\"name\": \"%s\", \"nanoseconds\": %.1f}\n", measured.name,
                fastest);
  }
  return sink > 0 ? 0 : 1;
}

}  // namespace
}  // namespace sextant

int main() { return sextant::Run(); }
