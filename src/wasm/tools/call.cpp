#include "wasm/tools/call.h"

#include <iterator>
#include <string>

#include "exchange/scenario_json.h"
#include "wasm/boundary.h"
#include "wasm/error_json.h"

namespace sextant {
namespace {

Language usual_language = Language::kEnglish;

// One scenario needs no name in paths, two do: "b.cells[0].visits".
bool ReadGivenScenario(JsonReader& reader, std::string_view name,
                       GivenScenarios& given) {
  if (given.count == std::size(given.scenarios)) {
    return reader.Fail(ErrorCode::kUnknownField, Truncated(name));
  }
  const std::string prefix = name == "scenario" ? "" : std::string(name) + '.';
  ScenarioReader scenario;
  // What the reader itself refuses keeps the path that it has then.
  if (prefix.empty()) reader.StartPathsHere();
  const auto error = scenario.Read(reader);
  reader.StartPathsAtRoot();
  if (error) {
    return reader.FailAt(prefix + error->field, error->code, error->detail);
  }
  given.scenarios[given.count++] = scenario.scenario();
  return true;
}

// Leaves the answer, or why the reader has refused.
bool AnswerCall(bool good, JsonWriter& json, const JsonReader& reader,
                Language language) {
  JsonWriter refusal;
  if (!good) WriteError(reader.error(), language, nullptr, refusal);
  Answer(good ? json.Take() : refusal.Take());
  return good;
}

}  // namespace

Language UsualLanguage() { return usual_language; }

bool SetUsualLanguage(size_t size, size_t number_count) {
  JsonReader reader(GivenText(size), GivenNumbers(number_count));
  std::string_view key;
  bool good = reader.BeginObject();
  while (good && reader.NextMember(&key)) {
    good = ReadLanguage(reader, &usual_language);
  }
  JsonWriter json;
  json.Null();
  return AnswerCall(good, json, reader, usual_language);
}

bool MakeCall(size_t size, size_t number_count,
              bool (*call)(const GivenScenarios&, JsonReader&, JsonWriter&)) {
  static GivenScenarios given;
  given.count = 0;
  Language language = usual_language;
  JsonReader reader(GivenText(size), GivenNumbers(number_count));
  JsonWriter json;
  std::string_view key;
  bool good = reader.BeginObject();
  while (good && reader.NextMember(&key)) {
    if (key == "options") {
      reader.StartPathsHere();
      good = call(given, reader, json);
      break;
    }
    good = key == "lang" ? ReadLanguage(reader, &language)
                         : ReadGivenScenario(reader, key, given);
  }
  return AnswerCall(good, json, reader, language);
}

}  // namespace sextant
