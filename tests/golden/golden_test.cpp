// Scenarios with the results of the plain-JavaScript reference (generate.mjs),
// and links that readers may have saved, which must decode for ever.
//
// This program runs natively and as WebAssembly, and tests/api does the same
// with the published module. All three agree to the last bit.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/double_bits.h"
#include "engine/customers/customer_value.h"
#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/decisions/uncertainty.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/fields.h"
#include "engine/model/validation.h"
#include "exchange/customer_json.h"
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

// Every value of a JSON text by its path, as written: "[0].name" →
// "\"tiny values\"". For our own well-formed texts; shares no code with the
// reader under test.
class Values {
 public:
  explicit Values(const std::string& json) : json_(json) { Walk(""); }

  // The value's text; empty when there is no such value.
  std::string_view operator[](const std::string& path) const {
    const auto found = values_.find(path);
    return found == values_.end() ? std::string_view() : found->second;
  }

  // The values without nested values whose path starts with `prefix`, by the
  // rest of the path.
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

using Leaves = std::map<std::string, std::string_view>;

struct Golden {
  std::string name;
  std::string scenario;
  Leaves report;
  Leaves customer_value;
  Leaves remarketing;
  Leaves flywheel;
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
                        values.Leaves(path + ".report"),
                        values.Leaves(path + ".customerValue"),
                        values.Leaves(path + ".remarketing"),
                        values.Leaves(path + ".flywheel")});
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

// Expects exactly these values at these paths.
void ExpectLeaves(const std::string& json, const Leaves& expected) {
  const Values values(json);
  const Leaves actual = values.Leaves("");
  for (const auto& [path, value] : expected) {
    const auto found = actual.find(path);
    ASSERT_NE(found, actual.end()) << path;
    EXPECT_TRUE(IsAsExpected(found->second, value))
        << path << " is " << found->second << ", not " << value;
  }
  EXPECT_EQ(actual.size(), expected.size());
}

void WriteMonth(int number, const FlywheelMonth& month, JsonWriter& json) {
  json.BeginObject()
      .Member("month", number)
      .Member("newCustomersBought", month.new_customers_bought)
      .Member("newCustomersReferred", month.new_customers_referred)
      .Member("activePromoters", month.active[0])
      .Member("activePassives", month.active[1])
      .Member("activeDetractors", month.active[2])
      .Member("repeatOrders", month.repeat_orders)
      .Member("revenue", month.revenue)
      .Member("spend", month.spend)
      .Member("profit", month.profit)
      .Member("cumulativeProfit", month.cumulative_profit)
      .Member("cac", month.cac)
      .Member("shareNotBought", month.share_not_bought)
      .EndObject();
}

void WriteRest(const std::optional<SteadyState>& rest, JsonWriter& json) {
  json.Key("steadyState");
  if (!rest) {
    json.Null();
    return;
  }
  json.BeginObject()
      .Member("newCustomers", rest->new_customers)
      .Member("activePromoters", rest->active[0])
      .Member("activePassives", rest->active[1])
      .Member("activeDetractors", rest->active[2])
      .Member("repeatOrders", rest->repeat_orders)
      .Member("revenue", rest->revenue)
      .Member("profit", rest->profit)
      .EndObject();
}

// In the form of index.d.ts, with only the months that the golden file has.
std::string WriteFlywheel(const FlywheelReport& report, const Leaves& golden) {
  const auto recorded = [&](const std::string& list, size_t i) {
    const auto found =
        golden.find("." + list + '[' + std::to_string(i) + "].month");
    return found == golden.end() ? -1
                                 : static_cast<int>(ToNumber(found->second));
  };
  JsonWriter json;
  json.BeginObject()
      .Member("momentum", report.momentum)
      .Member("longRunMultiplier", report.long_run_multiplier)
      .Member("overtakesInMonth", report.overtakes_in_month
                                      ? Ratio(*report.overtakes_in_month)
                                      : Ratio())
      .Member("nps", report.nps);
  WriteRest(report.steady_state, json);
  for (const char* list : {"months", "funnel"}) {
    const auto months = list[0] == 'm' ? report.flywheel() : report.funnel();
    json.Key(list).BeginArray();
    for (size_t i = 0; recorded(list, i) >= 0; ++i) {
      const int month = recorded(list, i);
      WriteMonth(month, months[static_cast<size_t>(month)], json);
    }
    json.EndArray();
  }
  json.EndObject();
  return json.Take();
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

// Over the bytes of the numbers, lowest byte first.
std::string HashOf(const double* values, size_t count) {
  Hash hash;
  for (size_t i = 0; i < count; ++i) {
    // It does not matter which NaN stands for "undefined".
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

TEST(Golden, ReportsAgreeWithTheReference) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario) << scenario.error().field;
    const std::string report =
        WriteReport(scenario.value(), Evaluate(scenario.value()));
    ASSERT_GT(golden.report.size(), 70u);
    ExpectLeaves(report, golden.report);
  }
}

TEST(Golden, CustomersAgreeWithTheReference) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> read = ReadScenario(golden.scenario);
    ASSERT_TRUE(read);
    const Scenario& scenario = read.value();
    const Report report = Evaluate(scenario);
    JsonWriter values;
    WriteCustomerValues(scenario, report, values);
    ASSERT_GE(golden.customer_value.size(), 3 + 2 * 5u);
    ExpectLeaves(values.Take(), golden.customer_value);
    JsonWriter remarketing;
    WriteRemarketing(scenario, MeasureRemarketing(scenario), remarketing);
    ASSERT_GE(golden.remarketing.size(), 3 + 2 * 4u);
    ExpectLeaves(remarketing.Take(), golden.remarketing);
  }
}

TEST(Golden, FlywheelsAgreeWithTheReference) {
  for (const Golden& golden : Goldens()) {
    SCOPED_TRACE(golden.name);
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    ASSERT_TRUE(scenario);
    const FlywheelReport flywheel =
        SimulateFlywheel(scenario.value(), Evaluate(scenario.value()));
    ASSERT_GE(golden.flywheel.size(), 5 + 2 * 13u);
    ExpectLeaves(WriteFlywheel(flywheel, golden.flywheel), golden.flywheel);
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

// One hash per scenario, over the values that `numbers` returns for it.
template <typename Numbers>
std::string HashEach(Numbers numbers) {
  std::string hashes;
  for (const Golden& golden : Goldens()) {
    const Result<Scenario> scenario = ReadScenario(golden.scenario);
    EXPECT_TRUE(scenario) << golden.name;
    const std::vector<double> values = numbers(scenario.value());
    hashes += hashes.empty() ? "{\n" : ",\n";
    hashes += "  \"" + golden.name + "\": \"" +
              HashOf(values.data(), values.size()) + '"';
  }
  return hashes + "\n}\n";
}

// After a deliberate change of the model's arithmetic, `hashes` is the new
// content of the file.
TEST(Golden, NumbersAreTheSameOnEveryPlatformToTheLastBit) {
  const std::string hashes = HashEach([](const Scenario& scenario) {
    std::vector<double> values(kMaxReportValues);
    values.resize(FlattenReport(Evaluate(scenario), values.data()));
    return values;
  });
  EXPECT_EQ(ReadFile("native_bits.json"), hashes);
}

// The flywheel's numbers, then those of customer value and remarketing in the
// order of their JSON.
TEST(Golden, CustomersAreTheSameOnEveryPlatformToTheLastBit) {
  const std::string hashes = HashEach([](const Scenario& scenario) {
    const Report report = Evaluate(scenario);
    std::vector<double> values(kMaxFlywheelValues);
    values.resize(
        FlattenFlywheel(SimulateFlywheel(scenario, report), values.data()));
    const auto add = [&values](const Ratio& value) {
      values.push_back(value.value_or(std::nan("")));
    };
    const auto add_value = [&](const CustomerValue& value) {
      add(value.ltv);
      add(value.ltv_to_cac);
      add(value.payback_month);
    };
    add_value(ValueOfCustomer(scenario, report));
    for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
      add_value(ValueOfCustomer(scenario, report, cell));
    }
    const RemarketingReport remarketing = MeasureRemarketing(scenario);
    add(remarketing.density);
    add(remarketing.conversion_rate);
    add(remarketing.cpa);
    for (const RemarketingCell& cell : remarketing.cells()) {
      add(cell.engaged_visits);
      add(cell.density_effect);
      add(cell.cpa_effect);
    }
    return values;
  });
  EXPECT_EQ(ReadFile("native_bits_customers.json"), hashes);
}

void AddNumbers(const Distribution& found, std::vector<double>& values) {
  const auto add = [&values](const Ratio& value) {
    values.push_back(value.value_or(std::nan("")));
  };
  add(found.mean);
  add(found.deviation);
  for (const Ratio& percentile : found.percentiles) add(percentile);
  add(found.minimum);
  add(found.maximum);
  values.insert(values.end(), found.counts.begin(), found.counts.end());
}

// In the order of the JSON of 1024 trials, with the flywheel; in a season, so
// that it is covered, too.
TEST(Golden, UncertaintyIsTheSameOnEveryPlatformToTheLastBit) {
  std::vector<double> memory(UncertaintyModel::MemoryFor(kMinTrials));
  UncertaintyModel model(3, kMinTrials, memory.data());
  const std::string hashes = HashEach([&model](Scenario scenario) {
    scenario.season.months[1] = {1.5, 0.75, 1, 2};
    model.Update(scenario);
    std::vector<double> values;
    for (size_t i = 0; i < kOutcomeCount; ++i) {
      AddNumbers(model.Distribute(static_cast<Outcome>(i)), values);
    }
    values.push_back(model.ChanceOfLoss());
    for (const Driver& driver : model.FindDrivers()) {
      values.push_back(driver.share);
    }
    for (const FanMonth& month : model.SimulateFan()) {
      values.insert(values.end(), {month.p5, month.p50, month.p95});
    }
    return values;
  });
  EXPECT_EQ(ReadFile("native_bits_uncertainty.json"), hashes);
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

// Lines of links.txt alternate: a link, then its scenario. Inputs that were
// added later are missing in older scenarios and have their defaults.
TEST(Golden, LinksDecodeToTheirScenariosAndAreEncodedAsBefore) {
  std::istringstream lines(ReadFile("links.txt"));
  std::string link;
  std::string json;
  int count = 0;
  while (std::getline(lines, link) && std::getline(lines, json)) {
    SCOPED_TRACE(link);
    const Result<Scenario> scenario = ReadScenario(json);
    ASSERT_TRUE(scenario) << scenario.error().field;
    const Result<Scenario> decoded = DecodeLink(link);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(WriteScenario(decoded.value()), WriteScenario(scenario.value()));
    EXPECT_EQ(EncodeLink(scenario.value()), link);
    ++count;
  }
  EXPECT_GE(count, 29);
}

// In WebAssembly JavaScript writes decimals, natively the standard library. The
// hash in link_numbers.txt shows that the links agree.
TEST(Golden, UnusualNumbersAreSpelledTheSameOnEveryPlatform) {
  SharedRandom random;
  Hash hash;
  for (int i = 0; i < 300; ++i) {
    Scenario scenario = EmptyScenario();
    for (Cell& cell : scenario.cells) {
      // The fields that existed when the file was written.
      for (const char* id : {"visits", "conversionRate", "orderValue",
                             "costPerClick", "fixedCost", "newCustomerShare"}) {
        const CellField& field = *FindCellField(id);
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
