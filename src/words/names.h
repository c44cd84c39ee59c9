// The names of media, cells and quadrants.
#ifndef SEXTANT_WORDS_NAMES_H_
#define SEXTANT_WORDS_NAMES_H_

#include <string>
#include <string_view>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/text.h"

namespace sextant {

// "Social", 社群媒體, or the user's own label.
std::string MediumName(const Scenario& scenario, int medium, Language language);
// "Organic", 自然引流.
std::string_view KindName(Kind kind, Language language);
// "Social · Paid".
std::string CellName(const Scenario& scenario, int cell, Language language);
// "I" … "IV".
std::string_view QuadrantNumeral(Quadrant quadrant);
// The quadrant's story and its advice: "cheap clicks that buy".
std::string_view QuadrantStory(Quadrant quadrant, Language language);
std::string_view QuadrantAdvice(Quadrant quadrant, Language language);

}  // namespace sextant

#endif  // SEXTANT_WORDS_NAMES_H_
