#include "ui/sections/cell_view.h"

#include <algorithm>

#include "engine/customers/customer_value.h"
#include "engine/model/validation.h"
#include "words/customer_explanation.h"
#include "words/explanation.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

constexpr float kCardGap = 12;
constexpr float kMediumHeaderHeight = 36;
constexpr float kCardHead = 82;  // title, revenue and metrics above the sliders
constexpr float kSwitchHeight = 48;
constexpr int kMediaPerBand = 3;

int MediaCount(Ui& ui) { return static_cast<int>(ui.scenario().media.size()); }

float CardHeight(Ui& ui) {
  return kCardHead +
         ui.FieldRowHeight() * CellFieldsShown(Shown::kCard).size() + 12;
}

// A desk shows three media side by side, organic above paid; a tablet shows a
// medium's two cells side by side.
int Bands(Ui& ui) {
  return ui.arrangement() == Arrangement::kDesk
             ? (MediaCount(ui) + kMediaPerBand - 1) / kMediaPerBand
             : MediaCount(ui);
}

float AddButtonHeight(Ui& ui) { return ui.is_phone() ? kTouchTarget : 34; }

// --- Results of a cell, for those who listen ---------------------------------

void RecordResults(Ui& ui, int cell, const std::string& id,
                   const std::string& name, Rect rect) {
  if (!ui.semantics().recording()) return;
  const CellMetrics& metrics = ui.report().cells()[cell];
  for (const ResultOf<CellMetrics>& result : kCellResults) {
    ui.Output(id + "/" + result.id, id,
              name + " · " + std::string(ui.T(result.label)),
              OrUndefined(result.get(metrics),
                          [&](double value) {
                            return FormatAs(result.unit, value, ui.format());
                          }),
              rect);
  }
  ui.Output(id + "/quadrant", id,
            name + " · " + std::string(ui.T(TextId::kUiQuadrant)),
            ExplainCell(ui.scenario(), ui.report(), cell, ui.format()), rect);
}

// --- Card --------------------------------------------------------------------

// "Quadrant III ✓" when lifetime value pays it back.
std::string QuadrantName(Ui& ui, int cell) {
  const auto quadrant = ui.report().cells()[cell].quadrant;
  if (!quadrant) return std::string(ui.T(TextId::kQuadrantNone));
  std::string name = FormatText(ui.language(), TextId::kQuadrantName,
                                {{"numeral", QuadrantNumeral(*quadrant)}});
  if (PaybackMonthOfCell(ui.scenario(), ui.report(), cell)) name += " ✓";
  return name;
}

// Returns the chip's width.
float ShowChip(Ui& ui, Rect line, int cell) {
  const auto quadrant = ui.report().cells()[cell].quadrant;
  const std::string name = QuadrantName(ui, cell);
  const Ink ink =
      quadrant ? QuadrantInk(static_cast<int>(*quadrant)) : Ink::kTextMuted;
  const float width =
      ui.TextWidth(name, TextSize::kSmall, quadrant.has_value()) + 16;
  const Rect chip = {line.right() - width, line.y + 1, width, 22};
  if (quadrant) ui.FillRect(chip, {ink, 0.13f}, 11);
  ui.Label(chip, name,
           {.size = TextSize::kSmall,
            .ink = ink,
            .bold = quadrant.has_value(),
            .align = Align::kCenter});
  if (PaybackMonthOfCell(ui.scenario(), ui.report(), cell)) {
    ui.Tooltip(chip, AdviseCell(ui.scenario(), ui.report(), cell, ui.format()));
  } else if (quadrant) {
    ui.Tooltip(chip, QuadrantStory(*quadrant, ui.language()));
  }
  return width;
}

std::string MetricsLine(Ui& ui, const CellMetrics& metrics) {
  const NumberFormat& format = ui.format();
  const auto money = [&](double value) { return format.CompactMoney(value); };
  return std::string(ui.T(TextId::kMetricCpaShort)) + " " +
         OrUndefined(metrics.cpa, money) + " · " +
         std::string(ui.T(TextId::kMetricRoas)) + " " +
         OrUndefined(metrics.roas,
                     [&](double value) { return format.Ratio(value); }) +
         " · " + std::string(ui.T(TextId::kMetricProfit)) + " " +
         format.CompactMoney(metrics.profit);
}

void ShowCard(Ui& ui, int cell, Rect rect, bool with_medium) {
  const Scenario& scenario = ui.scenario();
  const std::string id = CellId(scenario, cell);
  const std::string name = CellName(scenario, cell, ui.language());
  const Ink hue = MediumInk(MediumOf(cell));
  const CellMetrics& metrics = ui.report().cells()[cell];

  const bool touched = ui.PointerIn(rect);
  if (touched || ui.CellHasFocus(cell)) {
    ui.Highlight(cell);
    if (ui.CellHasFocus(cell) || ui.PointerPressed())
      ui.session().SelectCell(cell);
  }
  ui.Card(rect, ui.highlighted_cell() == cell ? hue : Ink::kHairline);
  ui.Heading(id, name, rect);

  const Rect inner = {rect.x + kPadding, rect.y + 12, rect.width - 2 * kPadding,
                      rect.height - 24};
  const Rect title = {inner.x, inner.y, inner.width, 24};
  const float chip_width = ShowChip(ui, title, cell);
  ui.Swatch({inner.x, inner.y + 6, 12, 12}, hue, KindOf(cell));
  ui.Label({inner.x + 20, inner.y, inner.width - 28 - chip_width, 24},
           with_medium ? std::string_view(name)
                       : KindName(KindOf(cell), ui.language()),
           {.bold = true});
  const std::string revenue =
      ui.FitMoney(metrics.revenue, TextSize::kBody, inner.width * 0.7f);
  const float revenue_width = ui.TextWidth(revenue, TextSize::kBody, true) + 8;
  ui.Label({inner.x, inner.y + 24, inner.width, 22}, revenue, {.bold = true});
  ui.Label(
      {inner.x + revenue_width, inner.y + 24, inner.width - revenue_width, 22},
      OrUndefined(metrics.revenue_share,
                  [&](double share) { return ui.format().Percent(share); }),
      {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ui.Label({inner.x, inner.y + 46, inner.width, 18}, MetricsLine(ui, metrics),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});

  if (!metrics.cpa || !metrics.roas) {
    ui.Tooltip(
        {inner.x, inner.y + 46, inner.width, 18},
        ui.T(metrics.roas ? TextId::kReasonNoOrders : TextId::kReasonNoSpend));
  }

  float y = rect.y + kCardHead;
  const float row = ui.FieldRowHeight();
  for (const CellField* field : CellFieldsShown(Shown::kCard)) {
    ui.FieldRow(AddressOf(*field, cell), {inner.x, y, inner.width, row}, id,
                name, hue);
    y += row;
  }
  RecordResults(ui, cell, id, name, rect);
}

// --- Media
// Phones show one cell; the others can still be heard, focused and set.
void RecordHiddenCard(Ui& ui, int cell, Rect rect) {
  if (ui.CellHasFocus(cell) && !ui.edit()) {
    ui.session().SelectCell(cell);
    ui.MarkDirty();
  }
  if (!ui.semantics().recording()) return;
  const std::string id = CellId(ui.scenario(), cell);
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  ui.Heading(id, name, rect);
  for (const CellField* field : CellFieldsShown(Shown::kCard)) {
    ui.RecordField(AddressOf(*field, cell), rect, id, name);
  }
  RecordResults(ui, cell, id, name, rect);
}

// -----------------------------------------------------------------------

std::string LabelId(Ui& ui, int medium) {
  return "media/" + ui.scenario().media[medium].id + "/label";
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
  ui.RequestEdit(std::move(request));
}

// Returns true when the medium was removed and the frame's positions are stale.
bool ShowMediumHeader(Ui& ui, int medium, Rect rect) {
  const std::string& id = ui.scenario().media[medium].id;
  const std::string name = MediumName(ui.scenario(), medium, ui.language());
  const float size = ui.is_phone() ? kTouchTarget : 28;
  ui.FillCircle({rect.x + 8, rect.y + rect.height / 2}, 6,
                {MediumInk(medium), 1});
  const float name_width =
      std::min(ui.TextWidth(name, TextSize::kBody, true) + 2,
               rect.width - 2 * size - 28);
  ui.Label({rect.x + 22, rect.y, name_width, rect.height}, name,
           {.bold = true});
  const Rect rename = {rect.x + 24 + name_width,
                       rect.y + (rect.height - size) / 2, size, size};
  const Rect editor = {rect.x + 16, rect.y + 2,
                       std::min(rect.width - 24, 220.0f), rect.height - 4};
  ui.PlaceEdit(LabelId(ui, medium), "", editor);
  if (ui.Button("media/" + id + "/rename", rename, "✎",
                FormatText(ui.language(), TextId::kUiRename, {{"name", name}}),
                "", Ui::ButtonLook::kQuiet)) {
    RequestRename(ui, medium, editor);
  }
  if (MediaCount(ui) == 1) return false;
  const Rect remove = {rect.right() - size, rename.y, size, size};
  const bool pressed =
      ui.Button("media/" + id + "/remove", remove, "✕",
                FormatText(ui.language(), TextId::kUiRemove, {{"name", name}}),
                "", Ui::ButtonLook::kQuiet);
  if (pressed) {
    ui.session().RemoveMedium(medium);
    ui.MarkDirty();
  }
  return pressed;
}

void ShowAddButton(Ui& ui, Rect rect) {
  const bool full = MediaCount(ui) >= kMaxMedia;
  const std::string_view label =
      ui.T(full ? TextId::kUiMediaFull : TextId::kUiAddMedium);
  const float width =
      ui.is_phone() ? rect.width : ui.TextWidth(label, TextSize::kBody) + 40;
  if (ui.Button("media/add", {rect.x, rect.y, width, AddButtonHeight(ui)},
                label, label, "", Ui::ButtonLook::kPlain, full)) {
    ui.session().AddMedium();
    ui.MarkDirty();
  }
}

// One choice per cell: a column per medium (four at most in a row), organic
// above paid.
float SwitcherHeight(Ui& ui) {
  const int rows = (MediaCount(ui) + kMediaPerBand - 1) / kMediaPerBand;
  return static_cast<float>(rows) * (2 * kSwitchHeight + 8 + 8);
}

void ShowSwitch(Ui& ui, int cell, Rect rect) {
  const std::string name = CellName(ui.scenario(), cell, ui.language());
  const std::string id = "switch/" + CellId(ui.scenario(), cell);
  const bool chosen = ui.session().selected_cell() == cell;
  if (ui.semantics().recording()) {
    SemanticNode node;
    node.id = id;
    node.role = Role::kRadio;
    node.label = name;
    node.group = "switch";
    node.checked = chosen;
    node.rect = rect;
    ui.semantics().Add(std::move(node));
  }
  const Interaction touch = ui.Interact(id, rect);
  if (touch.pressed) {
    ui.session().SelectCell(cell);
    ui.MarkDirty();
  }
  const Ink hue = MediumInk(MediumOf(cell));
  if (chosen) ui.FillRect(rect, {hue, 0.12f}, kRadius);
  ui.StrokeRect(rect, {chosen ? hue : Ink::kControl, 1}, kRadius,
                chosen ? 2 : 1);
  ui.Swatch({rect.x + 8, rect.y + 9, 10, 10}, hue, KindOf(cell));
  ui.Label({rect.x + 24, rect.y + 4, rect.width - 30, 20},
           MediumName(ui.scenario(), MediumOf(cell), ui.language()),
           {.size = TextSize::kSmall, .bold = chosen});
  ui.Label({rect.x + 24, rect.y + 23, rect.width - 30, 20},
           KindName(KindOf(cell), ui.language()),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  if (touch.focused) ui.FocusRing(rect);
}

float ShowSwitcher(Ui& ui, Rect rect) {
  ui.Heading("switch", ui.T(TextId::kUiTrafficMatrix), rect);
  const int columns = std::min(kMediaPerBand, MediaCount(ui));
  const float width = (rect.width - 8 * static_cast<float>(columns - 1)) /
                      static_cast<float>(columns);
  for (int medium = 0; medium < MediaCount(ui); ++medium) {
    const float x = rect.x + static_cast<float>(medium % columns) * (width + 8);
    const float y = rect.y + static_cast<float>(medium / columns) *
                                 (2 * kSwitchHeight + 16);
    ShowSwitch(ui, CellIndex(medium, Kind::kOrganic),
               {x, y, width, kSwitchHeight});
    ShowSwitch(ui, CellIndex(medium, Kind::kPaid),
               {x, y + kSwitchHeight + 8, width, kSwitchHeight});
  }
  return SwitcherHeight(ui);
}

// A phone that was turned while something is typed shows the cell of that.
void SelectEdited(Ui& ui) {
  if (!ui.edit()) return;
  const std::string& id = ui.edit()->id;
  if (const auto field = FindField(ui.scenario(), id)) {
    if (ui.edit()->widget == id && field->cell >= 0) {
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

float CellMatrixTailHeight(Ui& ui) { return kCardGap + AddButtonHeight(ui); }

float CellMatrixHeight(Ui& ui, float) {
  const float tail = AddButtonHeight(ui);
  if (ui.is_phone()) {
    return SwitcherHeight(ui) + kTouchTarget + CardHeight(ui) + 12 + tail;
  }
  const float rows = ui.arrangement() == Arrangement::kDesk ? 2.0f : 1.0f;
  return static_cast<float>(Bands(ui)) *
             (kMediumHeaderHeight + rows * (CardHeight(ui) + kCardGap)) +
         tail;
}

void ShowCellMatrix(Ui& ui, Rect rect) {
  if (ui.is_phone()) {
    SelectEdited(ui);
    float y = rect.y + ShowSwitcher(ui, rect);
    const int cell = ui.session().selected_cell();
    const int medium = MediumOf(cell);
    if (ShowMediumHeader(ui, medium, {rect.x, y, rect.width, kTouchTarget}))
      return;
    y += kTouchTarget;
    const Rect card = {rect.x, y, rect.width, CardHeight(ui)};
    for (int i = 0; i < static_cast<int>(ui.scenario().cells.size()); ++i) {
      if (i == cell) {
        ShowCard(ui, i, card, true);
      } else {
        RecordHiddenCard(ui, i, card);
      }
    }
    ShowAddButton(ui, {rect.x, y + CardHeight(ui) + 12, rect.width, 0});
    return;
  }
  const bool desk = ui.arrangement() == Arrangement::kDesk;
  const int columns = desk ? kMediaPerBand : kKindCount;
  const float width =
      (rect.width - kCardGap * static_cast<float>(columns - 1)) /
      static_cast<float>(columns);
  const float height = CardHeight(ui);
  const float band_height =
      kMediumHeaderHeight + (desk ? 2.0f : 1.0f) * (height + kCardGap);
  for (int medium = 0; medium < MediaCount(ui); ++medium) {
    const int band = desk ? medium / kMediaPerBand : medium;
    const int column = desk ? medium % kMediaPerBand : 0;
    const float x = rect.x + static_cast<float>(column) * (width + kCardGap);
    const float y = rect.y + static_cast<float>(band) * band_height;
    const float header_width = desk ? width : rect.width;
    if (ShowMediumHeader(ui, medium,
                         {x, y, header_width, kMediumHeaderHeight - 4})) {
      return;
    }
    const float top = y + kMediumHeaderHeight;
    const Rect organic = {x, top, width, height};
    const Rect paid = desk ? Rect{x, top + height + kCardGap, width, height}
                           : Rect{x + width + kCardGap, top, width, height};
    ShowCard(ui, CellIndex(medium, Kind::kOrganic), organic, false);
    ShowCard(ui, CellIndex(medium, Kind::kPaid), paid, false);
  }
  ShowAddButton(ui,
                {rect.x, rect.y + static_cast<float>(Bands(ui)) * band_height,
                 rect.width, 0});
}

}  // namespace sextant
