// The calls of the package that have options of their own. Each is
//
//   bool NameCall(const Scenario& scenario, JsonReader& options,
//                 JsonWriter& json);
//
// `options` is positioned at the object of options. False: the call is refused,
// and `options` says why; otherwise `json` has the answer.
#ifndef SEXTANT_WASM_TOOLS_CALL_H_
#define SEXTANT_WASM_TOOLS_CALL_H_

#include <cstddef>
#include <string_view>

#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "wasm/options.h"

namespace sextant {

// The scenarios of a call: one, or the two of a comparison.
struct GivenScenarios {
  Scenario scenarios[2];
  size_t count = 0;

  const Scenario& only() const { return scenarios[0]; }
};

// Makes a call of the package: reads what JavaScript gives (the language if the
// options name one, the scenarios, then the options), and leaves the answer as
// JSON text. False: refused, and the text is {code, field, message}.
bool MakeCall(size_t size, size_t number_count,
              bool (*call)(const GivenScenarios&, JsonReader& options,
                           JsonWriter&));

// A call with one scenario.
template <bool (*call)(const Scenario&, JsonReader&, JsonWriter&)>
bool Decide(size_t size, size_t number_count) {
  return MakeCall(
      size, number_count,
      [](const GivenScenarios& given, JsonReader& options, JsonWriter& json) {
        return call(given.only(), options, json);
      });
}

// That of calls whose options name none.
Language UsualLanguage();
// Takes {lang}; answers as MakeCall() does.
bool SetUsualLanguage(size_t size, size_t number_count);

inline bool RefuseOption(JsonReader& options, std::string_view key) {
  return options.Fail(ErrorCode::kUnknownField, Truncated(key));
}

// Reads the object: `read` takes the key of each option, reads its value, and
// returns false when it is refused. `lang` has been used before for errors;
// `language`: for answers that have sentences.
template <typename Read>
bool ReadCallOptions(JsonReader& options, Read read,
                     Language* language = nullptr) {
  if (!options.BeginObject()) return false;
  Language unused;
  std::string_view key;
  while (options.NextMember(&key)) {
    if (key == "lang" ? !ReadLanguage(options, language ? language : &unused)
                      : !read(key)) {
      return false;
    }
  }
  return !options.failed();
}

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_CALL_H_
