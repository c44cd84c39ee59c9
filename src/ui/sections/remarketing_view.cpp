#include "ui/sections/remarketing_view.h"

#include <string>

#include "ui/kit/field_row.h"
#include "ui/sections/blocks.h"
#include "words/customer_explanation.h"
#include "words/names.h"
#include "words/results.h"

namespace sextant {

float RemarketingView::LayFields(Ui& ui, Rect rect, int columns, bool paint) {
  const float row = FieldRowHeight(ui);
  int count = 0;
  for (const ScenarioField* field : ScenarioFieldsShown(Shown::kRemarketing)) {
    const Rect place = Column(rect, count % columns, columns);
    if (paint) {
      FieldRow(ui, AddressOf(*field),
               {place.x, place.y + row * static_cast<float>(count / columns),
                place.width, row},
               id(), ui.Text(TextId::kUiRemarketingShort), Ink::kAccent);
    }
    ++count;
  }
  return row * static_cast<float>((count + columns - 1) / columns);
}

void RemarketingView::ShowEffect(Ui& ui, Rect rect, const std::string& group,
                                 int cell) {
  const ShownResult shown = ShowDensityEffect(remarketing_, cell, ui.format());
  ui.semantics().Output(
      CellId(ui.scenario(), cell) + "/densityEffect", group,
      CellName(ui.scenario(), cell, ui.language()) + " · " +
          std::string(ui.Text(TextId::kMetricDensityEffect)),
      shown.reason ? FormatText(ui.language(), TextId::kUiUndefinedBecause,
                                {{"reason", ui.Text(*shown.reason)}})
                   : shown.text,
      rect, shown.reason.has_value());
  ui.canvas().Label(
      rect, shown.text,
      {.size = TextSize::kSmall, .ink = Ink::kTextMuted, .align = Align::kEnd});
}

float RemarketingView::LayPool(Ui& ui, Rect rect, int medium, bool paint) {
  constexpr float kEffectWidth = 84;
  const CellField& field = *FindCellField("engagedShare");
  const Ink hue = MediumInk(ui.scenario(), medium);
  const std::string group = "pool/" + ui.scenario().media[medium].id.str();
  if (paint) {
    ShowHeading(ui, rect, group,
                MediumName(ui.scenario(), medium, ui.language()), hue);
  }
  float y = kHeadingHeight;
  for (const Kind kind : {Kind::kOrganic, Kind::kPaid}) {
    const int cell = CellIndex(medium, kind);
    const Rect row = {rect.x, rect.y + y, rect.width - kEffectWidth - 4,
                      FieldRowHeight(ui)};
    y += row.height;
    if (!paint) continue;
    FieldRow(ui, AddressOf(field, cell), row, group,
             CellName(ui.scenario(), cell, ui.language()), hue,
             KindName(kind, ui.language()));
    const Rect value = ValueIn(row);
    ShowEffect(ui, {row.right() + 4, value.y, kEffectWidth, value.height},
               group, cell);
  }
  return y;
}

float RemarketingView::LayPools(Ui& ui, Rect rect, int columns, bool paint) {
  const int media = static_cast<int>(ui.scenario().media.size());
  float y = 0;
  for (int first = 0; first < media; first += columns) {
    float height = 0;
    for (int i = 0; i < columns && first + i < media; ++i) {
      height =
          LayPool(ui, Column(Below(rect, y), i, columns), first + i, paint);
    }
    y += height + 8;
  }
  return y;
}

float RemarketingView::LayBody(Ui& ui, Rect inner, bool paint) {
  remarketing_ = MeasureRemarketing(ui.scenario());
  const int columns = ui.is_phone()                              ? 1
                      : ui.arrangement() == Arrangement::kTablet ? 2
                                                                 : 3;
  float y = LayTitle(ui, inner,
                     ui.Fit(TextId::kUiRemarketing, TextId::kUiRemarketingShort,
                            inner.width, true),
                     paint);
  y += LaySentence(
      ui, Below(inner, y), id(), "remarketing/pool", TextId::kUiRemarketing,
      ExplainRemarketing(ui.scenario(), remarketing_, ui.format()), paint);
  y += LayFields(ui, Below(inner, y), columns, paint) + 12;
  return y + LayPools(ui, Below(inner, y), columns, paint);
}

}  // namespace sextant
