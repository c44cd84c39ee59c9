#include "wasm/tools/customers_call.h"

#include <string_view>

#include "charts/kit/drawing_json.h"
#include "wasm/options.h"
#include "wasm/scenario_charts.h"
#include "wasm/tools/call.h"

namespace sextant {

bool CustomersCall(const Scenario& scenario, JsonReader& options,
                   JsonWriter& json) {
  PictureOptions picture;
  picture.language = UsualLanguage();
  if (!options.BeginObject()) return false;
  std::string_view key;
  while (options.NextMember(&key)) {
    if (!ReadPictureOption(options, key, picture)) return false;
  }
  if (options.failed()) return false;
  const ScenarioCharts charts(
      scenario, nullptr,
      {picture.language,
       DefaultMoneyStyle(scenario.currency, picture.language)});
  const Drawing drawing =
      charts.Draw(Chart::kCustomers, picture.width, picture.height);
  json.BeginObject().Key("drawing");
  WriteDrawing(drawing, json);
  json.Member("svg", charts.Svg(Chart::kCustomers, drawing, picture.theme))
      .Key("table");
  charts.WriteTable(json);
  json.EndObject();
  return true;
}

}  // namespace sextant
