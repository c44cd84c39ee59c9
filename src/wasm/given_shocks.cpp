#include "wasm/given_shocks.h"

#include <string_view>

#include "base/integer_text.h"

namespace sextant {
namespace {

bool ReadShockName(JsonReader& reader, ShockName* name) {
  std::string_view text;
  if (!reader.ReadText(&text)) return false;
  *name = text;
  return true;
}

bool ReadShockMember(JsonReader& reader, std::string_view key, Shock& shock) {
  if (key == "target") return ReadShockName(reader, &shock.target);
  if (key == "field") return ReadShockName(reader, &shock.field);
  if (key == "factor") return reader.ReadNumber(&shock.factor);
  return reader.Fail(ErrorCode::kUnknownField, Truncated(key));
}

}  // namespace

bool ReadShocks(JsonReader& reader, std::vector<Shock>& shocks) {
  if (!reader.BeginList()) return false;
  while (reader.NextElement()) {
    if (shocks.size() == kMaxShocks) {
      return reader.FailAt("shocks", ErrorCode::kTooMany,
                           IntegerText(kMaxShocks));
    }
    Shock& shock = shocks.emplace_back();
    std::string_view key;
    if (!reader.BeginObject()) return false;
    while (reader.NextMember(&key)) {
      if (!ReadShockMember(reader, key, shock)) return false;
    }
  }
  return !reader.failed();
}

}  // namespace sextant
