// What the first screen of the form shows of a session, as texts:
// web/form/shown.ts. later_state.h has what it shows below.
#ifndef SEXTANT_WASM_FORM_STATE_H_
#define SEXTANT_WASM_FORM_STATE_H_

#include <string>

#include "app/session.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// AnsweredShown in web/form/shown.ts. `known`: the scenario whose fields the
// page has in this language, if any; then only changed ones are written.
void WriteShown(const Session& session, const Scenario* known,
                const NumberFormat& format, JsonWriter& json);

// Labels in web/form/shown.ts.
void WriteFieldLabels(Language language, JsonWriter& json);

// What moved revenue, against what it is compared with; without that, how to
// get something to compare.
std::string ExplainChangeOfRevenue(const Session& session,
                                   const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WASM_FORM_STATE_H_
