// Why something was refused, as JSON text, for all modules.
#ifndef SEXTANT_WASM_ERROR_JSON_H_
#define SEXTANT_WASM_ERROR_JSON_H_

#include "engine/model/fields.h"
#include "engine/model/result.h"
#include "exchange/json_writer.h"
#include "locales/text.h"

namespace sextant {

// {code, field, message}. `typed` is the field whose input was refused, if it
// was typed: then the message calls it "this number" and not by its path.
void WriteError(const Error& error, Language language,
                const FieldDefinition* typed, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_ERROR_JSON_H_
