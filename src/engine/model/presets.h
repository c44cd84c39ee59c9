// Scenarios to start from. Each illustrates one claim of DOMAIN.md, section 1.
#ifndef SEXTANT_ENGINE_MODEL_PRESETS_H_
#define SEXTANT_ENGINE_MODEL_PRESETS_H_

#include <span>
#include <string_view>

#include "engine/model/scenario.h"
#include "locales/text_id.h"

namespace sextant {

struct Preset {
  const char* id;      // "cheap-clicks"
  TextId title;        // "Cheap clicks, costly customers"
  TextId description;  // one sentence
  Scenario scenario;   // title left empty: the preset's title is shown
};

// The first is the default scenario: cheap-clicks, one-platform, breaking-in,
// balanced, and two with the same cells: funnel-thinking, flywheel-turning.
std::span<const Preset> Presets();

const Scenario& DefaultScenario();

// The default scenario's cell for the medium with this id; a zero cell for
// media that it does not have.
Cell DefaultCell(std::string_view medium_id, Kind kind);

// nullptr when there is no such preset.
const Preset* FindPreset(std::string_view id);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_PRESETS_H_
