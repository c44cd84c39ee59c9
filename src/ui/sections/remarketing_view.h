// Remarketing: each cell's share of engaged visits, and its effect on the pool.
#ifndef SEXTANT_UI_SECTIONS_REMARKETING_VIEW_H_
#define SEXTANT_UI_SECTIONS_REMARKETING_VIEW_H_

#include "engine/customers/remarketing.h"
#include "ui/sections/section.h"

namespace sextant {

class RemarketingView : public CardSection {
 public:
  RemarketingView() : CardSection("remarketing", TextId::kUiRemarketing) {}

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  // Each lays out its part from the top of `rect` and returns the height it
  // takes; without `paint` it only measures.
  float LayFields(Ui& ui, Rect rect, int columns, bool paint);
  float LayPools(Ui& ui, Rect rect, int columns, bool paint);
  // The two cells of a medium.
  float LayPool(Ui& ui, Rect rect, int medium, bool paint);
  void ShowEffect(Ui& ui, Rect rect, const std::string& group, int cell);

  RemarketingReport remarketing_;
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_REMARKETING_VIEW_H_
