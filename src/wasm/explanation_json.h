// All explanations of a scenario as JSON text, for both modules.
#ifndef SEXTANT_WASM_EXPLANATION_JSON_H_
#define SEXTANT_WASM_EXPLANATION_JSON_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// {revenue, concentration, cells: [{id, name, sentence, advice, formula}]}:
// Explanations in web/engine/index.d.ts.
void WriteExplanations(const Scenario& scenario, const Report& report,
                       const NumberFormat& format, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_EXPLANATION_JSON_H_
