#include "ui/sections/formula_view.h"

#include <algorithm>

#include "ui/kit/field_row.h"
#include "words/explanation.h"
#include "words/results.h"

namespace sextant {
namespace {

constexpr float kTermHeight = 48;
constexpr const char* kFactors[] = {"visits", "conversionRate", "orderValue"};

int Columns(Ui& ui) {
  switch (ui.arrangement()) {
    case Arrangement::kPhone:
      return 1;
    case Arrangement::kTablet:
      return 2;
    case Arrangement::kDesk:
      return 3;
  }
  return 1;
}

int Media(Ui& ui) { return static_cast<int>(ui.scenario().media.size()); }

// The place of a cell's term: as in the matrix, a column per medium.
struct Place {
  int column;
  int row;
};

Place PlaceOf(Ui& ui, int cell) {
  if (Columns(ui) < 3) return {cell % Columns(ui), cell / Columns(ui)};
  const int medium = MediumOf(cell);
  return {medium % 3, medium / 3 * 2 + (KindOf(cell) == Kind::kPaid ? 1 : 0)};
}

int Rows(Ui& ui) {
  const int columns = Columns(ui);
  if (columns == 3) return (Media(ui) + 2) / 3 * 2;
  return (Media(ui) * kKindCount + columns - 1) / columns;
}

// What changed revenue; without a comparison, how to get one.
std::string Why(Ui& ui) {
  const Session::Compared* compared = ui.session().compared();
  if (!compared) return std::string(ui.Text(TextId::kUiCompareHint));
  return ExplainRevenue(ui.scenario(), ui.report(), &compared->beside.report,
                        ui.format());
}

// Room for the longest sentence, so that nothing jumps during a drag.
float WhyHeight(Ui& ui) {
  const int lines = ui.is_phone() ? 4 : 4 - Columns(ui) + 1;
  return static_cast<float>(lines) * FontSize(TextSize::kSmall) * 1.45f;
}

// F × R × V = revenue, in which each input can be edited by typing. If the
// formula is shown alone, without sliders, the numbers have the fields' nodes.
void ShowTerm(Ui& ui, int cell, const std::string& name, Rect line) {
  const char* separator = "";
  float x = line.x;
  const auto put = [&](std::string_view text) {
    const float width = ui.canvas().TextWidth(text, TextSize::kSmall);
    ui.canvas().Label({x, line.y, line.right() - x, line.height}, text,
                      {.size = TextSize::kSmall});
    x += width;
  };
  const std::string id = CellId(ui.scenario(), cell) + "/term/";
  for (const char* factor : kFactors) {
    const CellField& field = *FindCellField(factor);
    const FieldAddress address = AddressOf(field, cell);
    const std::string text =
        FormatField(field, GetField(ui.scenario(), address), ui.format());
    put(separator);
    separator = " × ";
    const Rect number = {x - 2, line.y,
                         ui.canvas().TextWidth(text, TextSize::kSmall) + 4,
                         line.height};
    const float height = ui.is_phone() ? kTouchTarget : 24;
    const float wider = std::max(8.0f, 24 - number.width);
    const Rect target = {number.x - wider / 2, line.bottom() + 2 - height,
                         number.width + wider, height};
    const std::string path = FieldPath(ui.scenario(), address);
    if (ui.surroundings().is_single) {
      RecordField(ui, address, target, "formula", name);
      if (ui.controls().focused() == path) ui.canvas().FocusRing(number, 4);
    }
    const Interaction touch = ui.controls().Interact(id + field.id, target);
    if (touch.hovered) {
      ui.controls().SetCursor("text");
      ui.canvas().FillRect(number, {Ink::kControl, 0.25f}, 4);
    }
    const float width = std::max(number.width, 96.0f);
    const Rect editor = {std::min(number.x, line.right() - width), line.y - 3,
                         width, line.height + 6};
    if (touch.pressed) RequestFieldEdit(ui, address, id + field.id, editor);
    ui.editor().Place(path, id + field.id, editor);
    put(text);
  }
  put(" = " + ui.format().Money(ui.report().cells()[cell].revenue));
}

// One cell's part of the sum, with its name above.
void ShowCellTerm(Ui& ui, int cell, Rect term) {
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  const Ink hue = MediumInk(ui.scenario(), MediumOf(cell));
  const bool has_focus = ui.surroundings().is_single && ui.CellHasFocus(cell);
  if (ui.controls().PointerIn(term) || has_focus) ui.highlight().Set(cell);
  if (ui.highlight().cell() == cell) {
    ui.canvas().FillRect(
        {term.x - 6, term.y + 2, term.width + 12, term.height - 4}, {hue, 0.1f},
        6);
  }
  ui.canvas().Swatch({term.x, term.y + 9, 10, 10}, hue, KindOf(cell));
  ui.canvas().Label({term.x + 16, term.y + 4, term.width - 16, 20}, name,
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ShowTerm(ui, cell, name, {term.x, term.y + 24, term.width, 20});
  if (!ui.semantics().recording()) return;
  ui.semantics().Output(
      CellId(ui.scenario(), cell) + "/term", "formula", name,
      FormulaTerm(ui.scenario(), ui.report(), cell, ui.format()), term);
}

}  // namespace

float FormulaView::LayHead(Ui& ui, Rect inner, bool paint) {
  const std::string revenue =
      "= " + ui.format().Money(ui.report().total.revenue);
  const float width = ui.canvas().TextWidth(revenue, TextSize::kBody, true) + 2;
  const Head head = HeadIn(ui, inner, width, kTitleHeight);
  LayTitle(ui, head.title,
           ui.Text(ui.is_phone() ? TextId::kUiFormulaTitleShort
                                 : TextId::kUiFormulaTitle),
           paint);
  if (paint) ui.canvas().Label(head.other, revenue, {.bold = true});
  return head.height;
}

float FormulaView::LayTerms(Ui& ui, Rect rect, bool paint) {
  const float width = rect.width / static_cast<float>(Columns(ui));
  const float height = static_cast<float>(Rows(ui)) * kTermHeight;
  if (!paint) return height;
  const int cells = static_cast<int>(ui.scenario().cells.size());
  for (int cell = 0; cell < cells; ++cell) {
    const Place place = PlaceOf(ui, cell);
    ShowCellTerm(ui, cell,
                 {rect.x + static_cast<float>(place.column) * width,
                  rect.y + static_cast<float>(place.row) * kTermHeight,
                  width - 12, kTermHeight});
  }
  return height;
}

float FormulaView::LaySentences(Ui& ui, Rect rect, bool paint) {
  const std::string sum = ExplainAverages(ui.report().total, ui.format());
  const std::string_view independence = ui.Text(TextId::kUiIndependence);
  Canvas& canvas = ui.canvas();
  const float why_top =
      canvas.ParagraphHeight(rect.width, sum, TextSize::kSmall) + 6;
  const float independence_top = why_top + WhyHeight(ui) + 6;
  if (paint) {
    const std::string why = Why(ui);
    constexpr TextOptions kQuiet = {.size = TextSize::kSmall,
                                    .ink = Ink::kTextMuted};
    const Rect text = {rect.x, rect.y, rect.width, 0};
    ui.semantics().Output("formula/averages", "formula",
                          ui.Text(TextId::kUiFormulaTitle), sum, text);
    ui.semantics().Output("formula/explanation", "formula",
                          ui.Text(TextId::kUiWhy), why, text);
    canvas.Paragraph(rect, sum, {.size = TextSize::kSmall});
    canvas.Paragraph(Below(rect, why_top), why, kQuiet);
    canvas.Paragraph(Below(rect, independence_top), independence, kQuiet);
  }
  return independence_top +
         canvas.ParagraphHeight(rect.width, independence, TextSize::kSmall);
}

float FormulaView::LayBody(Ui& ui, Rect inner, bool paint) {
  float y = LayHead(ui, inner, paint) + 4;
  y += LayTerms(ui, Below(inner, y), paint);
  if (paint) {
    const float line = inner.y + y;
    ui.canvas().DrawLine({inner.x, line}, {inner.right(), line},
                         {Ink::kHairline, 1});
  }
  y += 8;
  return y + LaySentences(ui, Below(inner, y), paint);
}

}  // namespace sextant
