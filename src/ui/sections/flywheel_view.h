// After the order: profits over the months, customer value, the flywheel, its
// inputs and its comparison with the funnel.
#ifndef SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_
#define SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_

#include <optional>
#include <string>
#include <vector>

#include "charts/chart_list.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "ui/sections/section.h"
#include "ui/sections/wheel_motion.h"
#include "words/results.h"

namespace sextant {

class FlywheelView : public CardSection {
 public:
  FlywheelView() : CardSection("flywheel", TextId::kUiFlywheelTitle) {}

  // The profits in the line at the top of the view, as ShowKpiLine.
  void ShowLine(Ui& ui, Rect rect, float margin);

  // --- For WheelView.
  // Computes what the parts show; call before any of them.
  void Prepare(Ui& ui, bool paint);
  // Each lays out its part from the top of `rect` and returns the height it
  // takes; without `paint` it only measures.
  float LayWheel(Ui& ui, Rect rect, bool paint);
  // Without their share, which moves those of the others.
  float LayPromoters(Ui& ui, Rect rect, bool paint);
  // Title, picture and, unless that is low on a phone, sentence; together as
  // high as `height` or, if that is 0, as they need.
  float LayProfits(Ui& ui, Rect rect, bool paint, float height = 0);

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
    std::vector<ShownResult> results;  // kAfterOrderResults
    std::string customer;
    std::string payback;
    std::string momentum;
    std::string overtaking;
    // As large as they were last shown.
    Drawing profits_chart;
    Drawing customers_chart;
  };

  void Update(Ui& ui);
  // Starts the motion of the wheel after a change of the scenario.
  void Turn(Ui& ui);

  // A tile of cache_.results; `value`, if not empty, is its text shortened.
  void ShowResult(Ui& ui, int at, Rect place, const char* group,
                  std::string_view value, Ink ink);
  // Profits over the months, from the top of `rect`; one line of tiles.
  void ShowTotals(Ui& ui, Rect rect);

  float LayDesk(Ui& ui, Rect rect, bool paint);
  float LayColumn(Ui& ui, Rect rect, bool paint);
  float LayTiles(Ui& ui, Rect rect, bool paint);
  float LayValue(Ui& ui, Rect rect, bool paint);
  // Inputs under a heading.
  struct Group {
    const char* id;
    std::string_view name;
    std::string full_name;
    Ink ink;
    Shown fields;
    bool is_small = false;  // without the share
  };
  static Group GroupOf(const Ui& ui, Segment segment);
  float LayGroup(Ui& ui, Rect rect, const Group& group, bool paint);
  float LayLevers(Ui& ui, Rect rect, WheelPart part, bool paint);
  void RecordSegment(Ui& ui, Rect rect, Segment segment);
  float LayDelight(Ui& ui, Rect rect, bool paint);
  float LayCustomers(Ui& ui, Rect rect, bool paint);
  struct Said {
    const char* id;
    TextId label;
    const std::string& text;
  };
  float LayMonths(Ui& ui, Rect rect, Chart chart, const char* id,
                  const Said& said, float height, bool paint);
  // The picture that the module of tools draws, or how to get it.
  void ShowMonths(Ui& ui, Rect rect, Chart chart, const char* id);
  const Drawing& MonthsIn(Ui& ui, Rect rect, Chart chart);
  void OfferTools(Ui& ui, Rect rect, Chart chart, const char* id);
  void ShowDrawing(Ui& ui, const char* group, const char* id,
                   const Drawing& drawing, Rect rect);

  Cache cache_;
  WheelMotion motion_;
  uint32_t turned_revision_ = 0;
  Segment segment_ = Segment::kPromoter;  // shown in narrow views
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_FLYWHEEL_VIEW_H_
