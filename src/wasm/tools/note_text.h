// What is said about a table, as a sentence.
#ifndef SEXTANT_WASM_TOOLS_NOTE_TEXT_H_
#define SEXTANT_WASM_TOOLS_NOTE_TEXT_H_

#include <cstdint>
#include <span>
#include <string>

#include "exchange/import/import_table.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"
#include "locales/text.h"

namespace sextant {

inline std::string NoteText(Language language, TextId text,
                            const NoteValues& values) {
  const NumberFormat format{language, {}};
  return FormatText(language, text,
                    {{"text", values.text},
                     {"other", values.other},
                     {"count", format.ExactMoney(values.count)},
                     {"sum", format.ExactMoney(values.sum)}});
}

inline JsonWriter& WriteLines(std::span<const uint32_t> lines,
                              JsonWriter& json) {
  json.Key("lines").BeginArray();
  for (const uint32_t line : lines) json.Value(static_cast<double>(line));
  return json.EndArray();
}

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_NOTE_TEXT_H_
