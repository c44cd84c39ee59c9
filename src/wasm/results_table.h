// The scenario and its results as texts, for printing.
#ifndef SEXTANT_WASM_RESULTS_TABLE_H_
#define SEXTANT_WASM_RESULTS_TABLE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// web/canvas/app_module.d.ts's Table: a row per cell, and one of the totals.
void WriteResultsTable(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_RESULTS_TABLE_H_
