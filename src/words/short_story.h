// A cell's story in the few words that a chip has room for.
#ifndef SEXTANT_WORDS_SHORT_STORY_H_
#define SEXTANT_WORDS_SHORT_STORY_H_

#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/text.h"

namespace sextant {

// "IV · cheap, but does not buy"; the name of no quadrant for a cell without
// one.
std::string ShortStory(const Scenario& scenario, const Report& report, int cell,
                       Language language);

}  // namespace sextant

#endif  // SEXTANT_WORDS_SHORT_STORY_H_
