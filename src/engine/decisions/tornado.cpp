#include "engine/decisions/tornado.h"

#include <algorithm>
#include <cmath>

#include "base/insertion_sort.h"

namespace sextant {
namespace {

template <typename T>
void SortBySwing(std::vector<T>& items) {
  InsertionSort(items,
                [](const T& a, const T& b) { return a.swing > b.swing; });
}

}  // namespace

Tornado MakeTornado(const Scenario& scenario, DecisionMetric metric,
                    double change) {
  Tornado tornado;
  tornado.base = MeasureMetric(scenario, metric).value;
  for (int team = 0; team < kTeamCount; ++team) {
    tornado.teams.push_back({static_cast<Team>(team), 0});
  }
  for (const Lever& lever : LeversOf(scenario)) {
    Scenario moved = scenario;
    const auto at = [&](double factor) {
      const double value = factor * LeverValue(scenario, lever);
      SetLever(moved, lever,
               std::clamp(value, lever.field().minimum, lever.field().maximum),
               scenario);
      return MeasureMetric(moved, metric).value;
    };
    const OptionalNumber low = at(1 - change);
    const OptionalNumber high = at(1 + change);
    if (!low || !high || *low == *high) continue;
    const double swing = std::abs(*high - *low);
    tornado.bars.push_back({lever, *low, *high, swing});
    tornado.teams[static_cast<size_t>(lever.team)].swing += swing;
  }
  SortBySwing(tornado.bars);
  SortBySwing(tornado.teams);
  return tornado;
}

}  // namespace sextant
