// Scenarios with the reports that the plain-JavaScript reference has for them
// (generate.mjs), and links that have been given away and decode for ever.
//
// The same program runs natively and as WebAssembly, and tests/api does the
// same with the published module: to the last bit all three agree.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/evaluate.h"
#include "engine/fields.h"
#include "engine/validation.h"
#include "exchange/double_bits.h"
#include "exchange/link.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"

namespace sextant {
namespace {

constexpr double kTolerance = 1e-12;

std::string ReadFile(const std::string& name) {
  std::ifstream file(std::string(SEXTANT_GOLDEN_DIR "/") + name);
  EXPECT_TRUE(file) << name;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Every value of a JSON text by its path, as it is written: "[0].name" →
// "\"tiny values\"". For well-formed texts of our own; it does not share
// anything with the reader under test.
class Values {
 public:
  explicit Values(const std::string& json) : json_(json) { Walk(""); }

  // Its text, or nothing when there is no such value.
  std::string_view operator[](const std::string& path) const {
    const auto found = values_.find(path);
    return found == values_.end() ? std::string_view() : found->second;
  }

  // Those without values in them, of which the path starts with `prefix`; by
  // the rest of the path.
  std::map<std::string, std::string_view> Leaves(
      const std::string& prefix) const {
    std::map<std::string, std::string_view> leaves;
    for (const auto& [path, text] : values_) {
      if (path.compare(0, prefix.size(), prefix) != 0) continue;
      if (text[0] == '{' || text[0] == '[') continue;
      leaves[path.substr(prefix.size())] = text;
    }
    return leaves;
  }

 private:
  char Peek() {
    position_ = json_.find_first_not_of(" \n", position_);
    return json_.at(position_);
  }

  bool Take(char expected) {
    if (Peek() != expected) return false;
    ++position_;
    return true;
  }

  std::string TakeText() {
    const size_t start = ++position_;
    while (json_.at(position_) != '"') {
      position_ += json_[position_] == '\\' ? 2 : 1;
    }
    return json_.substr(start, position_++ - start);
  }

  void Walk(const std::string& path) {
    const char first = Peek();
    const size_t start = position_;
    if (first == '"') {
      TakeText();
    } else if (first == '{' || first == '[') {
      WalkEntries(path, first);
    } else {
      position_ = json_.find_first_of(",]} \n", position_);
    }
    values_[path] = std::string_view(json_).substr(start, position_ - start);
  }

  void WalkEntries(const std::string& path, char open) {
    const char close = open == '{' ? '}' : ']';
    ++position_;
    for (int i = 0; !Take(close); ++i) {
      if (i > 0) Take(',');
      if (open == '[') {
        Walk(path + '[' + std::to_string(i) + ']');
      } else {
        Peek();
        const std::string key = TakeText();
        Take(':');
        Walk(path + '.' + key);
      }
    }
  }

  const std::string& json_;
  size_t position_ = 0;
  std::map<std::string, std::string_view> values_;
};

struct Golden {
  std::string name;
  std::string scenario;
  std::map<std::string, std::string_view> report;
};

const std::vector<Golden>& Goldens() {
  static const std::string json = ReadFile("scenarios.json");
  static const std::vector<Golden> goldens = [] {
    const Values values(json);
    std::vector<Golden> result;
    for (;;) {
      const std::string path = '[' + std::to_string(result.size()) + ']';
      const std::string_view name = values[path + ".name"];
      if (name.empty()) return result;
      result.push_back({std::string(name.substr(1, name.size() - 2)),
                        std::string(values[path + ".scenario"]),
                        values.Leaves(path + ".report")});
    }
  }();
  return goldens;
}

bool IsNumber(std::string_view text) {
  return text[0] == '-' || (text[0] >= '0' && text[0] <= '9');
}

double ToNumber(std::string_view text) {
  return std::strtod(std::string(text).c_str(), nullptr);
}

bool IsAsExpected(std::string_view actual, std::string_view expected) {
  if (!IsNumber(actual) || !IsNumber(expected)) return actual == expected;
  const double a = ToNumber(actual);
  const double b = ToNumber(expected);
  return std::abs(a - b) <= kTolerance * std::max(std::abs(a), std::abs(b));
}

// FNV-1a.
class Hash {
 public:
  void Add(uint8_t byte) { hash_ = (hash_ ^ byte) * 0x100000001B3; }

  std::string text() const {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) {
      text += "0123456789abcdef"[hash_ >> shift & 0xF];
    }
    return text;
  }

 private:
  uint64_t hash_ = 0xCBF29CE484222325;
};

// Over the bytes of the numbers, the lowest first.
std::string HashOf(const double* values, size_t count) {
  Hash hash;
  for (size_t i = 0; i < count; ++i) {
    // Which of the many NaNs stands for "undefined" is of no interest.
    const uint64_t bits =
        std::isnan(values[i]) ? 0x7FF8000000000000 : BitsOf(values[i]);
    for (int byte = 0; byte < 8; ++byte) {
      hash.Add(static_cast<uint8_t>(bits >> 8 * byte));
    }
  }
  return hash.text();
}

// createRandom of tests/api/engine.mjs (mulberry32).
class SharedRandom {
 public:
  uint32_t Next() {
    state_ += 0x6D2B79F5;
    uint32_t t = (state_ ^ state_ >> 15) * (1 | state_);
    t = (t + (t ^ t >> 7) * (61 | t)) ^ t;
    return t ^ t >> 14;
  }

 private:
  uint32_t state_ = 1;
};

// Numbers of all sizes and lengths; tests/api/links.test.mjs makes the same.
double UnusualNumber(SharedRandom& random, double maximum) {
  const uint32_t high = random.Next();
  const uint32_t low = random.Next();
  double value = 0;
  switch (low % 4) {
    case 0:
      value = DoubleOf(static_cast<uint64_t>(high >> 1) << 32 | low);
      break;
    case 1:
      value = high % 1000000 / 1e4;
      break;
    case 2:
      value = DoubleOf(static_cast<uint64_t>(high >> 1) << 32);
      break;
    default:
      value = high * maximum / 4294967296.0;
  }
  return value >= 0 && value <= maximum ? value : 1 / (high + 1.0);
}

TEST(Golden, ThereAreEnoughScenarios) { EXPECT_GE(Goldens().size(), 12u); }

TEST(Golden, ReportsAreThoseOfTheReference) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario) << scenario.error().field;
    const std::string report =
        WriteReport(scenario.value(), Evaluate(scenario.value()));
    const Values values(report);
    const auto actual = values.Leaves("");
    ASSERT_GT(golden.report.size(), 70u);
    for (const auto& [path, expected] : golden.report) {
      const auto found = actual.find(path);
      ASSERT_NE(found, actual.end()) << path;
      EXPECT_TRUE(IsAsExpected(found->second, expected))
          << path << " is " << found->second << ", not " << expected;
    }
    EXPECT_EQ(actual.size(), golden.report.size());
  }
}

TEST(Golden, ScenariosAreWrittenInFullAndReadBack) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario);
    const std::string written = WriteScenario(scenario.value());
    const Values actual(written);
    const Values expected(golden.scenario);
    EXPECT_EQ(actual.Leaves(""), expected.Leaves(""));
    ASSERT_TRUE(ReadScenario(written));
    EXPECT_EQ(ReadScenario(written).value(), scenario.value());
  }
}

// native_bits.json has one hash per scenario. Where the arithmetic of the model
// is changed on purpose, the text that this expects in vain is the new file.
TEST(Golden, NumbersAreTheSameOnEveryPlatformToTheLastBit) {
  std::string hashes;
  for (const Golden& golden : Goldens()) {
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario);
    double values[kMaxReportValues];
    const size_t count = FlattenReport(Evaluate(scenario.value()), values);
    hashes += hashes.empty() ? "{\n" : ",\n";
    hashes += "  \"" + golden.name + "\": \"" + HashOf(values, count) + '"';
  }
  EXPECT_EQ(ReadFile("native_bits.json"), hashes + "\n}\n");
}

TEST(Golden, ScenariosSurviveLinks) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario);
    const Result<Scenario> decoded = DecodeLink(EncodeLink(scenario.value()));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(WriteScenario(decoded.value()), WriteScenario(scenario.value()));
  }
}

// The modules ask JavaScript for decimals, and these programs work them out:
// the links are the same, as the one hash in link_numbers.txt says.
TEST(Golden, UnusualNumbersAreSpelledTheSameOnEveryPlatform) {
  SharedRandom random;
  Hash hash;
  for (int i = 0; i < 300; ++i) {
    Scenario scenario = EmptyScenario();
    for (Cell& cell : scenario.cells) {
      for (const CellField& field : CellFields()) {
        cell.*field.member = UnusualNumber(random, field.maximum);
      }
    }
    for (const char c : EncodeLink(scenario) + '\n') {
      hash.Add(static_cast<uint8_t>(c));
    }
  }
  EXPECT_EQ(ReadFile("link_numbers.txt"), hash.text() + '\n');
}

}  // namespace
}  // namespace sextant
