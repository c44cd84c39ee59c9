// The calls of the package that bring data in, of its module only.
#include <emscripten.h>

#include <string_view>

#include "wasm/boundary.h"
#include "wasm/tools/apply_call.h"
#include "wasm/tools/call.h"
#include "wasm/tools/table_call.h"

using namespace sextant;

namespace {

// The table of the last call, and the text that it is read from: as the rest of
// the memory, until the next call.
const ImportedTable* last_table = nullptr;
std::string_view table_text;

}  // namespace

extern "C" {

// As those in tools_bindings.cpp.
EMSCRIPTEN_KEEPALIVE bool apply_table(size_t size, size_t number_count) {
  return Decide<ApplyCall>(size, number_count);
}

// The text of the table follows that of the options.
EMSCRIPTEN_KEEPALIVE bool read_table(size_t size, size_t number_count,
                                     size_t table_size) {
  table_text = GivenText(size + table_size).substr(size);
  return MakeCall(
      size, number_count,
      [](const GivenScenarios&, JsonReader& options, JsonWriter& json) {
        last_table = ReadTableCall(table_text, options, json);
        return last_table != nullptr;
      });
}
// The rows of the table that was read, in blocks of RowList::kBlockSize.
EMSCRIPTEN_KEEPALIVE size_t table_row_count() {
  return last_table->rows.size();
}
EMSCRIPTEN_KEEPALIVE const ImportedRow* table_rows(size_t block) {
  return last_table->rows.block(block);
}

// How many names of columns the text has that are known.
EMSCRIPTEN_KEEPALIVE int known_names(size_t size) {
  return CountKnownNames(GivenText(size));
}

}  // extern "C"
