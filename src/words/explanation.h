// Explains a result in one sentence with numbers.
#ifndef SEXTANT_WORDS_EXPLANATION_H_
#define SEXTANT_WORDS_EXPLANATION_H_

#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"
#include "words/names.h"

namespace sextant {

// "Search · Paid is in quadrant II: its clicks cost 2.1× the average, but
// convert 3.4% and each order costs NT$212, 38% below the average." There is
// one for every state of a cell (no visits, no spend, spend but no orders).
// Within 5% of a line it is "on the line". Of an organic cell: what it costs,
// and what of its margin is left.
std::string ExplainCell(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format);

// "Revenue is spread as if it came from 2.3 equal sources; Social · Paid alone
// brings 58%."
std::string ExplainConcentration(const Scenario& scenario, const Report& report,
                                 const NumberFormat& format);

// "Revenue NT$1,234,000: 60,000 visits × 1.8% × NT$1,150."
std::string ExplainTotal(const Totals& total, const NumberFormat& format);

// The formula once more, for all cells together: "Averages make it look like a
// single source: 60,000 visits × …". Empty when an average is undefined.
std::string ExplainAverages(const Totals& total, const NumberFormat& format);

// "Revenue NT$1,234,000, NT$120,000 (+11%) above the baseline; Social · Paid
// moved it most (…)." Where the value per visit moves the other way: "Revenue
// NT$1,234,000 (+33%), but a visit is worth 13% less: the new visits are mostly
// Social · Paid’s, worth NT$27 each." Without a baseline, ExplainTotal.
std::string ExplainRevenue(const Scenario& scenario, const Report& report,
                           const Report* baseline, const NumberFormat& format);

// The formula with this scenario's numbers, one term per cell:
// "12,000 × 1.2% × NT$1,450 = NT$208,800".
std::string FormulaTerm(const Scenario& scenario, const Report& report,
                        int cell, const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_EXPLANATION_H_
