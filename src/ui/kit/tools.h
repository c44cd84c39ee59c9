// What is computed outside of this program, because not every reader looks at
// it: the module of tools, loaded when something of it first comes into view.
#ifndef SEXTANT_UI_KIT_TOOLS_H_
#define SEXTANT_UI_KIT_TOOLS_H_

#include <string>

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

  // The active customers by month, as charts/kit/drawing_bytes.h writes them;
  // width and height in points. Only when ready.
  virtual std::string DrawCustomers(const Scenario& scenario,
                                    const NumberFormat& format, float width,
                                    float height) = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_TOOLS_H_
