// What presets of scenarios and of shocks say about themselves.
#ifndef SEXTANT_WASM_DESCRIPTION_JSON_H_
#define SEXTANT_WASM_DESCRIPTION_JSON_H_

#include "exchange/json_writer.h"
#include "locales/text.h"

namespace sextant {

// The members id, title and description.
inline void WriteDescription(const char* id, TextId title, TextId description,
                             Language language, JsonWriter& json) {
  json.Member("id", id)
      .Member("title", Text(language, title))
      .Member("description", Text(language, description));
}

}  // namespace sextant

#endif  // SEXTANT_WASM_DESCRIPTION_JSON_H_
