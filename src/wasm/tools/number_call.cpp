#include "wasm/tools/number_call.h"

#include <string_view>

#include "exchange/number_text.h"
#include "wasm/tools/call.h"

namespace sextant {
namespace {

// By Unit, without the months.
constexpr const char* kUnits[] = {"count", "money", "share", "ratio"};

}  // namespace

bool NumberCall(JsonReader& options, JsonWriter& json) {
  std::string_view text;
  Unit unit = Unit::kMoney;
  const bool read = ReadCallOptions(options, [&](std::string_view key) {
    if (key == "text") return options.ReadText(&text);
    if (key == "unit") return ReadChoice(options, kUnits, &unit);
    return RefuseOption(options, key);
  });
  if (!read) return false;
  const Result<double> number = ParseTypedNumber(text, unit);
  if (!number) {
    return options.FailAt("text", number.error().code, number.error().detail);
  }
  json.Value(number.value());
  return true;
}

}  // namespace sextant
