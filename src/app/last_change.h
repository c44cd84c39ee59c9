// What the reader changed last, and what it did.
#ifndef SEXTANT_APP_LAST_CHANGE_H_
#define SEXTANT_APP_LAST_CHANGE_H_

#include <string>

#include "app/session.h"
#include "locales/number_format.h"

namespace sextant {

// In lines: what was changed ("Social · Paid: CPC NT$8 → NT$12", or how many
// numbers), the results that have moved ("CPA +50% · Profit −12%"), and why.
// Empty without a change, and while the scenario is compared with a baseline.
std::string ExplainLastChange(const Session& session,
                              const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_APP_LAST_CHANGE_H_
