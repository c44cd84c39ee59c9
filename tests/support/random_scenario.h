// Valid scenarios of every shape, the same in every run.
#ifndef SEXTANT_TESTS_SUPPORT_RANDOM_SCENARIO_H_
#define SEXTANT_TESTS_SUPPORT_RANDOM_SCENARIO_H_

#include <cmath>
#include <cstdint>
#include <string>

#include "base/double_bits.h"
#include "base/utf8.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/scenario.h"
#include "engine/model/validation.h"

namespace sextant {

// SplitMix64, because the standard library's distributions differ between
// platforms.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  int Below(int limit) {
    return static_cast<int>(Next() % static_cast<uint64_t>(limit));
  }
  bool OneIn(int count) { return Below(count) == 0; }
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1p-53; }

 private:
  uint64_t state_;
};

// Within the bounds of the field; sometimes a bound, the default, a number that
// a person would type, or one with an unusual exponent.
inline double RandomValue(const FieldDefinition& field, Random& random) {
  if (field.unit == Unit::kMonths) {
    return field.minimum + random.Below(static_cast<int>(field.maximum));
  }
  const double size = field.maximum - field.minimum;
  switch (random.Below(8)) {
    case 0:
      return field.minimum;
    case 1:
      return field.maximum;
    case 2:
      return field.default_value;
    case 3:
      return SliderValue(field, random.Unit());
    case 4: {
      const double any = DoubleOf(random.Next() >> 1);
      return any >= field.minimum && any <= field.maximum ? any : 0.1;
    }
    case 5:
      return field.minimum + size * random.Unit() * random.Unit();
    default:
      return field.minimum +
             size * std::pow(random.Unit(), 1 + random.Below(20));
  }
}

inline std::string RandomText(int maximum_length, Random& random) {
  constexpr struct {
    int32_t first;
    int32_t last;
  } kBlocks[] = {{0x20, 0x7E},     {'a', 'z'},         {0x4E00, 0x9FFF},
                 {0x3000, 0x30FF}, {0xFF00, 0xFFEF},   {0xA1, 0x17F},
                 {0x2010, 0x2027}, {0x20000, 0x2A6DF}, {0x1F300, 0x1F6FF},
                 {0xAC00, 0xD7A3}, {0xE000, 0x10FFFF}};
  std::string text;
  const int length = random.OneIn(4) ? 0 : random.Below(maximum_length + 1);
  int block = 0;
  for (int i = 0; i < length; ++i) {
    if (random.OneIn(3)) block = random.Below(std::size(kBlocks));
    const auto [first, last] = kBlocks[block];
    AppendCodePoint(text, first + random.Below(last - first + 1));
  }
  return text;
}

inline std::string RandomMediumId(Random& random) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  // Names that have another meaning inside a link.
  constexpr const char* kTraps[] = {
      "media",   "text",   "margin",    "target",    "social",
      "e",       "paid",   "retention", "promoter",  "flywheel",
      "assists", "months", "ranges",    "elasticity"};
  if (random.OneIn(4)) return kTraps[random.Below(std::size(kTraps))];
  std::string id(1, kLetters[static_cast<size_t>(random.Below(26))]);
  for (int i = random.Below(kMaxMediumIdLength); i > 0; --i) {
    id += kLetters[static_cast<size_t>(random.Below(37))];
  }
  return id;
}

inline Scenario RandomScenario(Random& random) {
  Scenario scenario = DefaultScenario();
  if (random.OneIn(2)) scenario.title = RandomText(kMaxTitleLength, random);
  if (random.OneIn(4)) scenario.currency = "USD";
  if (random.OneIn(2)) {
    scenario.media.clear();
    const int count = 1 + random.Below(kMaxMedia);
    while (static_cast<int>(scenario.media.size()) < count) {
      scenario.media.push_back({RandomMediumId(random), ""});
      if (CheckMedia(scenario.media)) scenario.media.pop_back();
    }
    scenario.cells.assign(scenario.media.size() * kKindCount, Cell{});
  }
  if (random.OneIn(2)) {
    for (Medium& medium : scenario.media) {
      medium.label = RandomText(kMaxLabelLength, random);
    }
  }
  const int density = 1 + random.Below(4);
  for (Cell& cell : scenario.cells) {
    for (const CellField& field : CellFields()) {
      if (random.OneIn(density)) {
        cell.*field.member = RandomValue(field, random);
      }
    }
  }
  for (const ScenarioField& field : ScenarioFields()) {
    if (random.OneIn(3)) SetField(scenario, field, RandomValue(field, random));
  }
  NormaliseShares(scenario.flywheel);
  if (random.OneIn(2)) scenario.thresholds.mode = Thresholds::Mode::kTarget;
  return scenario;
}

// Fills the lists (engine/model/lists.h), each with some rows.
inline void AddRandomRows(Scenario& scenario, Random& random) {
  for (Cell& cell : scenario.cells) {
    const auto maybe = [&](double most) {
      return random.OneIn(3) ? OptionalNumber(most * random.Unit())
                             : OptionalNumber();
    };
    cell.visits_range = maybe(9);
    cell.conversion_rate_range = maybe(1);
    cell.order_value_range = maybe(0.5);
    cell.cost_per_click_range = random.OneIn(4) ? 0 : maybe(9);
    if (random.OneIn(3)) cell.elasticity = 1e-4 + 0.999 * random.Unit();
  }
  for (MonthFactors& factors : scenario.season.months) {
    if (random.OneIn(2)) factors.visits = 100 * random.Unit();
    if (random.OneIn(3)) factors.cost_per_click = 3 * random.Unit();
    if (random.OneIn(4)) factors.conversion_rate = 0;
  }
  const auto count = static_cast<int>(scenario.cells.size());
  for (int to = 0; to < count; ++to) {
    for (int from = 0; from < count; ++from) {
      if (from == to || !random.OneIn(3) ||
          scenario.assists.size() == kMaxAssists) {
        continue;
      }
      scenario.assists.push_back({from, to, random.Unit() / count});
    }
  }
}

// Equal to the last bit. Unlike operator==, tells 0 from −0.
inline bool HasSameBits(const Scenario& a, const Scenario& b) {
  if (!(a == b)) return false;
  for (size_t i = 0; i < a.cells.size(); ++i) {
    for (const CellField& field : CellFields()) {
      if (BitsOf(a.cells[i].*field.member) !=
          BitsOf(b.cells[i].*field.member)) {
        return false;
      }
    }
  }
  for (const ScenarioField& field : ScenarioFields()) {
    if (BitsOf(GetField(a, field)) != BitsOf(GetField(b, field))) return false;
  }
  return true;
}

}  // namespace sextant

#endif  // SEXTANT_TESTS_SUPPORT_RANDOM_SCENARIO_H_
