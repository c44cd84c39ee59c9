#include "ui/sections/formula_view.h"

#include <algorithm>

#include "words/explanation.h"

namespace sextant {
namespace {

constexpr float kTermHeight = 48;
constexpr float kTitleHeight = 28;
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

// Where a cell's term stands: as in the matrix, a column per medium.
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

// The whole again from the averages: the simple formula is the matrix seen
// from far away.
std::string Sum(Ui& ui) {
  const Totals& total = ui.report().total;
  const NumberFormat& format = ui.format();
  if (!total.conversion_rate || !total.order_value) return {};
  return FormatText(ui.language(), TextId::kUiFormulaAverages,
                    {{"visits", format.Count(total.visits)},
                     {"conversionRate", format.Percent(*total.conversion_rate)},
                     {"orderValue", format.Money(*total.order_value)},
                     {"revenue", format.Money(total.revenue)}});
}

// What changed and why; without anything to compare with, how to get there.
std::string Why(Ui& ui) {
  const Report* ghost = ui.session().ghost();
  if (ghost == nullptr) return std::string(ui.T(TextId::kUiCompareHint));
  return ExplainRevenue(ui.scenario(), ui.report(), ghost, ui.format());
}

// Room for the longest sentence, so that nothing jumps during a drag.
float WhyHeight(Ui& ui) {
  const int lines = ui.is_phone() ? 4 : 4 - Columns(ui) + 1;
  return static_cast<float>(lines) * FontSize(TextSize::kSmall) * 1.45f;
}

float SentencesHeight(Ui& ui, float width) {
  return ui.ParagraphHeight(width, Sum(ui), TextSize::kSmall) + 6 +
         WhyHeight(ui) + 6 +
         ui.ParagraphHeight(width, ui.T(TextId::kUiIndependence),
                            TextSize::kSmall);
}

// On a phone the sum has a line of its own.
float TitleHeight(Ui& ui) {
  return ui.is_phone() ? 2 * kTitleHeight : kTitleHeight;
}

// F × R × V = revenue, each input to be typed over. `alone`: no sliders are on
// screen, so the numbers have the fields' nodes.
void ShowTerm(Ui& ui, int cell, const std::string& name, Rect line,
              bool alone) {
  const char* separator = "";
  float x = line.x;
  const auto put = [&](std::string_view text) {
    const float width = ui.TextWidth(text, TextSize::kSmall);
    ui.Label({x, line.y, line.right() - x, line.height}, text,
             {.size = TextSize::kSmall});
    x += width;
  };
  const std::string id = CellId(ui.scenario(), cell) + "/term/";
  for (const char* factor : kFactors) {
    const CellField& field = *FindCellField(factor);
    const FieldAddress address = AddressOf(field, cell);
    const std::string text =
        ui.FormatField(field, GetField(ui.scenario(), address));
    put(separator);
    separator = " × ";
    const Rect number = {x - 2, line.y,
                         ui.TextWidth(text, TextSize::kSmall) + 4, line.height};
    const float height = ui.is_phone() ? kTouchTarget : 24;
    const float wider = std::max(8.0f, 24 - number.width);
    const Rect target = {number.x - wider / 2, line.bottom() + 2 - height,
                         number.width + wider, height};
    const std::string path = FieldPath(ui.scenario(), address);
    if (alone) {
      ui.RecordField(address, target, "formula", name);
      if (ui.focused() == path) ui.FocusRing(number, 4);
    }
    const Interaction touch = ui.Interact(id + field.id, target);
    if (touch.hovered) {
      ui.SetCursor("text");
      ui.FillRect(number, {Ink::kControl, 0.25f}, 4);
    }
    const float width = std::max(number.width, 96.0f);
    const Rect editor = {std::min(number.x, line.right() - width), line.y - 3,
                         width, line.height + 6};
    if (touch.pressed) ui.RequestFieldEdit(address, id + field.id, editor);
    ui.PlaceEdit(path, id + field.id, editor);
    put(text);
  }
  put(" = " + ui.format().Money(ui.report().cells()[cell].revenue));
}

}  // namespace

float FormulaHeight(Ui& ui, float width) {
  return 2 * kPadding + TitleHeight(ui) + 4 +
         static_cast<float>(Rows(ui)) * kTermHeight + 8 +
         SentencesHeight(ui, width - 2 * kPadding);
}

void ShowFormula(Ui& ui, Rect rect, bool alone) {
  ui.Card(rect);
  ui.Heading("formula", ui.T(TextId::kUiFormulaTitle), rect);
  const Rect inner = {rect.x + kPadding, rect.y + kPadding,
                      rect.width - 2 * kPadding, rect.height - 2 * kPadding};
  const std::string revenue =
      "= " + ui.format().Money(ui.report().total.revenue);
  const float revenue_width = ui.TextWidth(revenue, TextSize::kBody, true) + 2;
  const float title_width =
      ui.is_phone() ? inner.width : inner.width - revenue_width - 8;
  const float sum_y = inner.y + TitleHeight(ui) - kTitleHeight;
  ui.Label({inner.x, inner.y, title_width, kTitleHeight},
           ui.T(ui.is_phone() ? TextId::kUiFormulaTitleShort
                              : TextId::kUiFormulaTitle),
           {.bold = true});
  ui.Label({ui.is_phone() ? inner.x : inner.right() - revenue_width, sum_y,
            revenue_width, kTitleHeight},
           revenue, {.bold = true});

  const float top = inner.y + TitleHeight(ui) + 4;
  const float width = inner.width / static_cast<float>(Columns(ui));
  for (int cell = 0; cell < static_cast<int>(ui.scenario().cells.size());
       ++cell) {
    const Place place = PlaceOf(ui, cell);
    const Rect term = {inner.x + static_cast<float>(place.column) * width,
                       top + static_cast<float>(place.row) * kTermHeight,
                       width - 12, kTermHeight};
    const std::string name = CellName(ui.scenario(), cell, ui.language());
    const std::string text =
        FormulaTerm(ui.scenario(), ui.report(), cell, ui.format());
    if (ui.PointerIn(term) || (alone && ui.CellHasFocus(cell))) {
      ui.Highlight(cell);
    }
    if (ui.highlighted_cell() == cell) {
      ui.FillRect({term.x - 6, term.y + 2, term.width + 12, term.height - 4},
                  {MediumInk(MediumOf(cell)), 0.1f}, 6);
    }
    ui.Swatch({term.x, term.y + 9, 10, 10}, MediumInk(MediumOf(cell)),
              KindOf(cell));
    ui.Label({term.x + 16, term.y + 4, term.width - 16, 20}, name,
             {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
    ShowTerm(ui, cell, name, {term.x, term.y + 24, term.width, 20}, alone);
    ui.Output(CellId(ui.scenario(), cell) + "/term", "formula", name, text,
              term);
  }

  const float bottom = top + static_cast<float>(Rows(ui)) * kTermHeight;
  ui.DrawLine({inner.x, bottom}, {inner.right(), bottom}, {Ink::kHairline, 1});
  Rect text = {inner.x, bottom + 8, inner.width, 0};
  const std::string sum = Sum(ui);
  const std::string why = Why(ui);
  ui.Output("formula/averages", "formula", ui.T(TextId::kUiFormulaTitle), sum,
            text);
  ui.Output("formula/explanation", "formula", ui.T(TextId::kUiWhy), why, text);
  text.y += ui.Paragraph(text, sum, {.size = TextSize::kSmall}) + 6;
  ui.Paragraph(text, why, {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  text.y += WhyHeight(ui) + 6;
  ui.Paragraph(text, ui.T(TextId::kUiIndependence),
               {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

}  // namespace sextant
