// Whatever a caller of the package gives, every call answers with JSON without
// infinities, or refuses with a sentence.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/json_reader.h"
#include "exchange/number_text.h"
#include "wasm/boundary.h"
#include "wasm/memory.h"
#include "wasm/tools/budget_call.h"
#include "wasm/tools/call.h"
#include "wasm/tools/compare_call.h"
#include "wasm/tools/credit_call.h"
#include "wasm/tools/goal_seek_call.h"
#include "wasm/tools/number_call.h"
#include "wasm/tools/tornado_call.h"
#include "wasm/tools/uncertainty_call.h"

namespace sextant {
namespace {

std::string given;
std::vector<double> numbers;
std::string answer;

constexpr double kHostile[] = {std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity(), -0.0,
                               1e300, -1};

void Require(bool condition) {
  if (!condition) std::abort();
}

bool Compare(size_t size, size_t number_count) {
  return MakeCall(size, number_count,
                  [](const GivenScenarios& scenarios, JsonReader& options,
                     JsonWriter& json) {
                    return scenarios.count < 2 ||
                           CompareCall(scenarios.scenarios[0],
                                       scenarios.scenarios[1], options, json);
                  });
}

bool ReadNumber(size_t size, size_t number_count) {
  return MakeCall(size, number_count,
                  [](const GivenScenarios&, JsonReader& options,
                     JsonWriter& json) { return NumberCall(options, json); });
}

constexpr bool (*kCalls[])(size_t, size_t) = {Decide<TornadoCall>,
                                              Decide<GoalSeekCall>,
                                              Compare,
                                              Decide<UncertaintyCall>,
                                              Decide<ShockRangeCall>,
                                              Decide<AllocateCall>,
                                              Decide<BudgetForCall>,
                                              Decide<NextSpendCall>,
                                              Decide<FrontierCall>,
                                              Decide<CreditCall>,
                                              ReadNumber};

// Puts the text into the form in which JavaScript passes objects: the reader's
// numbers apart. A `#` of the text itself stands for one that JSON cannot have.
void Give(std::string_view text) {
  given.clear();
  numbers.clear();
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t end = text.find_first_not_of("0123456789+-.eE", i);
    const auto number = quoted || text[i] == 'e'
                            ? std::nullopt
                            : ParseNumber(text.substr(i, end - i));
    if (number) {
      i = (end == std::string_view::npos ? text.size() : end) - 1;
      numbers.push_back(*number);
    } else if (text[i] == '#' && !quoted) {
      numbers.push_back(kHostile[numbers.size() % std::size(kHostile)]);
    } else if (text[i] == '"') {
      quoted = !quoted;
    }
    given.push_back(number ? '#' : text[i]);
  }
}

// More trials take seconds under the sanitisers.
bool AsksForManyTrials() {
  return std::any_of(numbers.begin(), numbers.end(), [](double number) {
    return number == std::floor(number) && number >= 32768 &&
           number <= 1048576 &&
           !(static_cast<int>(number) & (static_cast<int>(number) - 1));
  });
}

// Where a text that is not quoted has a number, a word, or a sign of JSON, and
// every bracket is closed.
void CheckJson(std::string_view text) {
  std::string open;
  for (size_t i = 0; i < text.size(); ++i) {
    const char sign = text[i];
    if (sign == '"') {
      while (text[++i] != '"') i += text[i] == '\\';
    } else if (sign == '{' || sign == '[') {
      open.push_back(sign == '{' ? '}' : ']');
    } else if (sign == '}' || sign == ']') {
      Require(!open.empty() && open.back() == sign);
      open.pop_back();
    } else if (sign >= 'a' && sign <= 'z' && sign != 'e') {
      const std::string_view word =
          text.substr(i, text.find_first_of(",]}", i) - i);
      Require(word == "true" || word == "false" || word == "null");
      i += word.size() - 1;
    } else {
      Require(std::string_view("0123456789+-.eE,:").find(sign) !=
              std::string_view::npos);
    }
  }
  Require(open.empty());
}

}  // namespace

// In place of the memory that JavaScript writes to and reads.
std::string_view GivenText(size_t) { return given; }
std::span<const double> GivenNumbers(size_t) { return numbers; }
void Answer(std::string text) { answer = std::move(text); }
void* LastingMemory(size_t size) {
  static std::vector<std::unique_ptr<char[]>> all;
  return all.emplace_back(new char[size]).get();
}

}  // namespace sextant

// The first byte chooses the call.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sextant;
  if (size == 0) return 0;
  Give({reinterpret_cast<const char*>(data) + 1, size - 1});
  if (AsksForManyTrials()) return 0;
  const bool good =
      kCalls[data[0] % std::size(kCalls)](given.size(), numbers.size());
  CheckJson(answer);
  if (!good) Require(answer.find("\"message\":\"") != std::string::npos);
  return 0;
}
