// After the order: customer value, the flywheel, its inputs and its comparison
// with the funnel, and remarketing.
#ifndef SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_
#define SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_

#include <optional>
#include <string>
#include <vector>

#include "charts/chart_list.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "ui/sections/section.h"
#include "ui/sections/wheel_motion.h"
#include "words/results.h"

namespace sextant {

class FlywheelView : public CardSection {
 public:
  FlywheelView() : CardSection("flywheel", TextId::kUiFlywheelTitle) {}

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  // Everything that is computed when the scenario or the language changes.
  struct Cache {
    uint32_t revision = 0;
    const Session::Compared* compared = nullptr;
    NumberFormat format;
    FlywheelReport flywheel;
    // The state before the drag, or the baseline.
    std::optional<FlywheelReport> ghost;
    RemarketingReport remarketing;
    std::vector<ShownResult> tiles;
    std::string customer;
    std::string payback;
    std::string momentum;
    std::string overtaking;
    std::string pool;
    // As large as they were last shown.
    Drawing profits;
    Drawing customers;
  };

  void Update(Ui& ui);
  // Starts the motion of the wheel after a change of the scenario.
  void Turn(Ui& ui);

  // Each lays out its part from the top of `rect` and returns the height it
  // takes; without `paint` it only measures.
  float LayDesk(Ui& ui, Rect rect, bool paint);
  float LayColumn(Ui& ui, Rect rect, bool paint);
  float LayWheel(Ui& ui, Rect rect, bool paint);
  float LayTiles(Ui& ui, Rect rect, bool paint);
  float LaySentence(Ui& ui, Rect rect, const char* group, const char* id,
                    TextId label, const std::string& text, bool paint);
  float LayValue(Ui& ui, Rect rect, bool paint);
  float LayLevers(Ui& ui, Rect rect, WheelPart part, bool paint);
  float LayDelight(Ui& ui, Rect rect, bool paint);
  float LaySegment(Ui& ui, Rect rect, Segment segment, bool hidden, bool paint);
  // Each: title, picture and sentence.
  float LayProfits(Ui& ui, Rect rect, bool paint);
  float LayCustomers(Ui& ui, Rect rect, bool paint);
  struct Said {
    const char* id;
    TextId label;
    const std::string& text;
  };
  float LayMonths(Ui& ui, Rect rect, Chart chart, const char* id,
                  const Said& said, bool paint);
  // The picture that the module of tools draws, or how to get it.
  void ShowMonths(Ui& ui, Rect rect, Chart chart, const char* id);
  const Drawing& MonthsIn(Ui& ui, Rect rect, Chart chart);
  void OfferTools(Ui& ui, Rect rect, Chart chart, const char* id);
  float LayRemarketing(Ui& ui, Rect rect, bool paint);
  float LayPool(Ui& ui, Rect rect, int medium, bool paint);
  void ShowDrawing(Ui& ui, const char* group, const char* id,
                   const Drawing& drawing, Rect rect);

  Cache cache_;
  WheelMotion motion_;
  uint32_t turned_revision_ = 0;
  Segment segment_ = Segment::kPromoter;  // shown in narrow views
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_
