// What the modules of both faces answer for a session: web/face/session.ts.
#ifndef SEXTANT_WASM_SESSION_CALLS_H_
#define SEXTANT_WASM_SESSION_CALLS_H_

#include <string>
#include <string_view>

#include "app/session.h"
#include "exchange/json_writer.h"
#include "locales/number_format.h"

namespace sextant {

// [{id, title, description}]: the presets.
void WritePresetNames(Language language, JsonWriter& json);

// "" or why it is unknown; otherwise the preset is loaded.
std::string LoadPreset(Session& session, std::string_view id,
                       Language language);

// Applies the shock of this id, or takes it back; nothing if it is unknown.
void SwitchShock(Session& session, std::string_view id, int medium);

// "" or a sentence why the edit was refused.
std::string Sentence(const std::optional<Error>& error, Language language);

// "" or a sentence why the link was refused.
std::string LoadLink(Session& session, std::string_view text,
                     Language language);

}  // namespace sextant

#endif  // SEXTANT_WASM_SESSION_CALLS_H_
