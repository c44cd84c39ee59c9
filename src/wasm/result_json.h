// A result as both modules of the form write it: ShownResult in
// web/form/shown.ts.
#ifndef SEXTANT_WASM_RESULT_JSON_H_
#define SEXTANT_WASM_RESULT_JSON_H_

#include "exchange/json_writer.h"
#include "words/results.h"

namespace sextant {

// A member, named by the result: its text alone, or {text, reason, change,
// verdict}.
void WriteResult(const ShownResult& shown, Language language, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_RESULT_JSON_H_
