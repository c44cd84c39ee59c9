// Any text as a scenario is either refused or gives a valid scenario that is
// unchanged after writing and reading. The same holds for the compact form, in
// which JavaScript passes objects.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/metrics/evaluate.h"
#include "engine/model/validation.h"
#include "exchange/customer_json.h"
#include "exchange/error_message.h"
#include "exchange/json_reader.h"
#include "exchange/link.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckError(const Error& error) {
  for (Language language :
       {Language::kEnglish, Language::kTraditionalChinese}) {
    const std::string message = ErrorMessage(error, language);
    Require(!message.empty() && IsUtf8(message));
  }
}

void CheckScenario(const Scenario& scenario) {
  Require(!Validate(scenario));
  const Report report = Evaluate(scenario);
  double values[kMaxReportValues];
  const size_t count = FlattenReport(report, values);
  Require(count <= kMaxReportValues);
  for (size_t i = 0; i < count; ++i) Require(!std::isinf(values[i]));

  double months[kMaxFlywheelValues];
  const size_t month_count =
      FlattenFlywheel(SimulateFlywheel(scenario, report), months);
  Require(month_count <= kMaxFlywheelValues);
  for (size_t i = 0; i < month_count; ++i) Require(!std::isinf(months[i]));
  JsonWriter customers;
  WriteCustomerValues(scenario, report, customers);
  WriteRemarketing(scenario, MeasureRemarketing(scenario), customers);

  const Result<Scenario> read = ReadScenario(WriteScenario(scenario));
  Require(read && HasSameBits(read.value(), scenario));
  const Result<Scenario> decoded = DecodeLink(EncodeLink(scenario));
  Require(decoded && HasSameBits(decoded.value(), scenario));
}

void CheckJson(std::string_view text) {
  const Result<Scenario> scenario = ReadScenario(text);
  if (scenario) {
    CheckScenario(scenario.value());
  } else {
    CheckError(scenario.error());
  }
}

void CheckCompactForm(std::string_view text, std::span<const double> numbers) {
  JsonReader reader(text, numbers);
  ScenarioReader scenario_reader;
  if (const auto error = scenario_reader.Read(reader)) {
    CheckError(*error);
    return;
  }
  CheckScenario(scenario_reader.scenario());
  // With other numbers: either all are accepted or none.
  std::vector<double> others(numbers.begin(), numbers.end());
  for (double& number : others) number *= 0.5;
  if (scenario_reader.ReadNumbers(others)) {
    CheckScenario(scenario_reader.scenario());
  }
}

}  // namespace
}  // namespace sextant

// The first byte chooses the numbers of the compact form.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sextant;
  constexpr double kNumbers[] = {0,
                                 -0.0,
                                 1,
                                 0.5,
                                 1e-300,
                                 1e6,
                                 1e9,
                                 1e12,
                                 1e13,
                                 -1,
                                 std::numeric_limits<double>::infinity(),
                                 std::numeric_limits<double>::quiet_NaN()};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  CheckJson(text);
  if (text.empty()) return 0;

  std::vector<double> numbers;
  const size_t seed = data[0];
  const size_t choices = seed & 1 ? std::size(kNumbers) : 4;
  for (size_t i = 0; i < 200; ++i) {
    numbers.push_back(kNumbers[(i * (seed >> 1) + i / 7) % choices]);
  }
  CheckCompactForm(text.substr(1), numbers);
  return 0;
}
