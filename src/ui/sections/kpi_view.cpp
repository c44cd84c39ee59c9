#include "ui/sections/kpi_view.h"

#include <cmath>
#include <iterator>
#include <span>
#include <string_view>

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
constexpr float kTileHeight = 56;

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

// In full, or shortened where that would be wider than `room`.
std::string FittingText(Ui& ui, const Kpi& kpi, TextSize size, float room) {
  std::string full = ValueText(ui, kpi);
  return ui.TextWidth(full, size, true) <= room ? full
                                                : ValueText(ui, kpi, true);
}

// "+12%" against the baseline, in the ink that says whether that is good; the
// sign says the same without colour.
struct Delta {
  std::string text;
  Ink ink = Ink::kTextMuted;
};

Delta DeltaOf(Ui& ui, const Kpi& kpi) {
  const Report* ghost = ui.session().ghost();
  if (ghost == nullptr) return {};
  const Ratio before = kpi.get(ghost->total);
  const Ratio now = kpi.get(ui.report().total);
  if (!before || !now || *before == 0) return {};
  const double change = (*now - *before) / std::abs(*before);
  if (std::abs(change) < 0.0005) return {"±0%", Ink::kTextMuted};
  const bool up = change > 0;
  Delta delta;
  delta.text = ui.format().SignedPercent(change);
  if (kpi.better != Better::kNeither) {
    const bool good = up == (kpi.better == Better::kHigher);
    delta.ink = good ? Ink::kPositive : Ink::kNegative;
  }
  return delta;
}

std::string_view ComparedWith(Ui& ui) {
  const Session& session = ui.session();
  return ui.T(session.ghost() == session.baseline() ? TextId::kUiVersusBaseline
                                                    : TextId::kUiVersusBefore);
}

void Describe(Ui& ui, const Kpi& kpi, Rect rect, const Delta& delta) {
  std::string value = ValueText(ui, kpi);
  if (!kpi.get(ui.report().total)) {
    value = FormatText(ui.language(), TextId::kUiUndefinedBecause,
                       {{"reason", ui.T(kpi.reason)}});
    ui.Tooltip(rect, ui.T(kpi.reason));
  }
  if (!delta.text.empty()) {
    value += " (" + delta.text + " " + std::string(ComparedWith(ui)) + ")";
  }
  ui.Output(std::string("total/") + kpi.id, "total", ui.T(kpi.label), value,
            rect);
}

void ShowRevenue(Ui& ui, Rect rect) {
  const Delta delta = DeltaOf(ui, kRevenue);
  Describe(ui, kRevenue, rect, delta);
  ui.Label({rect.x, rect.y, rect.width, 20}, ui.T(kRevenue.label),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ui.Label({rect.x, rect.y + 20, rect.width, 32},
           FittingText(ui, kRevenue, TextSize::kHeading, rect.width),
           {.size = TextSize::kHeading, .bold = true});
  if (delta.text.empty()) return;
  const float width = ui.TextWidth(delta.text, TextSize::kSmall, true) + 6;
  ui.Label({rect.x, rect.y + 54, width, 20}, delta.text,
           {.size = TextSize::kSmall, .ink = delta.ink, .bold = true});
  ui.Label({rect.x + width, rect.y + 54, rect.width - width, 20},
           ComparedWith(ui),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

// Label left, value right, difference between them.
void ShowRow(Ui& ui, const Kpi& kpi, Rect rect) {
  const Delta delta = DeltaOf(ui, kpi);
  Describe(ui, kpi, rect, delta);
  const std::string value =
      FittingText(ui, kpi, TextSize::kBody, rect.width * 0.55f);
  const float value_width = ui.TextWidth(value, TextSize::kBody, true) + 1;
  const float delta_width = ui.TextWidth(delta.text, TextSize::kSmall) + 1;
  ui.Label({rect.right() - value_width, rect.y, value_width, rect.height},
           value, {.bold = true});
  ui.Label({rect.right() - value_width - delta_width - 6, rect.y, delta_width,
            rect.height},
           delta.text,
           {.size = TextSize::kSmall, .ink = delta.ink, .align = Align::kEnd});
  const float label_width = rect.width - value_width - delta_width - 12;
  const std::string_view label = ui.T(kpi.label);
  const bool fits = ui.TextWidth(label, TextSize::kSmall) <= label_width;
  ui.Label({rect.x, rect.y, label_width, rect.height},
           fits ? label : ui.T(kpi.short_label),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
}

// Label above value, for where there is width and no height.
void ShowTile(Ui& ui, const Kpi& kpi, Rect rect) {
  const Delta delta = DeltaOf(ui, kpi);
  Describe(ui, kpi, rect, delta);
  ui.Label({rect.x, rect.y, rect.width, 18}, ui.T(kpi.short_label),
           {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  ui.Label({rect.x, rect.y + 18, rect.width, 20},
           FittingText(ui, kpi, TextSize::kBody, rect.width), {.bold = true});
  ui.Label({rect.x, rect.y + 37, rect.width, 16}, delta.text,
           {.size = TextSize::kSmall, .ink = delta.ink});
}

int TileColumns(float width) { return width < 480 ? 3 : width < 720 ? 4 : 6; }

float ButtonHeight(Ui& ui) { return ui.is_phone() ? kTouchTarget : 34; }

void ShowControls(Ui& ui, Rect rect) {
  Session& session = ui.session();
  const float row = ui.FieldRowHeight();
  ui.FieldRow(AddressOf(*FindScenarioField("grossMargin")),
              {rect.x, rect.y, rect.width, row}, "total", "", Ink::kAccent);
  const bool pinned = session.baseline() != nullptr;
  const std::string_view label =
      ui.T(pinned ? TextId::kUiClearBaseline : TextId::kUiPinBaseline);
  if (ui.Button("baseline",
                {rect.x, rect.y + row + 8, rect.width, ButtonHeight(ui)}, label,
                label, "total")) {
    if (pinned) {
      session.ClearBaseline();
    } else {
      session.PinBaseline();
    }
    ui.MarkDirty();
  }
}

float ControlsHeight(Ui& ui) {
  return ui.FieldRowHeight() + 8 + ButtonHeight(ui);
}

}  // namespace

float KpiCardHeight(Ui& ui, float width) {
  const float controls = ControlsHeight(ui);
  if (ui.arrangement() == Arrangement::kDesk) {
    return 2 * kPadding + kRevenueHeight + kList.size() * 27 + 12 + controls;
  }
  const int columns = TileColumns(width);
  const int rows = (static_cast<int>(kList.size()) + columns - 1) / columns;
  return 2 * kPadding + kRevenueHeight +
         static_cast<float>(rows) * kTileHeight + 8 + controls;
}

void ShowKpiCard(Ui& ui, Rect rect) {
  ui.Card(rect);
  ui.Heading("total", ui.T(TextId::kUiTotals), rect);
  const Rect inner = {rect.x + kPadding, rect.y + kPadding,
                      rect.width - 2 * kPadding, rect.height - 2 * kPadding};
  ShowRevenue(ui, {inner.x, inner.y, inner.width, kRevenueHeight});
  float y = inner.y + kRevenueHeight;
  if (ui.arrangement() == Arrangement::kDesk) {
    // The rows take what the column is taller than it needs.
    const float row =
        (inner.bottom() - ControlsHeight(ui) - 12 - y) / kList.size();
    for (const Kpi& kpi : kList) {
      ui.DrawLine({inner.x, y}, {inner.right(), y}, {Ink::kHairline, 1});
      ShowRow(ui, kpi, {inner.x, y, inner.width, row});
      y += row;
    }
    y += 12;
  } else {
    const int columns = TileColumns(rect.width);
    const float width = inner.width / static_cast<float>(columns);
    int column = 0;
    for (const Kpi& kpi : kList) {
      if (column == columns) {
        column = 0;
        y += kTileHeight;
      }
      ShowTile(ui, kpi,
               {inner.x + static_cast<float>(column) * width, y, width - 8,
                kTileHeight});
      ++column;
    }
    y += kTileHeight + 8;
  }
  ShowControls(ui, {inner.x, y, inner.width, 0});
}

void ShowKpiLine(Ui& ui, Rect rect) {
  ui.FillRect(rect, {Ink::kSurface, 1});
  ui.DrawLine({rect.x, rect.bottom()}, {rect.right(), rect.bottom()},
              {Ink::kHairline, 1});
  // Amounts need more room than ratios.
  struct Column {
    const Kpi* kpi;
    float weight;
  };
  static constexpr Column kColumns[] = {{&kRevenue, 29},
                                        {&Find("roas"), 18},
                                        {&Find("cpa"), 23},
                                        {&Find("profit"), 30}};
  // The narrowest phones have room for three.
  const std::span columns(kColumns, rect.width < 360 ? 3 : std::size(kColumns));
  float weights = 0;
  for (const Column& column : columns) weights += column.weight;
  float x = rect.x + kPadding;
  for (const auto& [kpi, weight] : columns) {
    const float width = (rect.width - 2 * kPadding) * weight / weights;
    // Its nodes would say twice what the card says.
    const Delta delta = DeltaOf(ui, *kpi);
    ui.Label({x, rect.y + 6, width - 6, 16}, ui.T(kpi->short_label),
             {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
    ui.Label({x, rect.y + 22, width - 6, 20}, ValueText(ui, *kpi, true),
             {.bold = true});
    ui.Label({x, rect.y + 42, width - 6, 16}, delta.text,
             {.size = TextSize::kSmall, .ink = delta.ink});
    x += width;
  }
}

}  // namespace sextant
