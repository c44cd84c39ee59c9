// Everything that the form shows of a session, as texts: web/form/shown.ts.
#ifndef SEXTANT_WASM_FORM_STATE_H_
#define SEXTANT_WASM_FORM_STATE_H_

#include "app/session.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// AnsweredFirst in web/form/shown.ts. `known`: the scenario whose fields the
// page has in this language, if any; then only changed ones are written.
void WriteShownFirst(const Session& session, const Scenario* known,
                     const NumberFormat& format, JsonWriter& json);

// ShownRest in web/form/shown.ts.
void WriteShownRest(const Session& session, const NumberFormat& format,
                    JsonWriter& json);

// Labels in web/form/shown.ts.
void WriteFieldLabels(Language language, JsonWriter& json);

// ShownShock[] in web/form/shown.ts. `medium`: the position of the one that a
// shock of one medium is aimed at.
void WriteShocks(const Session& session, int medium, const NumberFormat& format,
                 JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_WASM_FORM_STATE_H_
