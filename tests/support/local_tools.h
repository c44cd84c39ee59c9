// The module of tools for native programs: the same functions, in the same
// program, with the same bytes in between.
#ifndef SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_
#define SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_

#include <string>

#include "charts/flywheel_chart.h"
#include "charts/kit/drawing_bytes.h"
#include "engine/customers/flywheel.h"
#include "engine/metrics/evaluate.h"
#include "ui/kit/tools.h"

namespace sextant {

class LocalTools : public Tools {
 public:
  explicit LocalTools(State state = State::kReady) : state_(state) {}

  State state() const override { return state_; }
  void Open() override {
    ++times_opened;
    state_ = State::kLoading;
  }
  std::string DrawCustomers(const Scenario& scenario,
                            const NumberFormat& format, float width,
                            float height) override {
    ++times_drawn;
    const Report report = Evaluate(scenario);
    return WriteDrawingBytes(CustomersChart({scenario, report, format},
                                            SimulateFlywheel(scenario, report),
                                            width, height));
  }

  // What happens while it is loaded.
  void Become(State state) { state_ = state; }

  int times_opened = 0;
  int times_drawn = 0;

 private:
  State state_;
};

}  // namespace sextant

#endif  // SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_
