// What readers ask for after the first screen: on the canvas the flywheel,
// month by month; in the form all that is below. Both faces give it the bytes
// of their scenario (web/tools/tools.ts), callers of the package an object
// (web/engine/tools.mjs).
//
// Plain C functions on linear memory, as in engine_bindings.cpp. It answers
// with a serialised Drawing: as bytes for the canvas, which paints it, as SVG
// for the form, and as JSON for the package.
#include <emscripten.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "charts/chart_svg.h"
#include "charts/flywheel_chart.h"
#include "charts/kit/drawing_bytes.h"
#include "charts/kit/drawing_json.h"
#include "charts/matrix_chart.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/metrics/evaluate.h"
#include "exchange/customer_json.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/scenario_json.h"
#include "wasm/boundary.h"
#include "wasm/error_json.h"
#include "wasm/later_state.h"
#include "wasm/months_table.h"
#include "wasm/options.h"
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

static_assert(std::is_trivially_copyable_v<Scenario>,
              "its bytes come from another module");

Scenario scenario;
Scenario before;
Scenario shocked;
bool has_before = false;
Language language = Language::kEnglish;

// One scenario and its flywheel, as charts and by month; `before` is what it is
// compared with, or nullptr.
class ScenarioCharts {
 public:
  ScenarioCharts(const Scenario& scenario, const Scenario* before,
                 NumberFormat format)
      : scenario_(scenario),
        format_(std::move(format)),
        report_(Evaluate(scenario)),
        flywheel_(SimulateFlywheel(scenario, report_)) {
    if (before) ghost_ = SimulateFlywheel(*before, Evaluate(*before));
  }

  // Not the quadrants, which each face draws itself.
  Drawing Draw(Chart chart, double width, double height) const {
    const float x = PictureSide(width);
    const float y = PictureSide(height);
    switch (chart) {
      case Chart::kMatrix:
        return MatrixChart(Context(), x, y);
      case Chart::kWheel:
        return WheelPicture(Context(), flywheel_, 0, x, y);
      case Chart::kCustomers:
        return CustomersChart(Context(), flywheel_, x, y);
      case Chart::kFlywheel:
        return FlywheelChart(Context(), flywheel_, ghost_ ? &*ghost_ : nullptr,
                             x, y);
      case Chart::kQuadrant:
        break;
    }
    return {};
  }
  std::string Svg(Chart chart, const Drawing& drawing, Theme theme) const {
    return ChartSvg(chart, drawing, Context(), theme);
  }
  void WriteTable(JsonWriter& json) const {
    WriteMonthsTable(flywheel_, format_, json);
  }

 private:
  ChartContext Context() const { return {scenario_, report_, format_}; }

  const Scenario& scenario_;
  NumberFormat format_;
  Report report_;
  FlywheelReport flywheel_;
  std::optional<FlywheelReport> ghost_;
};

const Scenario* Before() { return has_before ? &before : nullptr; }

NumberFormat UsualFormat() {
  return {language, DefaultMoneyStyle(scenario.currency, language)};
}

// `money`: what comes before an amount, a line break, and what comes after it;
// "" is the usual style of the currency.
MoneyStyle ReadMoneyStyle(std::string_view money) {
  const size_t end = money.find('\n');
  if (end == std::string_view::npos) {
    return DefaultMoneyStyle(scenario.currency, language);
  }
  return {std::string(money.substr(0, end)),
          std::string(money.substr(end + 1))};
}

ScenarioCharts ChartsOfFace(std::string_view money) {
  return {scenario, Before(), {language, ReadMoneyStyle(money)}};
}

// --- The package -------------------------------------------------------------

struct Arguments {
  PictureOptions options;
  ScenarioReader scenario;
};

bool ReadOptions(JsonReader& reader, PictureOptions& options) {
  reader.StartPathsHere();
  std::string_view key;
  if (!reader.BeginObject()) return false;
  while (reader.NextMember(&key)) {
    if (!ReadPictureOption(reader, key, options)) return false;
  }
  reader.StartPathsAtRoot();
  return !reader.failed();
}

bool ReadScenarioArgument(JsonReader& reader, ScenarioReader& scenario) {
  reader.StartPathsHere();
  const auto error = scenario.Read(reader);
  reader.StartPathsAtRoot();
  return !error || reader.FailAt(error->field, error->code, error->detail);
}

// JavaScript gives the options first, so that every error speaks the language
// asked for.
bool ReadArguments(JsonReader& reader, Arguments& arguments) {
  std::string_view key;
  if (!reader.BeginObject()) return false;
  while (reader.NextMember(&key)) {
    const bool read = key == "options"
                          ? ReadOptions(reader, arguments.options)
                          : ReadScenarioArgument(reader, arguments.scenario);
    if (!read) return false;
  }
  return !reader.failed();
}

bool Call(size_t size, size_t number_count,
          void (*write)(const Arguments&, JsonWriter&)) {
  JsonReader reader(GivenText(size), GivenNumbers(number_count));
  Arguments arguments;
  arguments.options.language = language;
  JsonWriter json;
  const bool read = ReadArguments(reader, arguments);
  if (read) {
    write(arguments, json);
  } else {
    WriteError(reader.error(), arguments.options.language, nullptr, json);
  }
  Answer(json.Take());
  return read;
}

void WriteCustomers(const Arguments& arguments, JsonWriter& json) {
  const PictureOptions& options = arguments.options;
  const Scenario& asked = arguments.scenario.scenario();
  const ScenarioCharts charts(
      asked, nullptr,
      {options.language, DefaultMoneyStyle(asked.currency, options.language)});
  const Drawing drawing =
      charts.Draw(Chart::kCustomers, options.width, options.height);
  json.BeginObject().Key("drawing");
  WriteDrawing(drawing, json);
  json.Member("svg", charts.Svg(Chart::kCustomers, drawing, options.theme))
      .Key("table");
  charts.WriteTable(json);
  json.EndObject();
}

// A call with one scenario and options of its own.
template <bool (*call)(const Scenario&, JsonReader&, JsonWriter&)>
bool Decide(size_t size, size_t number_count) {
  return MakeCall(
      size, number_count, language,
      [](const GivenScenarios& given, JsonReader& options, JsonWriter& json) {
        return call(given.only(), options, json);
      });
}

}  // namespace
}  // namespace sextant

using namespace sextant;

extern "C" {

// --- For a face --------------------------------------------------------------

// Where the face puts the bytes of its scenario.
EMSCRIPTEN_KEEPALIVE Scenario* scenario_bytes() { return &scenario; }
// And those of the scenario that it is compared with, if any.
EMSCRIPTEN_KEEPALIVE Scenario* before_bytes() { return &before; }
EMSCRIPTEN_KEEPALIVE void compare(bool with_before) {
  has_before = with_before;
}

// "en", "zh-TW"; another tag changes nothing.
EMSCRIPTEN_KEEPALIVE void set_language(size_t size) {
  language = FindLanguage(GivenText(size)).value_or(language);
}

// Leaves the bytes of the Drawing. The given text is the style of money.
// `customers`: the chart of the customers, not of the profits.
EMSCRIPTEN_KEEPALIVE void chart_drawing(size_t size, bool customers,
                                        double width, double height) {
  const Chart chart = customers ? Chart::kCustomers : Chart::kFlywheel;
  Answer(WriteDrawingBytes(
      ChartsOfFace(GivenText(size)).Draw(chart, width, height)));
}

// For the form, with the usual style of money. The given text is the chart's
// name.
EMSCRIPTEN_KEEPALIVE void chart_svg(size_t size, double width, double height,
                                    bool dark) {
  const Chart chart = ChartNamed(GivenText(size));
  const ScenarioCharts charts = ChartsOfFace("");
  Answer(charts.Svg(chart, charts.Draw(chart, width, height),
                    dark ? Theme::kDark : Theme::kLight));
}

EMSCRIPTEN_KEEPALIVE void months_table() {
  JsonWriter json;
  ChartsOfFace("").WriteTable(json);
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void shown_later() {
  JsonWriter json;
  WriteShownLater(scenario, Before(), UsualFormat(), json);
  Answer(json.Take());
}

// Where the scenario goes that an applied shock made of the one that is
// compared with.
EMSCRIPTEN_KEEPALIVE Scenario* shocked_bytes() { return &shocked; }
EMSCRIPTEN_KEEPALIVE void shock(int preset, int medium) {
  JsonWriter json;
  WriteShock(preset, medium, scenario, Before(), &shocked, UsualFormat(), json);
  Answer(json.Take());
}

// JSON text: what a month is worth later, and what remarketing costs. Null
// where undefined.
EMSCRIPTEN_KEEPALIVE void after_order_json() {
  const Report report = Evaluate(scenario);
  const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
  JsonWriter json;
  json.BeginObject()
      .Member("flywheelProfit", flywheel.flywheel().back().cumulative_profit)
      .Key("customers");
  WriteCustomerValues(scenario, report, json);
  json.Key("remarketing");
  WriteRemarketing(scenario, MeasureRemarketing(scenario), json);
  json.EndObject();
  Answer(json.Take());
}

// --- For the package ---------------------------------------------------------

// Each takes {options, scenario}. It leaves JSON text of its result; or returns
// false and leaves that of {code, field, message}.

// The language where the options name none.
EMSCRIPTEN_KEEPALIVE bool set_usual_language(size_t size, size_t number_count) {
  return Call(size, number_count,
              [](const Arguments& arguments, JsonWriter& json) {
                language = arguments.options.language;
                json.Null();
              });
}

// {drawing, svg, table}
EMSCRIPTEN_KEEPALIVE bool customers_by_month(size_t size, size_t number_count) {
  return Call(size, number_count, WriteCustomers);
}

// What calls with options of their own answer: the headers in tools/.
EMSCRIPTEN_KEEPALIVE bool tornado(size_t size, size_t number_count) {
  return Decide<TornadoCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool goal_seek(size_t size, size_t number_count) {
  return Decide<GoalSeekCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool compare_scenarios(size_t size, size_t number_count) {
  return MakeCall(
      size, number_count, language,
      [](const GivenScenarios& given, JsonReader& options, JsonWriter& json) {
        return CompareCall(given.scenarios[0], given.scenarios[1], options,
                           json);
      });
}
EMSCRIPTEN_KEEPALIVE bool uncertainty(size_t size, size_t number_count) {
  return Decide<UncertaintyCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool shock_range(size_t size, size_t number_count) {
  return Decide<ShockRangeCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool allocate(size_t size, size_t number_count) {
  return Decide<AllocateCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool budget_for(size_t size, size_t number_count) {
  return Decide<BudgetForCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool next_spend(size_t size, size_t number_count) {
  return Decide<NextSpendCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool frontier(size_t size, size_t number_count) {
  return Decide<FrontierCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool credit(size_t size, size_t number_count) {
  return Decide<CreditCall>(size, number_count);
}
EMSCRIPTEN_KEEPALIVE bool parse_number(size_t size, size_t number_count) {
  return MakeCall(size, number_count, language,
                  [](const GivenScenarios&, JsonReader& options,
                     JsonWriter& json) { return NumberCall(options, json); });
}

}  // extern "C"
