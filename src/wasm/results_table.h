// Results as texts in a table, for print and for readers who prefer that to a
// chart: Table in web/face/session.ts.
#ifndef SEXTANT_WASM_RESULTS_TABLE_H_
#define SEXTANT_WASM_RESULTS_TABLE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// A row per cell, and one of the totals.
void WriteResultsTable(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_RESULTS_TABLE_H_
