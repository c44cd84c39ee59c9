// The names of media, cells and quadrants.
#ifndef SEXTANT_WORDS_NAMES_H_
#define SEXTANT_WORDS_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/text.h"

namespace sextant {

// "Social", 社群媒體, or the user's own label.
std::string MediumName(const Scenario& scenario, int medium, Language language);
// What `text`, typed as the name of a medium, makes its label: none if it is
// the language's own word, so that the word is translated.
std::string_view LabelFor(const Scenario& scenario, int medium,
                          std::string_view text, Language language);
// "Organic", 自然引流.
std::string_view KindName(Kind kind, Language language);
// "Social · Paid".
std::string CellName(const Scenario& scenario, int cell, Language language);
// For places with little room: "Integrated", 整合, or the start of the label;
// "Social paid", 社群付費.
std::string ShortMediumName(const Scenario& scenario, int medium,
                            Language language);
std::string_view ShortKindName(Kind kind, Language language);
std::string ShortCellName(const Scenario& scenario, int cell,
                          Language language);
// "Quadrant III", "No quadrant".
std::string QuadrantName(std::optional<Quadrant> quadrant, Language language);
// "I" … "IV".
std::string_view QuadrantNumeral(Quadrant quadrant);
// The quadrant's story, of clicks that are paid for: "cheap clicks that buy".
std::string_view QuadrantStory(Quadrant quadrant, Language language);
// In two or three words: "cheap, and buys".
std::string_view ShortQuadrantStory(Quadrant quadrant, Language language);

}  // namespace sextant

#endif  // SEXTANT_WORDS_NAMES_H_
