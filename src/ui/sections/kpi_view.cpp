#include "ui/sections/kpi_view.h"

#include <iterator>
#include <span>
#include <string_view>

#include "ui/kit/field_row.h"
#include "ui/kit/widgets.h"
#include "ui/sections/blocks.h"
#include "ui/sections/tiles.h"
#include "words/explanation.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

using Kpi = ResultOf<Totals>;

constexpr const Kpi& Find(std::string_view id) {
  for (const Kpi& kpi : kKpiResults) {
    if (id == kpi.id) return kpi;
  }
  return kKpiResults[0];
}

constexpr const Kpi& kRevenue = Find("revenue");
// All others, in their order.
constexpr std::span<const Kpi> kList = std::span(kKpiResults).subspan(1);
static_assert(&kRevenue == &kKpiResults[0]);

constexpr float kRevenueHeight = 84;
constexpr float kCurrencyWidth = 80;

std::string Format(const Kpi& kpi, const NumberFormat& format, double value,
                   bool compact) {
  if (compact && kpi.unit == Unit::kMoney) return format.CompactMoney(value);
  if (compact && kpi.unit == Unit::kCount) return format.CompactCount(value);
  return FormatAs(kpi.unit, value, format);
}

std::string ValueText(Ui& ui, const Kpi& kpi, bool compact = false) {
  return OrUndefined(kpi.get(ui.report().total), [&](double value) {
    return Format(kpi, ui.format(), value, compact);
  });
}

// In full, or shortened where the full text is wider than `room`.
std::string FittingText(Ui& ui, const Kpi& kpi, TextSize size, float room) {
  std::string full = ValueText(ui, kpi);
  return ui.canvas().TextWidth(full, size, true) <= room
             ? full
             : ValueText(ui, kpi, true);
}

Change ChangeOf(Ui& ui, const Kpi& kpi) {
  const Session::Compared* compared = ui.session().compared();
  if (!compared) return {};
  return ChangeOf(kpi, kpi.get(ui.report().total),
                  kpi.get(compared->past.report.total), ui.format());
}

// Why it has no value; empty if it has one.
std::string ReasonOf(Ui& ui, const Kpi& kpi) {
  if (kpi.get(ui.report().total)) return {};
  return FormatText(ui.language(), TextId::kUiUndefinedBecause,
                    {{"reason", ui.Text(kpi.reason)}});
}

void Describe(Ui& ui, const Kpi& kpi, Rect rect, const Change& change) {
  const bool defined = kpi.get(ui.report().total).has_value();
  RecordResult(ui, std::string("total/") + kpi.id, "total",
               {&kpi, ValueText(ui, kpi),
                defined ? std::nullopt : std::optional(kpi.reason), change},
               rect);
}

void ShowRevenue(Ui& ui, Rect rect) {
  const Change change = ChangeOf(ui, kRevenue);
  Describe(ui, kRevenue, rect, change);
  ui.canvas().Label({rect.x, rect.y, rect.width, 20},
                    ui.Text(TextId::kUiRevenuePerMonth),
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ui.canvas().Label({rect.x, rect.y + 20, rect.width, 32},
                    FittingText(ui, kRevenue, TextSize::kHeading, rect.width),
                    {.size = TextSize::kHeading, .bold = true});
  if (change.text.empty()) return;
  const float width =
      ui.canvas().TextWidth(change.text, TextSize::kSmall, true) + 6;
  ui.canvas().Label(
      {rect.x, rect.y + 54, width, 20}, change.text,
      {.size = TextSize::kSmall, .ink = InkOf(change.verdict), .bold = true});
  ui.canvas().Label({rect.x + width, rect.y + 54, rect.width - width, 20},
                    ComparedWith(ui),
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

// Label left, value right, difference between them.
void ShowRow(Ui& ui, const Kpi& kpi, Rect rect) {
  const Change change = ChangeOf(ui, kpi);
  Describe(ui, kpi, rect, change);
  const std::string value =
      FittingText(ui, kpi, TextSize::kBody, rect.width * 0.55f);
  const float value_width =
      ui.canvas().TextWidth(value, TextSize::kBody, true) + 1;
  const float change_width =
      ui.canvas().TextWidth(change.text, TextSize::kSmall) + 1;
  ui.canvas().Label(
      {rect.right() - value_width, rect.y, value_width, rect.height}, value,
      {.bold = true});
  ui.canvas().Label({rect.right() - value_width - change_width - 6, rect.y,
                     change_width, rect.height},
                    change.text,
                    {.size = TextSize::kSmall,
                     .ink = InkOf(change.verdict),
                     .align = Align::kEnd});
  const float label_width = rect.width - value_width - change_width - 12;
  const std::string_view label = ui.Text(kpi.label);
  const bool fits =
      ui.canvas().TextWidth(label, TextSize::kSmall) <= label_width;
  ui.canvas().Label({rect.x, rect.y, label_width, rect.height},
                    fits ? label : ui.Text(kpi.short_label),
                    {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

// Label above value, for wide and low places.
void ShowKpiTile(Ui& ui, const Kpi& kpi, Rect rect) {
  const Change change = ChangeOf(ui, kpi);
  Describe(ui, kpi, rect, change);
  ShowTile(ui, rect, ui.Text(kpi.short_label),
           FittingText(ui, kpi, TextSize::kBody, rect.width), change.text,
           InkOf(change.verdict));
}

int TileColumns(float width) { return width < 480 ? 3 : width < 720 ? 4 : 6; }

void ShowMargin(Ui& ui, Rect rect) {
  FieldRow(ui, AddressOf(*FindScenarioField("grossMargin")), rect, "total", "",
           Ink::kAccent);
}

void ShowBaselineButton(Ui& ui, Rect rect) {
  Session& session = ui.session();
  const bool pinned = session.baseline() != nullptr;
  const std::string_view label =
      ui.Text(pinned ? TextId::kUiClearBaseline : TextId::kUiPinBaseline);
  const bool pressed = Button(ui, "baseline", rect, label, label, "total");
  if (pressed && pinned) session.ClearBaseline();
  if (pressed && !pinned) session.PinBaseline();
}

float LayControls(Ui& ui, Rect rect, bool paint) {
  const float row = FieldRowHeight(ui);
  const Rect button = {rect.x, rect.y + row + 8,
                       rect.width - kCurrencyWidth - 8, ButtonHeight(ui)};
  if (paint) {
    ShowMargin(ui, {rect.x, rect.y, rect.width, row});
    ShowBaselineButton(ui, button);
    CurrencyChoice(
        ui, {button.right() + 8, button.y, kCurrencyWidth, button.height},
        "total");
  }
  return button.bottom() - rect.y;
}

bool HasControlsInLine(const Ui& ui) {
  return ui.arrangement() == Arrangement::kDesk && !ui.surroundings().is_single;
}

}  // namespace

// Extra height is divided among the rows.
float KpiView::LayRows(Ui& ui, Rect rect, bool paint) {
  constexpr float kLeastHeight = 27;
  const float row = paint ? rect.height / std::size(kList) : kLeastHeight;
  float y = rect.y;
  for (const Kpi& kpi : kList) {
    if (paint) {
      ui.canvas().DrawLine({rect.x, y}, {rect.right(), y}, {Ink::kHairline, 1});
      ShowRow(ui, kpi, {rect.x, y, rect.width, row});
    }
    y += row;
  }
  return y - rect.y;
}

float KpiView::LayTiles(Ui& ui, Rect rect, bool paint) {
  const int columns = TileColumns(rect.width + 2 * kPadding);
  const int count = static_cast<int>(std::size(kList));
  for (int i = 0; paint && i < count; ++i) {
    ShowKpiTile(ui, kList[i], TileAt(rect, columns, i));
  }
  return TilesHeight(columns, count);
}

float KpiView::LayBody(Ui& ui, Rect inner, bool paint) {
  if (paint) {
    ShowRevenue(ui, {inner.x, inner.y, inner.width, kRevenueHeight});
  }
  float y = kRevenueHeight;
  if (HasControlsInLine(ui)) return y + LayRows(ui, Below(inner, y), paint);
  y += LayTiles(ui, Below(inner, y), paint) + 8;
  return y + LayControls(ui, Below(inner, y), paint);
}

void ShowKpiLine(Ui& ui, Rect rect, float margin) {
  ShowLineGround(ui, rect);
  Rect inner = {rect.x + margin, rect.y, rect.width - 2 * margin, rect.height};
  if (HasControlsInLine(ui)) {
    constexpr float kMargin = 232;
    constexpr float kButton = 152;
    const float row = FieldRowHeight(ui);
    inner.width -= kMargin + kCurrencyWidth + kButton + 3 * kGap;
    ShowMargin(ui, {inner.right() + kGap, rect.y + (rect.height - row) / 2,
                    kMargin, row});
    const float height = ButtonHeight(ui);
    const Rect button = {rect.right() - margin - kButton,
                         rect.y + (rect.height - height) / 2, kButton, height};
    CurrencyChoice(
        ui,
        {button.x - kGap - kCurrencyWidth, button.y, kCurrencyWidth, height},
        "total");
    ShowBaselineButton(ui, button);
  }
  // Amounts need more room than ratios.
  struct Column {
    const Kpi* kpi;
    float weight;
  };
  static constexpr Column kColumns[] = {
      {&kRevenue, 29},    {&Find("profit"), 29}, {&Find("valuePerVisit"), 27},
      {&Find("cpa"), 24}, {&Find("roas"), 18},   {&Find("conversionRate"), 23}};
  // The narrowest phones have room for three.
  const std::span columns(kColumns, inner.width < 332   ? 3
                                    : inner.width < 600 ? 4
                                                        : std::size(kColumns));
  float weights = 0;
  for (const Column& column : columns) weights += column.weight;
  float x = inner.x;
  for (const auto& [kpi, weight] : columns) {
    const float width = inner.width * weight / weights;
    // No outputs, because the card below has the same results.
    if (ui.semantics().recording()) {
      ui.semantics().Label(std::string("line/") + kpi->id, "",
                           ui.Text(kpi->label), ReasonOf(ui, *kpi),
                           {x, rect.y, width - 6, rect.height});
    }
    const Change change = ChangeOf(ui, *kpi);
    ShowTile(ui, {x, rect.y + 5, width - 6, 0},
             kpi == &kRevenue ? ui.Fit(TextId::kUiRevenuePerMonth,
                                       kRevenue.short_label, width - 6)
                              : ui.Text(kpi->short_label),
             ValueText(ui, *kpi, true), change.text, InkOf(change.verdict));
    x += width;
  }
}

}  // namespace sextant
