// What readers ask for after the first screen: on the canvas the flywheel,
// month by month; in the form all that is below. Both faces give it the bytes
// of their scenario (web/tools/tools.ts).
//
// Plain C functions on linear memory, as in engine_bindings.cpp. It answers
// with a serialised Drawing: as bytes for the canvas, which paints it, and as
// SVG for the form.
#include <emscripten.h>

#include <string_view>
#include <type_traits>

#include "charts/kit/drawing_bytes.h"
#include "engine/customers/remarketing.h"
#include "exchange/customer_json.h"
#include "exchange/json_writer.h"
#include "wasm/boundary.h"
#include "wasm/later_state.h"
#include "wasm/scenario_charts.h"

namespace sextant {
namespace {

static_assert(std::is_trivially_copyable_v<Scenario>,
              "its bytes come from another module");

Scenario scenario;
Scenario before;
Scenario shocked;
bool has_before = false;
Language language = Language::kEnglish;

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

}  // namespace
}  // namespace sextant

using namespace sextant;

extern "C" {

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

}  // extern "C"
