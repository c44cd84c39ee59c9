#include "wasm/error_json.h"

#include "exchange/error_message.h"

namespace sextant {

void WriteError(const Error& error, Language language,
                const FieldDefinition* typed, JsonWriter& json) {
  json.BeginObject()
      .Member("code", ErrorCodeName(error.code))
      .Member("field", error.field)
      .Member("message", typed ? InputErrorMessage(error, language, *typed)
                               : ErrorMessage(error, language))
      .EndObject();
}

}  // namespace sextant
