// The rules of a valid scenario (DOMAIN.md, section 2). Every input from
// outside is checked here before it is evaluated.
#ifndef SEXTANT_ENGINE_MODEL_VALIDATION_H_
#define SEXTANT_ENGINE_MODEL_VALIDATION_H_

#include <optional>
#include <span>
#include <string_view>

#include "engine/model/result.h"
#include "engine/model/scenario.h"

namespace sextant {

// The first rule that the scenario breaks, with the path of the field; nullopt
// for a valid scenario.
std::optional<Error> Validate(const Scenario& scenario);

// The number of media, their ids and their labels.
std::optional<Error> CheckMedia(std::span<const Medium> media);

// Texts are valid UTF-8 without control characters and not longer than
// `maximum_length` code points.
std::optional<Error> CheckText(std::string_view text, int maximum_length,
                               std::string_view path);
std::optional<Error> CheckCurrency(std::string_view currency,
                                   std::string_view path);

// The shares of the segments must sum to 1, apart from rounding. Otherwise
// kSharesDoNotSum at flywheel.segments, with the sum in millionths as detail;
// NormaliseShares corrects that.
std::optional<Error> CheckShares(const FlywheelInputs& flywheel);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_VALIDATION_H_
