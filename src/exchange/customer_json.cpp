#include "exchange/customer_json.h"

#include <algorithm>
#include <iterator>

#include "engine/customers/customer_value.h"

namespace sextant {
namespace {

void WriteValue(const CustomerValue& value, JsonWriter& writer) {
  writer.Member("ltv", value.ltv)
      .Member("ltvToCac", value.ltv_to_cac)
      .Member("paybackMonth", value.payback_month);
}

double* Flatten(const std::optional<SteadyState>& state, double* out) {
  constexpr size_t kStateValues = std::size(kSteadyStateNames);
  if (!state) return std::fill_n(out, kStateValues, kUndefinedValue);
  return Flatten(*state, out);
}

}  // namespace

void WriteCustomerValues(const Scenario& scenario, const Report& report,
                         JsonWriter& writer) {
  writer.BeginObject().Key("total").BeginObject();
  WriteValue(ValueOfCustomer(scenario, report), writer);
  writer.EndObject().Key("cells").BeginArray();
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    const CustomerValue value = ValueOfCustomer(scenario, report, cell);
    writer.BeginObject().Member("id", CellId(scenario, cell));
    WriteValue(value, writer);
    writer.Member("paysBack", value.payback_month.has_value()).EndObject();
  }
  writer.EndArray().EndObject();
}

void WriteRemarketing(const Scenario& scenario,
                      const RemarketingReport& remarketing,
                      JsonWriter& writer) {
  writer.BeginObject()
      .Member("density", remarketing.density)
      .Member("conversionRate", remarketing.conversion_rate)
      .Member("cpa", remarketing.cpa)
      .Key("cells")
      .BeginArray();
  for (int cell = 0; cell < remarketing.cell_count; ++cell) {
    const RemarketingCell& part =
        remarketing.cells()[static_cast<size_t>(cell)];
    writer.BeginObject()
        .Member("id", CellId(scenario, cell))
        .Member("engagedVisits", part.engaged_visits)
        .Member("densityEffect", part.density_effect)
        .Member("cpaEffect", part.cpa_effect)
        .EndObject();
  }
  writer.EndArray().EndObject();
}

size_t FlattenFlywheel(const FlywheelReport& flywheel, double* values) {
  double* out = values;
  *out++ = flywheel.momentum;
  *out++ = flywheel.long_run_multiplier.value_or_nan();
  *out++ = flywheel.overtakes_in_month ? *flywheel.overtakes_in_month
                                       : kUndefinedValue;
  *out++ = flywheel.nps;
  out = Flatten(flywheel.steady_state, out);
  for (const FlywheelMonth& month : flywheel.flywheel()) {
    out = Flatten(month, out);
  }
  for (const FlywheelMonth& month : flywheel.funnel()) {
    out = Flatten(month, out);
  }
  return static_cast<size_t>(out - values);
}

}  // namespace sextant
