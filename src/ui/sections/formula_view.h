// Revenue = Σ F·R·V, live, with this scenario's numbers.
#ifndef SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_
#define SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_

#include "ui/sections/section.h"

namespace sextant {

class FormulaView : public CardSection {
 public:
  FormulaView() : CardSection("formula", TextId::kUiFormulaTitle) {}

 protected:
  float LayBody(Ui& ui, Rect inner, bool paint) override;

 private:
  float LayHead(Ui& ui, Rect inner, bool paint);
  float LayTerms(Ui& ui, Rect rect, bool paint);
  float LaySentences(Ui& ui, Rect rect, bool paint);
};

}  // namespace sextant

#endif  // SEXTANT_UI_SECTIONS_FORMULA_VIEW_H_
