// The engine for JavaScript: web/engine/index.mjs is the other side.
//
// Plain C functions on linear memory instead of Embind: a call takes a
// microsecond instead of several, and the module needs no glue code at all,
// which would be larger than the engine. JavaScript writes the arguments as
// one structure text and an array of numbers (exchange/json_reader.h, compact
// form); results are numbers, or JSON text where speed does not matter.
#include <emscripten.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "charts/chart_svg.h"
#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/metrics/evaluate.h"
#include "engine/metrics/shock.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"
#include "exchange/customer_json.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/link.h"
#include "exchange/number_text.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"
#include "locales/number_format.h"
#include "wasm/boundary.h"
#include "wasm/description_json.h"
#include "wasm/error_json.h"
#include "wasm/explanation_json.h"
#include "wasm/given_shocks.h"
#include "wasm/options.h"

namespace sextant {
namespace {

// What the last argument of a call may say.
struct Options : PictureOptions {
  Chart chart = Chart::kQuadrant;
  std::string currency = "TWD";
};

// Everything a call may be given; JavaScript always gives what the call needs.
struct Arguments {
  // Where the options name no language.
  explicit Arguments(int language) {
    options.language = static_cast<Language>(language);
  }

  const Scenario& scenario() const { return scenario_reader.scenario(); }

  ScenarioReader scenario_reader;
  std::vector<Shock> shocks;
  const FieldDefinition* field = nullptr;
  std::string text;
  std::string unit;
  double value = 0;
  double position = 0;
  double steps = 0;
  Options options;
};

// --- Reading arguments -------------------------------------------------------

bool ReadScenarioArgument(JsonReader& reader, Arguments& arguments) {
  reader.StartPathsHere();
  const auto error = arguments.scenario_reader.Read(reader);
  reader.StartPathsAtRoot();
  return !error || reader.FailAt(error->field, error->code, error->detail);
}

// A copy, for when the reader is gone.
bool ReadText(JsonReader& reader, std::string* copy) {
  std::string_view text;
  if (!reader.ReadText(&text)) return false;
  *copy = text;
  return true;
}

bool ReadCurrency(JsonReader& reader, std::string* currency) {
  if (!ReadText(reader, currency)) return false;
  const auto error = CheckCurrency(*currency, {});
  return !error || reader.Fail(error->code);
}

bool ReadOption(JsonReader& reader, std::string_view key, Options& options) {
  if (key == "chart") return ReadChoice(reader, kChartNames, &options.chart);
  if (key == "currency") return ReadCurrency(reader, &options.currency);
  return ReadPictureOption(reader, key, options);
}

bool ReadOptions(JsonReader& reader, Arguments& arguments) {
  reader.StartPathsHere();
  if (!reader.BeginObject()) return false;
  std::string_view key;
  while (reader.NextMember(&key)) {
    if (!ReadOption(reader, key, arguments.options)) return false;
  }
  reader.StartPathsAtRoot();
  return !reader.failed();
}

bool ReadFieldId(JsonReader& reader, Arguments& arguments) {
  std::string_view id;
  if (!reader.ReadText(&id)) return false;
  arguments.field = FindFieldDefinition(id);
  return arguments.field ||
         reader.Fail(ErrorCode::kUnknownField, Truncated(id));
}

// A field's value; of format(), which has no field, any number.
bool ReadValue(JsonReader& reader, Arguments& arguments) {
  const FieldDefinition* field = arguments.field;
  if (field == nullptr) return reader.ReadNumber(&arguments.value);
  return ReadNumberWithin(reader, field->minimum, field->maximum,
                          &arguments.value);
}

// JavaScript gives the field before its value.
bool ReadArgument(JsonReader& reader, std::string_view key,
                  Arguments& arguments) {
  if (key == "options") return ReadOptions(reader, arguments);
  if (key == "scenario") return ReadScenarioArgument(reader, arguments);
  if (key == "unbalanced") {
    arguments.scenario_reader.NormaliseSharesRead();
    return ReadScenarioArgument(reader, arguments);
  }
  if (key == "shocks") return ReadShocks(reader, arguments.shocks);
  if (key == "fieldId") return ReadFieldId(reader, arguments);
  if (key == "text") return ReadText(reader, &arguments.text);
  if (key == "unit") return ReadText(reader, &arguments.unit);
  if (key == "value") return ReadValue(reader, arguments);
  if (key == "position") {
    return ReadNumberWithin(reader, 0, 1, &arguments.position);
  }
  constexpr double kEnd = std::numeric_limits<double>::max();
  return ReadNumberWithin(reader, -kEnd, kEnd, &arguments.steps);
}

// JavaScript gives the options first, so that every error speaks the language
// asked for.
std::optional<Error> ReadArguments(JsonReader& reader, Arguments& arguments) {
  reader.BeginObject();
  std::string_view key;
  while (reader.NextMember(&key)) {
    if (!ReadArgument(reader, key, arguments)) break;
  }
  if (!reader.failed()) return std::nullopt;
  return reader.error();
}

// --- What lasts from call to call --------------------------------------------

struct Lasting {
  // The number of the list of media ids, then one or two reports or the
  // flywheel's months.
  double values[1 + std::max(2 * kMaxReportValues, kMaxFlywheelValues)];
  // Ids seldom change from call to call, so JavaScript asks for them only when
  // the list has a new number. Each is followed by a space.
  char media_ids[kMaxMedia * (kMaxMediumIdLength + 1)];
  size_t media_ids_size = 0;
  // What evaluate() read last.
  std::optional<ScenarioReader> scenario_reader;
};

Lasting lasting;

bool HasNotedMediaIds(const Scenario& scenario) {
  std::string_view rest(lasting.media_ids, lasting.media_ids_size);
  for (const Medium& medium : scenario.media) {
    if (rest.substr(0, medium.id.size()) != medium.id) return false;
    rest.remove_prefix(medium.id.size());
    if (rest.empty() || rest.front() != ' ') return false;
    rest.remove_prefix(1);
  }
  return rest.empty();
}

void NoteMediaIds(const Scenario& scenario) {
  if (HasNotedMediaIds(scenario)) return;
  char* end = lasting.media_ids;
  for (const Medium& medium : scenario.media) {
    end = std::copy(medium.id.begin(), medium.id.end(), end);
    *end++ = ' ';
  }
  lasting.media_ids_size = static_cast<size_t>(end - lasting.media_ids);
  ++lasting.values[0];
}

// --- Calls that answer with JSON text ----------------------------------------

using Call = std::optional<Error> (*)(const Arguments&, JsonWriter&);

NumberFormat FormatFor(std::string_view currency, Language language) {
  return {language, DefaultMoneyStyle(currency, language)};
}

// Checks options that are used outside of a call.
std::optional<Error> ReadLanguageOption(const Arguments& arguments,
                                        JsonWriter& json) {
  json.Value(static_cast<int>(arguments.options.language));
  return std::nullopt;
}

std::optional<Error> WriteMediaIds(const Arguments&, JsonWriter& json) {
  json.Value(std::string_view(lasting.media_ids, lasting.media_ids_size));
  return std::nullopt;
}

std::optional<Error> Encode(const Arguments& arguments, JsonWriter& json) {
  json.Value(EncodeLink(arguments.scenario()));
  return std::nullopt;
}

std::optional<Error> Decode(const Arguments& arguments, JsonWriter& json) {
  const Result<Scenario> scenario = DecodeLink(arguments.text);
  if (!scenario) return scenario.error();
  WriteScenario(scenario.value(), json);
  return std::nullopt;
}

std::optional<Error> ListPresets(const Arguments& arguments, JsonWriter& json) {
  const Language language = arguments.options.language;
  json.BeginArray();
  for (const Preset& preset : Presets()) {
    json.BeginObject();
    WriteDescription(preset.id, preset.title, preset.description, language,
                     json);
    json.Key("scenario");
    WriteScenario(preset.scenario, json);
    json.EndObject();
  }
  json.EndArray();
  return std::nullopt;
}

std::optional<Error> ListShockPresets(const Arguments& arguments,
                                      JsonWriter& json) {
  const Language language = arguments.options.language;
  json.BeginArray();
  for (const ShockPreset& preset : ShockPresets()) {
    json.BeginObject();
    WriteDescription(preset.id, preset.title, preset.description, language,
                     json);
    json.Key("shocks").BeginArray();
    for (const Shock& shock : preset.shocks) {
      json.BeginObject()
          .Member("target", shock.target)
          .Member("field", shock.field)
          .Member("factor", shock.factor)
          .EndObject();
    }
    json.EndArray().EndObject();
  }
  json.EndArray();
  return std::nullopt;
}

void WriteField(const FieldDefinition& field, const char* owner,
                Language language, JsonWriter& json) {
  static constexpr const char* kUnits[] = {"count", "money", "share", "ratio",
                                           "months"};
  static constexpr const char* kScales[] = {"linear", "logarithmic"};
  json.BeginObject()
      .Member("id", field.id)
      .Member("owner", owner)
      .Member("unit", kUnits[static_cast<int>(field.unit)])
      .Member("minimum", field.minimum)
      .Member("maximum", field.maximum)
      .Member("default", field.default_value)
      .Key("slider")
      .BeginObject()
      .Member("scale", kScales[static_cast<int>(field.slider_scale)])
      .Member("start", field.slider_start)
      .Member("maximum", field.slider_maximum)
      .EndObject()
      .Member("label", Text(language, field.label))
      .Member("shortLabel", Text(language, field.short_label))
      .EndObject();
}

std::optional<Error> ListFields(const Arguments& arguments, JsonWriter& json) {
  const Language language = arguments.options.language;
  json.BeginArray();
  for (const CellField& field : CellFields()) {
    WriteField(field, "cell", language, json);
  }
  for (const ScenarioField& field : ScenarioFields()) {
    WriteField(field, "scenario", language, json);
  }
  json.EndArray();
  return std::nullopt;
}

std::optional<Error> DrawChart(const Arguments& arguments, JsonWriter& json) {
  const Scenario& scenario = arguments.scenario();
  const Options& options = arguments.options;
  const Report report = Evaluate(scenario);
  const NumberFormat format = FormatFor(scenario.currency, options.language);
  const ChartContext context = {scenario, report, format};
  const Drawing drawing =
      DrawChart(options.chart, context, static_cast<float>(options.width),
                static_cast<float>(options.height));
  json.Value(ChartSvg(options.chart, drawing, context, options.theme));
  return std::nullopt;
}

std::optional<Error> CustomerValues(const Arguments& arguments,
                                    JsonWriter& json) {
  const Scenario& scenario = arguments.scenario();
  WriteCustomerValues(scenario, Evaluate(scenario), json);
  return std::nullopt;
}

std::optional<Error> Remarketing(const Arguments& arguments, JsonWriter& json) {
  const Scenario& scenario = arguments.scenario();
  WriteRemarketing(scenario, MeasureRemarketing(scenario), json);
  return std::nullopt;
}

std::optional<Error> Normalise(const Arguments& arguments, JsonWriter& json) {
  WriteScenario(arguments.scenario(), json);
  return std::nullopt;
}

std::optional<Error> Explain(const Arguments& arguments, JsonWriter& json) {
  const Scenario& scenario = arguments.scenario();
  WriteExplanations(scenario, Evaluate(scenario),
                    FormatFor(scenario.currency, arguments.options.language),
                    json);
  return std::nullopt;
}

std::optional<Error> FormatValue(const Arguments& arguments, JsonWriter& json) {
  const Options& options = arguments.options;
  const auto text = FormatAs(arguments.unit, arguments.value,
                             FormatFor(options.currency, options.language));
  if (!text) {
    return Error{ErrorCode::kUnknownOption, "unit",
                 std::string(Truncated(arguments.unit))};
  }
  json.Value(*text);
  return std::nullopt;
}

// Errors are about the field by its name: a person typed the text.
std::optional<Error> ParseTyped(const Arguments& arguments, JsonWriter& json) {
  const FieldDefinition& field = *arguments.field;
  const Result<double> value = ParseTypedNumber(arguments.text, field.unit);
  std::optional<Error> error =
      value ? CheckField(field, value.value(), {}) : value.error();
  if (error) {
    error->field = field.id;
  } else {
    json.Value(value.value());
  }
  return error;
}

std::optional<Error> PositionOf(const Arguments& arguments, JsonWriter& json) {
  json.Value(SliderPosition(*arguments.field, arguments.value));
  return std::nullopt;
}

std::optional<Error> ValueAt(const Arguments& arguments, JsonWriter& json) {
  json.Value(SliderValue(*arguments.field, arguments.position));
  return std::nullopt;
}

std::optional<Error> Step(const Arguments& arguments, JsonWriter& json) {
  json.Value(StepValue(*arguments.field, arguments.value, arguments.steps));
  return std::nullopt;
}

#include "wasm/engine_calls.inc"

// --- Entry points ------------------------------------------------------------

JsonReader ReaderFor(size_t structure_size, size_t number_count) {
  return JsonReader(GivenText(structure_size), GivenNumbers(number_count));
}

void AnswerError(const Error& error, const Arguments& arguments) {
  const Language language = arguments.options.language;
  const FieldDefinition* field = arguments.field;
  JsonWriter json;
  WriteError(error, language,
             field && error.field == field->id ? field : nullptr, json);
  Answer(json.Take());
}

// False when they are refused; then the answer says why.
bool TakeArguments(size_t structure_size, size_t number_count,
                   Arguments& arguments) {
  JsonReader reader = ReaderFor(structure_size, number_count);
  const auto error = ReadArguments(reader, arguments);
  if (error) AnswerError(*error, arguments);
  return !error;
}

constexpr int kFailed = -1;
constexpr int kNeedsStructure = -2;

}  // namespace
}  // namespace sextant

using namespace sextant;

extern "C" {

// The number of the list of media ids (it changes with the list), then what
// the last evaluate() or shock() found (FlattenReport), or flywheel().
EMSCRIPTEN_KEEPALIVE const double* values() { return lasting.values; }

// All four: the number of values, or −1 when it failed. `language` is used
// where the options name none. A structure of size 0 is the one of the last
// evaluate(); −2 asks for it nevertheless.
EMSCRIPTEN_KEEPALIVE int evaluate(size_t structure_size, size_t number_count,
                                  int language) {
  std::optional<ScenarioReader>& scenario_reader = lasting.scenario_reader;
  if (structure_size == 0) {
    if (!scenario_reader ||
        !scenario_reader->ReadNumbers(GivenNumbers(number_count))) {
      return kNeedsStructure;
    }
  } else {
    JsonReader reader = ReaderFor(structure_size, number_count);
    if (const auto error = scenario_reader.emplace().Read(reader)) {
      AnswerError(*error, Arguments(language));
      return kFailed;
    }
  }
  const Scenario& scenario = scenario_reader->scenario();
  NoteMediaIds(scenario);
  return static_cast<int>(
      FlattenReport(Evaluate(scenario), lasting.values + 1));
}

EMSCRIPTEN_KEEPALIVE int shock(size_t structure_size, size_t number_count,
                               int language) {
  Arguments arguments(language);
  if (!TakeArguments(structure_size, number_count, arguments)) return kFailed;
  const Result<ShockOutcome> outcome =
      EvaluateShocks(arguments.scenario(), arguments.shocks);
  if (!outcome) {
    AnswerError(outcome.error(), arguments);
    return kFailed;
  }
  NoteMediaIds(arguments.scenario());
  double* values = lasting.values + 1;
  const size_t size = FlattenReport(outcome.value().before, values);
  FlattenReport(outcome.value().after, values + size);
  return static_cast<int>(2 * size);
}

EMSCRIPTEN_KEEPALIVE int flywheel(size_t structure_size, size_t number_count,
                                  int language) {
  Arguments arguments(language);
  if (!TakeArguments(structure_size, number_count, arguments)) return kFailed;
  const Scenario& scenario = arguments.scenario();
  return static_cast<int>(FlattenFlywheel(
      SimulateFlywheel(scenario, Evaluate(scenario)), lasting.values + 1));
}

EMSCRIPTEN_KEEPALIVE int call(int number, size_t structure_size,
                              size_t number_count, int language) {
  Arguments arguments(language);
  if (!TakeArguments(structure_size, number_count, arguments)) return kFailed;
  JsonWriter json;
  if (const auto error = kCalls[number](arguments, json)) {
    AnswerError(*error, arguments);
    return kFailed;
  }
  Answer(json.Take());
  return 0;
}

}  // extern "C"
