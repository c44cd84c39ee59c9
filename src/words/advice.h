// What to do with a cell.
#ifndef SEXTANT_WORDS_ADVICE_H_
#define SEXTANT_WORDS_ADVICE_H_

#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

// Advice for a cell: that of its quadrant and kind, unless its profit says
// otherwise, it is on a line, or lifetime value pays back a loss in quadrant
// III. Never to stop what earns; to organic cells nothing about ads. Empty for
// a cell without quadrant.
std::string AdviseCell(const Scenario& scenario, const Report& report, int cell,
                       const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_ADVICE_H_
