// What is computed outside of this program, because not every reader looks at
// it: the module of tools, loaded when something of it first comes into view.
#ifndef SEXTANT_UI_KIT_TOOLS_H_
#define SEXTANT_UI_KIT_TOOLS_H_

#include <string>

#include "charts/chart_list.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

class Tools {
 public:
  enum class State { kClosed, kLoading, kReady, kFailed };

  virtual ~Tools() = default;

  virtual State state() const = 0;
  // Begins to load it; after a failure, once more. Whoever implements this
  // wakes the application when the state changes.
  virtual void Open() = 0;

  // A chart of the flywheel month by month (kFlywheel or kCustomers), as
  // charts/kit/drawing_bytes.h writes it; width and height in points. `before`
  // is the scenario to compare with, if any. Only when ready.
  virtual std::string DrawChart(Chart chart, const Scenario& scenario,
                                const Scenario* before,
                                const NumberFormat& format, float width,
                                float height) = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TOOLS_H_
