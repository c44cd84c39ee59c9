// The time of one call of the engine's evaluate() on six cells, natively: it
// takes the numbers of a scenario that is known, evaluates and writes the
// report's numbers. tests/bench/engine_bench.mjs does the same in the module.
//
// Prints one JSON line: {"name": "evaluate", "nanoseconds": …}, the median of
// several rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/presets.h"
#include "exchange/json_reader.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"

namespace sextant {
namespace {

constexpr int kRounds = 31;
constexpr int kCallsPerRound = 20000;

// What JavaScript makes of a scenario: its text with `#` for every number, and
// the numbers.
struct Compact {
  std::string structure;
  std::vector<double> numbers;
};

Compact Compress(const std::string& json) {
  Compact compact;
  bool quoted = false;
  for (size_t i = 0; i < json.size();) {
    const char c = json[i];
    if (c == '"') quoted = !quoted;
    if (quoted || (c != '-' && (c < '0' || c > '9'))) {
      compact.structure += c;
      ++i;
      continue;
    }
    const size_t end = json.find_first_not_of("+-.0123456789eE", i);
    compact.numbers.push_back(NearestDouble(json.substr(i, end - i)));
    compact.structure += '#';
    i = end;
  }
  return compact;
}

int Run() {
  const Scenario scenario = DefaultScenario();
  Compact compact = Compress(WriteScenario(scenario));
  const auto changed = std::find(compact.numbers.begin(), compact.numbers.end(),
                                 scenario.cells[1].visits);
  ScenarioReader reader;
  JsonReader json(compact.structure, compact.numbers);
  if (reader.Read(json)) return 1;

  static double values[kMaxReportValues];
  double sink = 0;
  std::vector<double> rounds;
  for (int round = 0; round < kRounds; ++round) {
    const std::clock_t start = std::clock();
    for (int i = 0; i < kCallsPerRound; ++i) {
      *changed = 15000 + (i & 1023);
      if (!reader.ReadNumbers(compact.numbers)) return 1;
      FlattenReport(Evaluate(reader.scenario()), values);
      sink += values[8];
    }
    rounds.push_back(static_cast<double>(std::clock() - start) /
                     CLOCKS_PER_SEC * 1e9 / kCallsPerRound);
  }
  std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
  std::printf("{\"name\": \"evaluate\", \"nanoseconds\": %.1f}\n",
              rounds[kRounds / 2]);
  return sink > 0 ? 0 : 1;
}

}  // namespace
}  // namespace sextant

int main() { return sextant::Run(); }
