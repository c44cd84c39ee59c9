// The rules a scenario has to obey before it is evaluated (DOMAIN.md, section
// 2). Everything that comes from outside passes here once.
#ifndef SEXTANT_ENGINE_MODEL_VALIDATION_H_
#define SEXTANT_ENGINE_MODEL_VALIDATION_H_

#include <optional>
#include <span>
#include <string_view>

#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

// The first rule the scenario breaks, by its path, or nothing.
std::optional<Error> Validate(const Scenario& scenario);

// Number of media, their ids and labels.
std::optional<Error> CheckMedia(std::span<const Medium> media);

// Texts are valid UTF-8 without control characters and not longer than
// `maximum_length` code points.
std::optional<Error> CheckText(std::string_view text, int maximum_length,
                               std::string_view path);
std::optional<Error> CheckCurrency(std::string_view currency,
                                   std::string_view path);

// The shares of the segments sum to 1, but for rounding. Otherwise
// kSharesDoNotSum at flywheel.segments, with the sum in millionths as detail;
// NormaliseShares mends that.
std::optional<Error> CheckShares(const FlywheelInputs& flywheel);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_VALIDATION_H_
