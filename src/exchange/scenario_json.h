// A scenario as JSON, the form that the JavaScript API takes and gives
// (DOMAIN.md, section 2).
#ifndef SEXTANT_EXCHANGE_SCENARIO_JSON_H_
#define SEXTANT_EXCHANGE_SCENARIO_JSON_H_

#include <string>
#include <string_view>

#include "engine/result.h"
#include "engine/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// Everything may be left out and takes its default: without "cells" those of
// the default scenario, for the media of the same id; with "cells", a cell that
// is not listed is zero, and one listed without id is the one of its position.
// Anything wrong is refused with its path, and what is returned is valid.
Result<Scenario> ReadScenario(std::string_view json);

// The same from a reader that stands before the scenario's value.
Result<Scenario> ReadScenario(JsonReader& reader);

// All of it, defaults included; reads back as the same scenario bit for bit.
std::string WriteScenario(const Scenario& scenario);
void WriteScenario(const Scenario& scenario, JsonWriter& writer);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_SCENARIO_JSON_H_
