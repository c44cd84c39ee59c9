#include "wasm/session_calls.h"

#include "engine/model/presets.h"
#include "exchange/error_message.h"
#include "exchange/link.h"
#include "wasm/description_json.h"

namespace sextant {

void WritePresetNames(Language language, JsonWriter& json) {
  json.BeginArray();
  for (const Preset& preset : Presets()) {
    json.BeginObject();
    WriteDescription(preset.id, preset.title, preset.description, language,
                     json);
    json.EndObject();
  }
  json.EndArray();
}

std::string Sentence(const std::optional<Error>& error, Language language) {
  return error ? ErrorMessage(*error, language) : std::string();
}

std::string LoadPreset(Session& session, std::string_view id,
                       Language language) {
  const Preset* preset = FindPreset(id);
  return Sentence(
      preset ? session.Apply(edit::LoadPreset{*preset})
             : Error{ErrorCode::kUnknownOption, "preset", std::string(id)},
      language);
}

void SwitchShock(Session& session, std::string_view id, int medium) {
  for (const ShockPreset& preset : ShockPresets()) {
    if (id == preset.id) (void)session.Apply(edit::SwitchShock{preset, medium});
  }
}

std::string LoadLink(Session& session, std::string_view text,
                     Language language) {
  const Result<Scenario> scenario = DecodeLink(text);
  return Sentence(scenario.ok()
                      ? session.Apply(edit::LoadScenario{scenario.value()})
                      : scenario.error(),
                  language);
}

}  // namespace sextant
