// The flywheel's months as texts in a table, for readers who prefer that to a
// chart: Table in web/face/session.ts.
#ifndef SEXTANT_WASM_MONTHS_TABLE_H_
#define SEXTANT_WASM_MONTHS_TABLE_H_

#include "engine/customers/flywheel.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// A row per month. Of a long time, months apart, and the last.
void WriteMonthsTable(const FlywheelReport& flywheel,
                      const NumberFormat& format, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_MONTHS_TABLE_H_
