#ifndef SEXTANT_WASM_TOOLS_TABLE_CALL_H_
#define SEXTANT_WASM_TOOLS_TABLE_CALL_H_

#include <string_view>

#include "exchange/import/import_table.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// readTable of a text in UTF-8: {lang, channels, currency, columns} → {table,
// names, cellIds}. The rows of the table are null in it: they may be many, and
// JavaScript takes them as they lie in memory (web/engine/tools/table.mjs).
// They are those of the table it returns; nullptr: refused. See call.h.
const ImportedTable* ReadTableCall(std::string_view text, JsonReader& options,
                                   JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_TOOLS_TABLE_CALL_H_
