#include "ui/sections/cell_view.h"

#include <algorithm>

#include "engine/model/validation.h"
#include "ui/kit/field_row.h"
#include "ui/kit/widgets.h"
#include "words/advice.h"
#include "words/explanation.h"
#include "words/result_lists.h"
#include "words/short_story.h"

namespace sextant {
namespace {

constexpr float kCardGap = 12;
constexpr float kMediumHeaderHeight = 36;
constexpr float kCardHead = 82;       // title, revenue and ratios
constexpr float kMetricsHeight = 46;  // of it, revenue and ratios
constexpr float kSwitchHeight = 48;
// A desk shows three media side by side, organic above paid; a tablet shows a
// medium's two cells side by side.
constexpr int kMediaPerBand = 3;

int MediaCount(const Ui& ui) {
  return static_cast<int>(ui.scenario().media.size());
}

float CardHeight(const Ui& ui) {
  return kCardHead + FieldRowHeight(ui) * CellFieldsShown(Shown::kCard).size() +
         12;
}

// --- Results of a cell, for screen readers -----------------------------------

void RecordResults(Ui& ui, int cell, const std::string& id,
                   const std::string& name, Rect rect) {
  if (!ui.semantics().recording()) return;
  const CellMetrics& metrics = ui.report().cells()[cell];
  for (const ResultOf<CellMetrics>& result : kCellResults) {
    ui.semantics().Output(id + "/" + result.id, id,
                          name + " · " + std::string(ui.Text(result.label)),
                          OrUndefined(result.get(metrics),
                                      [&](double value) {
                                        return FormatAs(result.unit, value,
                                                        ui.format());
                                      }),
                          rect);
  }
  ui.semantics().Output(
      id + "/quadrant", id,
      name + " · " + std::string(ui.Text(TextId::kUiQuadrant)),
      ExplainCell(ui.scenario(), ui.report(), cell, ui.format()), rect);
}

// --- Card --------------------------------------------------------------------

// The story, or what there is room for of it. Returns the chip's width.
float ShowChip(Ui& ui, Rect line, int cell, float room) {
  const Scenario& scenario = ui.scenario();
  const auto quadrant = ui.report().cells()[cell].quadrant;
  const auto width_of = [&](const std::string& text) {
    return ui.canvas().TextWidth(text, TextSize::kSmall, quadrant.has_value()) +
           16;
  };
  const std::string story =
      ShortStory(scenario, ui.report(), cell, ui.language());
  const bool fits = width_of(story) <= room;
  const std::string text = fits ? story : QuadrantName(quadrant, ui.language());
  const Ink ink =
      quadrant ? QuadrantInk(static_cast<int>(*quadrant)) : Ink::kTextMuted;
  const float width = width_of(text);
  const Rect chip = {line.right() - width, line.y + 1, width, 22};
  if (quadrant) ui.canvas().FillRect(chip, {ink, 0.13f}, 11);
  ui.canvas().Label(chip, text,
                    {.size = TextSize::kSmall,
                     .ink = ink,
                     .bold = quadrant.has_value(),
                     .align = Align::kCenter});
  if (quadrant) {
    ui.tooltip().Offer(
        chip,
        fits ? AdviseCell(scenario, ui.report(), cell, ui.format()) : story);
  }
  return width;
}

constexpr const ResultOf<CellMetrics>& Find(std::string_view result) {
  for (const ResultOf<CellMetrics>& candidate : kCellResults) {
    if (result == candidate.id) return candidate;
  }
  return kCellResults[0];
}

// Where a result of the cell is drawn whose node has no place of its own.
void Explain(Ui& ui, std::string_view cell, const ResultOf<CellMetrics>& result,
             bool is_defined, Rect rect) {
  if (!ui.semantics().recording()) return;
  ui.semantics().Label(
      std::string(cell) + "/label/" + result.id, cell, ui.Text(result.label),
      is_defined ? std::string()
                 : FormatText(ui.language(), TextId::kUiUndefinedBecause,
                              {{"reason", ui.Text(result.reason)}}),
      rect);
}

// Profit, and what else there is room for: a loss is never cut.
void ShowRatios(Ui& ui, std::string_view cell, const CellMetrics& metrics,
                Rect rect) {
  static constexpr const ResultOf<CellMetrics>* kShown[] = {
      &Find("profit"), &Find("cpa"), &Find("roas")};
  const NumberFormat& format = ui.format();
  Canvas& canvas = ui.canvas();
  float x = rect.x;
  for (const ResultOf<CellMetrics>* result : kShown) {
    const Ratio value = result->get(metrics);
    const bool is_first = x == rect.x;
    const bool is_loss = is_first && metrics.profit < 0;
    const std::string text =
        (is_first ? "" : " · ") + std::string(ui.Text(result->short_label)) +
        " " + OrUndefined(value, [&](double number) {
          return result->unit == Unit::kMoney ? format.CompactMoney(number)
                                              : format.Ratio(number);
        });
    const float width = canvas.TextWidth(text, TextSize::kSmall, is_loss);
    if (!is_first && x + width > rect.right()) return;
    const Rect place = {x, rect.y, is_first ? rect.width : width + 1,
                        rect.height};
    canvas.Label(place, text,
                 {.size = TextSize::kSmall,
                  .ink = is_loss ? Ink::kNegative : Ink::kTextMuted,
                  .bold = is_loss});
    Explain(ui, cell, *result, value.has_value(),
            {x, rect.y, width, rect.height});
    x += width;
  }
}

// Hovering a card highlights its cell, a press or the focus selects it.
void TouchCard(Ui& ui, int cell, Rect rect) {
  const bool has_focus = ui.CellHasFocus(cell);
  if (!ui.controls().PointerIn(rect) && !has_focus) return;
  ui.highlight().Set(cell);
  if (has_focus || ui.controls().PointerPressed()) {
    ui.session().SelectCell(cell);
  }
}

// Revenue and its share, and under them the ratios.
void ShowMetrics(Ui& ui, std::string_view cell, const CellMetrics& metrics,
                 Rect rect) {
  constexpr TextOptions kQuiet = {.size = TextSize::kSmall,
                                  .ink = Ink::kTextMuted};
  Canvas& canvas = ui.canvas();
  const std::string revenue =
      FitMoney(ui, metrics.revenue, TextSize::kBody, rect.width * 0.7f);
  const float revenue_width =
      canvas.TextWidth(revenue, TextSize::kBody, true) + 8;
  canvas.Label({rect.x, rect.y, rect.width, 22}, revenue, {.bold = true});
  canvas.Label(
      {rect.x + revenue_width, rect.y, rect.width - revenue_width, 22},
      OrUndefined(metrics.revenue_share,
                  [&](double share) { return ui.format().Percent(share); }),
      kQuiet);
  Explain(ui, cell, Find("revenue"), true,
          {rect.x, rect.y, revenue_width - 4, 22});
  Explain(ui, cell, Find("revenueShare"), metrics.revenue_share.has_value(),
          {rect.x + revenue_width, rect.y, rect.width - revenue_width, 22});
  ShowRatios(ui, cell, metrics, {rect.x, rect.y + 22, rect.width, 18});
}

// A phone has room for two sliders without scrolling: first those of the story.
const CellField& FieldOnCard(const Ui& ui, size_t position) {
  static constexpr const char* kStory[] = {"costPerClick", "conversionRate",
                                           "visits",       "orderValue",
                                           "fixedCost",    "newCustomerShare"};
  const auto fields = CellFieldsShown(Shown::kCard);
  return ui.is_phone() && position < std::size(kStory)
             ? *FindCellField(kStory[position])
             : *fields[position];
}

void ShowCard(Ui& ui, int cell, Rect rect, bool with_medium) {
  const Scenario& scenario = ui.scenario();
  const std::string id(CellId(scenario, cell));
  const std::string name = CellName(scenario, cell, ui.language());
  const Ink hue = MediumInk(ui.scenario(), MediumOf(cell));

  TouchCard(ui, cell, rect);
  ui.canvas().Card(rect, ui.highlight().cell() == cell ? hue : Ink::kHairline);
  ui.semantics().Heading(id, name, rect);

  const Rect inner = Inset(rect, 12);
  const Rect title = {inner.x, inner.y, inner.width, 24};
  const std::string_view shown_name =
      with_medium ? std::string_view(name)
                  : KindName(KindOf(cell), ui.language());
  const float chip_width =
      ShowChip(ui, title, cell,
               inner.width - 28 -
                   ui.canvas().TextWidth(shown_name, TextSize::kBody, true));
  if (ui.semantics().recording()) {
    const bool is_paid = KindOf(cell) == Kind::kPaid;
    ui.semantics().Label(id + (is_paid ? "/label/paid" : "/label/organic"), id,
                         KindName(KindOf(cell), ui.language()), "",
                         {inner.x, inner.y, inner.width - chip_width, 24});
  }
  ui.canvas().Swatch({inner.x, inner.y + 6, 12, 12}, hue, KindOf(cell));
  ui.canvas().Label({inner.x + 20, inner.y, inner.width - 28 - chip_width, 24},
                    shown_name, {.bold = true});

  const float row = FieldRowHeight(ui);
  const size_t count = CellFieldsShown(Shown::kCard).size();
  const float rows = row * static_cast<float>(count);
  // On a phone, what a hand moves comes before what it has moved.
  const float first = title.height + (ui.is_phone() ? 0 : kMetricsHeight);
  const float metrics = title.height + (ui.is_phone() ? rows : 0);
  ShowMetrics(ui, id, ui.report().cells()[cell], Below(inner, metrics));
  for (size_t i = 0; i < count; ++i) {
    FieldRow(ui, AddressOf(FieldOnCard(ui, i), cell),
             {inner.x, inner.y + first + row * static_cast<float>(i),
              inner.width, row},
             id, name, hue);
  }
  RecordResults(ui, cell, id, name, rect);
}

// A phone shows one cell. The nodes of the others remain, so that keyboards and
// screen readers reach them.
void RecordHiddenCard(Ui& ui, int cell, Rect rect) {
  if (ui.CellHasFocus(cell) && !ui.editor().request()) {
    ui.session().SelectCell(cell);
  }
  if (!ui.semantics().recording()) return;
  const std::string id(CellId(ui.scenario(), cell));
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  ui.semantics().Heading(id, name, rect);
  for (size_t i = 0; i < CellFieldsShown(Shown::kCard).size(); ++i) {
    RecordField(ui, AddressOf(FieldOnCard(ui, i), cell), rect, id, name);
  }
  RecordResults(ui, cell, id, name, rect);
}

// --- Media -------------------------------------------------------------------

std::string LabelId(Ui& ui, int medium) {
  return "media/" + ui.scenario().media[medium].id.str() + "/label";
}

void RequestRename(Ui& ui, int medium, Rect rect) {
  EditRequest request;
  request.id = LabelId(ui, medium);
  request.rect = rect;
  request.text = MediumName(ui.scenario(), medium, ui.language());
  request.decimal = false;
  request.maximum_length = kMaxLabelLength;
  request.label =
      FormatText(ui.language(), TextId::kUiRename, {{"name", request.text}});
  ui.editor().Open(std::move(request));
}

// Returns true when the medium was removed: what follows in this pass would
// show other cells.
bool ShowMediumHeader(Ui& ui, int medium, Rect rect) {
  const std::string id = ui.scenario().media[medium].id.str();
  const std::string name = MediumName(ui.scenario(), medium, ui.language());
  const float size = ui.is_phone() ? kTouchTarget : 28;
  ui.canvas().FillCircle({rect.x + 8, rect.y + rect.height / 2}, 6,
                         {MediumInk(ui.scenario(), medium), 1});
  const float name_width =
      std::min(ui.canvas().TextWidth(name, TextSize::kBody, true) + 2,
               rect.width - 2 * size - 28);
  ui.canvas().Label({rect.x + 22, rect.y, name_width, rect.height}, name,
                    {.bold = true});
  const Rect rename = {rect.x + 24 + name_width,
                       rect.y + (rect.height - size) / 2, size, size};
  const Rect editor = {rect.x + 16, rect.y + 2,
                       std::min(rect.width - 24, 220.0f), rect.height - 4};
  ui.editor().Place(LabelId(ui, medium), "", editor);
  if (Button(ui, "media/" + id + "/rename", rename, "✎",
             FormatText(ui.language(), TextId::kUiRename, {{"name", name}}), "",
             ButtonLook::kQuiet)) {
    RequestRename(ui, medium, editor);
  }
  if (MediaCount(ui) == 1) return false;
  const Rect remove = {rect.right() - size, rename.y, size, size};
  const bool pressed =
      Button(ui, "media/" + id + "/remove", remove, "✕",
             FormatText(ui.language(), TextId::kUiRemove, {{"name", name}}), "",
             ButtonLook::kQuiet);
  if (pressed) ui.session().Apply(edit::RemoveMedium{medium});
  return pressed;
}

float LayAddButton(Ui& ui, Rect rect, bool paint) {
  const float height = ButtonHeight(ui);
  if (!paint) return height;
  const bool full = MediaCount(ui) >= kMaxMedia;
  const std::string_view label =
      ui.Text(full ? TextId::kUiMediaFull : TextId::kUiAddMedium);
  const float width = ui.is_phone()
                          ? rect.width
                          : ui.canvas().TextWidth(label, TextSize::kBody) + 40;
  if (Button(ui, "media/add", {rect.x, rect.y, width, height}, label, label, "",
             ButtonLook::kPlain, full)) {
    ui.session().Apply(edit::AddMedium{});
  }
  return height;
}

void ShowSwitch(Ui& ui, int cell, Rect rect) {
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  const std::string id = "switch/" + CellId(ui.scenario(), cell);
  const bool chosen = ui.session().selected_cell() == cell;
  if (SemanticNode* node =
          ui.semantics().Record(Role::kRadio, id, "switch", name, rect)) {
    node->checked = chosen;
  }
  const Interaction touch = ui.controls().Interact(id, rect);
  if (touch.pressed) ui.session().SelectCell(cell);
  const Ink hue = MediumInk(ui.scenario(), MediumOf(cell));
  if (chosen) ui.canvas().FillRect(rect, {hue, 0.12f}, kRadius);
  ui.canvas().StrokeRect(rect, {chosen ? hue : Ink::kControl, 1}, kRadius,
                         chosen ? 2 : 1);
  ui.canvas().Swatch({rect.x + 8, rect.y + 9, 10, 10}, hue, KindOf(cell));
  ui.canvas().Label(
      {rect.x + 24, rect.y + 4, rect.width - 30, 20},
      ShortMediumName(ui.scenario(), MediumOf(cell), ui.language()),
      {.size = TextSize::kSmall, .bold = chosen});
  ui.canvas().Label({rect.x + 24, rect.y + 23, rect.width - 30, 20},
                    KindName(KindOf(cell), ui.language()),
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  if (touch.focused) ui.canvas().FocusRing(rect);
}

// After a phone was rotated while something is typed, it shows the cell of that
// field.
void SelectEdited(Ui& ui) {
  if (!ui.editor().request()) return;
  const std::string& id = ui.editor().request()->id;
  if (const auto field = FindField(ui.scenario(), id)) {
    if (ui.editor().request()->widget == id && field->cell >= 0) {
      ui.session().SelectCell(field->cell);
    }
    return;
  }
  for (int medium = 0; medium < MediaCount(ui); ++medium) {
    if (id == LabelId(ui, medium) &&
        medium != MediumOf(ui.session().selected_cell())) {
      ui.session().SelectCell(CellIndex(medium, Kind::kOrganic));
    }
  }
}

}  // namespace

float LayCellSwitcher(Ui& ui, Rect rect, bool paint) {
  constexpr float kBandHeight = 2 * kSwitchHeight + 8 + 8;
  const int bands = (MediaCount(ui) + kMediaPerBand - 1) / kMediaPerBand;
  const float height = static_cast<float>(bands) * kBandHeight;
  if (!paint) return height;
  ui.semantics().Heading("switch", ui.Text(TextId::kUiTrafficMatrix),
                         {rect.x, rect.y, rect.width, height});
  const int columns = std::min(kMediaPerBand, MediaCount(ui));
  const float width = (rect.width - 8 * static_cast<float>(columns - 1)) /
                      static_cast<float>(columns);
  for (int medium = 0; medium < MediaCount(ui); ++medium) {
    const float x = rect.x + static_cast<float>(medium % columns) * (width + 8);
    const float y = rect.y + static_cast<float>(medium / columns) * kBandHeight;
    ShowSwitch(ui, CellIndex(medium, Kind::kOrganic),
               {x, y, width, kSwitchHeight});
    ShowSwitch(ui, CellIndex(medium, Kind::kPaid),
               {x, y + kSwitchHeight + 8, width, kSwitchHeight});
  }
  return height;
}

float CellView::Tail(const Ui& ui) const { return kCardGap + ButtonHeight(ui); }

float CellView::Lay(Ui& ui, Rect rect, bool paint) {
  return ui.is_phone() ? LayOne(ui, rect, paint) : LayAll(ui, rect, paint);
}

float CellView::LayOne(Ui& ui, Rect rect, bool paint) {
  if (paint) SelectEdited(ui);
  float y = LayCellSwitcher(ui, rect, paint);
  const int cell = ui.session().selected_cell();
  const Rect card = {rect.x, rect.y + y, rect.width, CardHeight(ui)};
  y += card.height;
  // Its nodes are before those of the cells, of which the focus selects one
  // after the other.
  const Rect header = {rect.x, rect.y + y, rect.width, kTouchTarget};
  if (paint && ShowMediumHeader(ui, MediumOf(cell), header)) return y;
  const int count = static_cast<int>(ui.scenario().cells.size());
  for (int i = 0; paint && i < count; ++i) {
    if (i == cell) {
      ShowCard(ui, i, card, true);
    } else {
      RecordHiddenCard(ui, i, card);
    }
  }
  y += kTouchTarget;
  return y + LayAddButton(ui, Below(rect, y), paint);
}

float CellView::LayAll(Ui& ui, Rect rect, bool paint) {
  const bool desk = ui.arrangement() == Arrangement::kDesk;
  const int columns = desk ? kMediaPerBand : kKindCount;
  const float width =
      (rect.width - kCardGap * static_cast<float>(columns - 1)) /
      static_cast<float>(columns);
  const float height = CardHeight(ui);
  const int media_per_band = desk ? kMediaPerBand : 1;
  const int bands = (MediaCount(ui) + media_per_band - 1) / media_per_band;
  const float band_height =
      kMediumHeaderHeight + (desk ? 2.0f : 1.0f) * (height + kCardGap);
  for (int medium = 0; paint && medium < MediaCount(ui); ++medium) {
    const int band = medium / media_per_band;
    const int column = medium % media_per_band;
    const float x = rect.x + static_cast<float>(column) * (width + kCardGap);
    const float y = rect.y + static_cast<float>(band) * band_height;
    const float header_width = desk ? width : rect.width;
    if (ShowMediumHeader(ui, medium,
                         {x, y, header_width, kMediumHeaderHeight - 4})) {
      break;
    }
    const float top = y + kMediumHeaderHeight;
    const Rect organic = {x, top, width, height};
    const Rect paid = desk ? Rect{x, top + height + kCardGap, width, height}
                           : Rect{x + width + kCardGap, top, width, height};
    ShowCard(ui, CellIndex(medium, Kind::kOrganic), organic, false);
    ShowCard(ui, CellIndex(medium, Kind::kPaid), paid, false);
  }
  const float y = static_cast<float>(bands) * band_height;
  return y + LayAddButton(ui, Below(rect, y), paint);
}

}  // namespace sextant
