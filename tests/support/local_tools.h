// The module of tools for native programs: the same functions, in the same
// program, with the same bytes in between.
#ifndef SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_
#define SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_

#include <optional>
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
  std::string DrawChart(Chart chart, const Scenario& scenario,
                        const Scenario* before, const NumberFormat& format,
                        float width, float height) override {
    const Report report = Evaluate(scenario);
    const FlywheelReport flywheel = SimulateFlywheel(scenario, report);
    const ChartContext context = {scenario, report, format};
    if (chart == Chart::kCustomers) {
      ++times_drawn;
      return WriteDrawingBytes(
          CustomersChart(context, flywheel, width, height));
    }
    std::optional<FlywheelReport> ghost;
    if (before) ghost = SimulateFlywheel(*before, Evaluate(*before));
    return WriteDrawingBytes(FlywheelChart(
        context, flywheel, ghost ? &*ghost : nullptr, width, height));
  }

  // What happens while it is loaded.
  void Become(State state) { state_ = state; }

  int times_opened = 0;
  int times_drawn = 0;  // of the chart of the customers

 private:
  State state_;
};

}  // namespace sextant

#endif  // SEXTANT_TESTS_SUPPORT_LOCAL_TOOLS_H_
