#include "ui/sections/flywheel_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "charts/flywheel_chart.h"
#include "charts/kit/drawing_bytes.h"
#include "ui/kit/field_row.h"
#include "ui/kit/widgets.h"
#include "ui/sections/tiles.h"
#include "words/customer_explanation.h"
#include "words/names.h"

namespace sextant {
namespace {

constexpr float kHeadingHeight = 26;
constexpr float kSectionGap = 20;
constexpr float kColumnGap = 24;
constexpr Segment kSegments[] = {Segment::kPromoter, Segment::kPassive,
                                 Segment::kDetractor};
constexpr const char* kSegmentGroups[] = {"promoter", "passive", "detractor"};

constexpr Shown kSegmentFields[] = {Shown::kPromoter, Shown::kPassive,
                                    Shown::kDetractor};

Rect Column(Rect rect, int column, int count) {
  const float gaps = kColumnGap * static_cast<float>(count - 1);
  const float width = (rect.width - gaps) / static_cast<float>(count);
  return {rect.x + static_cast<float>(column) * (width + kColumnGap), rect.y,
          width, rect.height};
}

void ShowHeading(Ui& ui, Rect rect, const std::string& id,
                 std::string_view text, Ink ink) {
  ui.semantics().Heading(id, text, rect);
  ui.canvas().FillCircle({rect.x + 5, rect.y + 10}, 5, {ink, 1});
  ui.canvas().Label({rect.x + 18, rect.y, rect.width - 18, 20}, text,
                    {.bold = true});
}

void ShowChartTitle(Ui& ui, Rect rect, const char* group, Chart chart) {
  const std::string_view title =
      ui.Text(kChartTitles[static_cast<size_t>(chart)]);
  ui.semantics().Heading(group, title, rect);
  ui.canvas().Label({rect.x, rect.y, rect.width, 20}, title, {.bold = true});
}

// Below the title.
Rect PictureIn(const Ui& ui, Rect rect) {
  const float height =
      ui.is_phone() ? 240 : std::clamp(rect.width * 0.5f, 240.0f, 300.0f);
  return {rect.x, rect.y + 24, rect.width, height};
}

// Pictures are also made off the screen while recording, because marks describe
// them.
bool IsSeen(Ui& ui, Rect picture) {
  return ui.semantics().recording() || ui.IsVisible(picture);
}

}  // namespace

void FlywheelView::Update(Ui& ui) {
  const Session& session = ui.session();
  const NumberFormat& format = ui.format();
  const bool is_same_format =
      cache_.format.language == format.language &&
      cache_.format.money.prefix == format.money.prefix &&
      cache_.format.money.suffix == format.money.suffix;
  if (cache_.revision == session.revision() && is_same_format &&
      cache_.compared == session.compared()) {
    return;
  }
  const Scenario& scenario = ui.scenario();
  cache_.revision = session.revision();
  cache_.compared = session.compared();
  cache_.format = format;
  cache_.flywheel = SimulateFlywheel(scenario, ui.report());
  cache_.ghost.reset();
  if (cache_.compared) {
    const auto& [past, report] = cache_.compared->past;
    cache_.ghost = SimulateFlywheel(past, report);
  }
  cache_.remarketing = MeasureRemarketing(scenario);
  const ScenarioResults now = {scenario, ui.report(), cache_.flywheel};
  if (cache_.ghost) {
    const auto& [past, report] = cache_.compared->past;
    const ScenarioResults before = {past, report, *cache_.ghost};
    cache_.tiles = ShowAfterOrder(now, &before, format);
  } else {
    cache_.tiles = ShowAfterOrder(now, nullptr, format);
  }
  cache_.customer = ExplainCustomer(scenario, ui.report(), format);
  cache_.payback = ExplainPayback(scenario, ui.report(), format);
  cache_.momentum = ExplainMomentum(cache_.flywheel, format);
  cache_.overtaking = ExplainFlywheel(cache_.flywheel, format);
  cache_.pool = ExplainRemarketing(scenario, cache_.remarketing, format);
  cache_.profits = cache_.customers = Drawing();
}

void FlywheelView::Turn(Ui& ui) {
  const double now = ImGui::GetTime();
  const uint32_t revision = ui.session().revision();
  if (revision != turned_revision_) {
    const bool first = turned_revision_ == 0;
    turned_revision_ = revision;
    if (!first && !ui.surroundings().reduced_motion) {
      motion_.Push(now, cache_.flywheel.momentum);
    }
  }
}

// --- Parts -------------------------------------------------------------------

void FlywheelView::ShowDrawing(Ui& ui, const char* group, const char* id,
                               const Drawing& drawing, Rect rect) {
  ui.canvas().Draw(drawing, {rect.x, rect.y});
  for (const Mark& mark : drawing.marks) {
    ui.semantics().Image(id, group, mark.label, rect);
  }
}

float FlywheelView::LayWheel(Ui& ui, Rect rect, bool paint) {
  const float height = std::min(rect.width * 0.8f, 240.0f);
  rect.height = height;
  const double now = ImGui::GetTime();
  if (paint && ui.IsVisible(rect) && motion_.IsMoving(now)) ui.MarkDirty();
  if (paint && IsSeen(ui, rect)) {
    ShowDrawing(ui, "flywheel", "flywheel/wheel",
                WheelPicture(ui.Chart(), cache_.flywheel, motion_.Angle(now),
                             rect.width, height),
                rect);
  }
  return height;
}

float FlywheelView::LayTiles(Ui& ui, Rect rect, bool paint) {
  const int columns = rect.width < 300 ? 2 : rect.width < 480 ? 3 : 4;
  const int count = static_cast<int>(cache_.tiles.size());
  for (int i = 0; paint && i < count; ++i) {
    const ShownResult& tile = cache_.tiles[static_cast<size_t>(i)];
    const ResultDefinition& result = *tile.result;
    const Rect place = TileAt(rect, columns, i);
    ShowTile(ui, place, ui.Fit(result.label, result.short_label, place.width),
             tile.text, tile.change.text, Ink::kTextMuted);
    std::string value = tile.text;
    if (tile.reason) {
      value = FormatText(ui.language(), TextId::kUiUndefinedBecause,
                         {{"reason", ui.Text(*tile.reason)}});
    }
    if (!tile.change.text.empty()) value += " (" + tile.change.text + ")";
    ui.semantics().Output(std::string("flywheel/") + result.id, "value",
                          ui.Text(result.label), value, place,
                          tile.reason.has_value());
  }
  return TilesHeight(columns, count);
}

float FlywheelView::LaySentence(Ui& ui, Rect rect, const char* group,
                                const char* id, TextId label,
                                const std::string& text, bool paint) {
  if (text.empty()) return 0;
  rect.height = ui.canvas().ParagraphHeight(rect.width, text, TextSize::kSmall);
  if (paint) {
    ui.semantics().Output(id, group, ui.Text(label), text, rect);
    ui.canvas().Paragraph(rect, text,
                          {.size = TextSize::kSmall, .ink = Ink::kTextMuted});
  }
  return rect.height + 8;
}

float FlywheelView::LayValue(Ui& ui, Rect rect, bool paint) {
  if (paint)
    ui.semantics().Heading("value", ui.Text(TextId::kUiCustomerValue), rect);
  float y = LayTiles(ui, rect, paint) + 4;
  y += LaySentence(ui, Below(rect, y), "value", "flywheel/customer",
                   TextId::kUiCustomerValue, cache_.customer, paint);
  if (cache_.payback.empty()) return y;
  if (paint) {
    ui.canvas().Label({rect.x, rect.y + y, rect.width, 20},
                      ui.Text(TextId::kUiWhatItTakes),
                      {.size = TextSize::kSmall, .bold = true});
  }
  y += 20;
  return y + LaySentence(ui, Below(rect, y), "value", "flywheel/whatItTakes",
                         TextId::kUiWhatItTakes, cache_.payback, paint);
}

float FlywheelView::LayLevers(Ui& ui, Rect rect, WheelPart part, bool paint) {
  const bool attracts = part == WheelPart::kAttract;
  const char* group = attracts ? "attract" : "engage";
  const std::string_view name = WheelName(part, ui.language());
  if (paint) ShowHeading(ui, rect, group, name, WheelInk(part));
  float y = kHeadingHeight;
  for (const ScenarioField* field :
       ScenarioFieldsShown(attracts ? Shown::kAttract : Shown::kEngage)) {
    const float row = FieldRowHeight(ui);
    if (paint) {
      FieldRow(ui, AddressOf(*field), {rect.x, rect.y + y, rect.width, row},
               group, name, WheelInk(part));
    }
    y += row;
  }
  return y;
}

// A `hidden` segment is not painted, but its nodes are recorded, so it can be
// focused and set.
float FlywheelView::LaySegment(Ui& ui, Rect rect, Segment segment, bool hidden,
                               bool paint) {
  const char* group = kSegmentGroups[static_cast<size_t>(segment)];
  const std::string_view name = SegmentName(segment, ui.language());
  const std::string full_name =
      std::string(WheelName(WheelPart::kDelight, ui.language())) + " · " +
      std::string(name);
  float y = kHeadingHeight;
  if (paint && !hidden) ShowHeading(ui, rect, group, name, SegmentInk(segment));
  if (paint && hidden) ui.semantics().Heading(group, name, rect);
  for (const ScenarioField* field :
       ScenarioFieldsShown(kSegmentFields[static_cast<size_t>(segment)])) {
    const FieldAddress address = AddressOf(*field);
    const Rect row = {rect.x, rect.y + y, rect.width, FieldRowHeight(ui)};
    if (paint && hidden) {
      RecordField(ui, address, row, group, full_name);
      if (ui.controls().focused() == FieldPath(ui.scenario(), address) &&
          !ui.editor().request()) {
        segment_ = segment;
        ui.RequestPass();
      }
    } else if (paint) {
      FieldRow(ui, address, row, group, full_name, SegmentInk(segment));
    }
    y += row.height;
  }
  return y;
}

float FlywheelView::LayDelight(Ui& ui, Rect rect, bool paint) {
  const std::string_view name = WheelName(WheelPart::kDelight, ui.language());
  if (paint) {
    ShowHeading(ui, rect, "delight", name, WheelInk(WheelPart::kDelight));
  }
  float y = kHeadingHeight;
  y += LaySentence(ui, Below(rect, y), "delight", "flywheel/shares",
                   TextId::kUiSegments,
                   std::string(ui.Text(TextId::kUiSharesHint)), paint);
  if (ui.arrangement() == Arrangement::kDesk) {
    float height = 0;
    for (int i = 0; i < kSegmentCount; ++i) {
      height = LaySegment(ui, Column(Below(rect, y), i, kSegmentCount),
                          kSegments[i], false, paint);
    }
    return y + height;
  }
  const float choices = ChoiceHeight(ui);
  if (paint) {
    std::vector<std::string> names;
    for (const Segment segment : kSegments) {
      names.emplace_back(SegmentName(segment, ui.language()));
    }
    const int pressed = SegmentedControl(
        ui, "flywheel/segment",
        {rect.x, rect.y + y, std::min(rect.width, 420.0f), choices}, names,
        static_cast<int>(segment_), "delight");
    if (pressed >= 0) {
      segment_ = kSegments[pressed];
      ui.RequestPass();
    }
  }
  y += choices + 12;
  float height = 0;
  for (const Segment segment : kSegments) {
    height =
        LaySegment(ui, Below(rect, y), segment, segment != segment_, paint);
  }
  return y + height;
}

float FlywheelView::LayProfits(Ui& ui, Rect rect, bool paint) {
  return LayMonths(
      ui, rect, Chart::kFlywheel, "profits",
      {"flywheel/overtaking", TextId::kUiOvertaking, cache_.overtaking}, paint);
}

float FlywheelView::LayCustomers(Ui& ui, Rect rect, bool paint) {
  return LayMonths(
      ui, rect, Chart::kCustomers, "customers",
      {"flywheel/momentumWords", TextId::kUiMomentum, cache_.momentum}, paint);
}

float FlywheelView::LayMonths(Ui& ui, Rect rect, Chart chart, const char* id,
                              const Said& said, bool paint) {
  if (paint) ShowChartTitle(ui, rect, id, chart);
  const Rect picture = PictureIn(ui, rect);
  if (paint) ShowMonths(ui, picture, chart, id);
  const float y = picture.bottom() - rect.y + 8;
  return y + LaySentence(ui, Below(rect, y), id, said.id, said.label, said.text,
                         paint);
}

void FlywheelView::ShowMonths(Ui& ui, Rect rect, Chart chart, const char* id) {
  if (ui.tools().state() == Tools::State::kClosed && ui.IsVisible(rect)) {
    ui.tools().Open();
  }
  if (ui.tools().state() != Tools::State::kReady) {
    OfferTools(ui, rect, chart, id);
  } else if (IsSeen(ui, rect)) {
    const std::string drawing = std::string("flywheel/") + id;
    ShowDrawing(ui, id, drawing.c_str(), MonthsIn(ui, rect, chart), rect);
  }
}

const Drawing& FlywheelView::MonthsIn(Ui& ui, Rect rect, Chart chart) {
  Drawing& drawing =
      chart == Chart::kCustomers ? cache_.customers : cache_.profits;
  if (drawing.width != rect.width || drawing.height != rect.height) {
    const Scenario* before =
        cache_.compared ? &cache_.compared->past.scenario : nullptr;
    drawing = ReadDrawingBytes(ui.tools().DrawChart(chart, ui.scenario(),
                                                    before, ui.format(),
                                                    rect.width, rect.height))
                  .value_or(Drawing());
    drawing.width = rect.width;
    drawing.height = rect.height;
  }
  return drawing;
}

// Who cannot scroll to the picture presses the button. While the tools are
// being loaded it says so and stays, so that the focus does, too.
void FlywheelView::OfferTools(Ui& ui, Rect rect, Chart chart, const char* id) {
  const std::string_view title =
      ui.Text(kChartTitles[static_cast<size_t>(chart)]);
  const std::string group = id;
  const Tools::State state = ui.tools().state();
  const float middle = rect.y + rect.height / 2;
  if (state == Tools::State::kFailed) {
    const std::string_view text = ui.Text(TextId::kToolsFailed);
    const Rect line = {rect.x, middle - 30, rect.width, 20};
    ui.semantics().Output(group + "/state", id, title, text, line);
    ui.canvas().Label(line, text,
                      {.size = TextSize::kSmall,
                       .ink = Ink::kTextMuted,
                       .align = Align::kCenter});
  }
  const bool loading = state == Tools::State::kLoading;
  const std::string_view label =
      ui.Text(loading                          ? TextId::kToolsLoading
              : state == Tools::State::kFailed ? TextId::kToolsRetry
                                               : TextId::kToolsOpen);
  const float width = std::min(rect.width, 160.0f);
  const Rect place = {rect.x + (rect.width - width) / 2, middle, width,
                      ButtonHeight(ui)};
  const std::string name = std::string(label) + ": " + std::string(title);
  if (Button(ui, group + "/open", place, label, name, id, ButtonLook::kPlain,
             loading)) {
    ui.tools().Open();
    ui.RequestPass();
  }
}

// The two cells of a medium: their shares of engaged visits, and their effect
// on the pool.
float FlywheelView::LayPool(Ui& ui, Rect rect, int medium, bool paint) {
  const std::string name = MediumName(ui.scenario(), medium, ui.language());
  const Ink hue = MediumInk(ui.scenario(), medium);
  const std::string group = "pool/" + ui.scenario().media[medium].id.str();
  if (paint) ShowHeading(ui, rect, group, name, hue);
  constexpr float kEffectWidth = 84;
  const CellField& field = *FindCellField("engagedShare");
  float y = kHeadingHeight;
  for (const Kind kind : {Kind::kOrganic, Kind::kPaid}) {
    const int cell = CellIndex(medium, kind);
    const std::string cell_name = CellName(ui.scenario(), cell, ui.language());
    const float height = FieldRowHeight(ui);
    const Rect row = {rect.x, rect.y + y, rect.width - kEffectWidth - 4,
                      height};
    y += height;
    if (!paint) continue;
    FieldRow(ui, AddressOf(field, cell), row, group, cell_name, hue,
             KindName(kind, ui.language()));
    const Rect value = ValueIn(row);
    const Rect effect = {row.right() + 4, value.y, kEffectWidth, value.height};
    const ShownResult shown =
        ShowDensityEffect(cache_.remarketing, cell, ui.format());
    ui.semantics().Output(
        CellId(ui.scenario(), cell) + "/densityEffect", group,
        cell_name + " · " + std::string(ui.Text(TextId::kMetricDensityEffect)),
        shown.reason ? FormatText(ui.language(), TextId::kUiUndefinedBecause,
                                  {{"reason", ui.Text(*shown.reason)}})
                     : shown.text,
        effect, shown.reason.has_value());
    ui.canvas().Label(effect, shown.text,
                      {.size = TextSize::kSmall,
                       .ink = Ink::kTextMuted,
                       .align = Align::kEnd});
  }
  return y;
}

float FlywheelView::LayRemarketing(Ui& ui, Rect rect, bool paint) {
  if (paint) {
    ui.canvas().DrawLine({rect.x, rect.y}, {rect.right(), rect.y},
                         {Ink::kHairline, 1});
    ui.semantics().Heading("remarketing", ui.Text(TextId::kUiRemarketing),
                           rect);
    ui.canvas().Label({rect.x, rect.y + 14, rect.width, 20},
                      ui.Fit(TextId::kUiRemarketing,
                             TextId::kUiRemarketingShort, rect.width, true),
                      {.bold = true});
  }
  float y = 40;
  y += LaySentence(ui, Below(rect, y), "remarketing", "flywheel/pool",
                   TextId::kUiRemarketing, cache_.pool, paint);
  const int columns = ui.is_phone()                              ? 1
                      : ui.arrangement() == Arrangement::kTablet ? 2
                                                                 : 3;
  int column = 0;
  for (const ScenarioField* field : ScenarioFieldsShown(Shown::kRemarketing)) {
    const Rect place = Column(Below(rect, y), column, columns);
    if (paint) {
      FieldRow(ui, AddressOf(*field),
               {place.x, place.y, place.width, FieldRowHeight(ui)},
               "remarketing", ui.Text(TextId::kUiRemarketingShort),
               Ink::kAccent);
    }
    if (++column == columns) {
      column = 0;
      y += FieldRowHeight(ui);
    }
  }
  if (column > 0) y += FieldRowHeight(ui);
  y += 12;
  const int media = static_cast<int>(ui.scenario().media.size());
  column = 0;
  for (int medium = 0; medium < media; ++medium) {
    const float height =
        LayPool(ui, Column(Below(rect, y), column, columns), medium, paint);
    if (++column == columns || medium + 1 == media) {
      column = 0;
      y += height + 8;
    }
  }
  return y;
}

// --- Arrangements ------------------------------------------------------------

float FlywheelView::LayDesk(Ui& ui, Rect rect, bool paint) {
  constexpr float kWheelWidth = 290;
  const float levers_width =
      std::min(340.0f, (rect.width - kWheelWidth - 2 * kColumnGap) * 0.46f);
  const Rect levers = {rect.x + kWheelWidth + kColumnGap, rect.y, levers_width,
                       rect.height};
  const Rect value = {levers.right() + kColumnGap, rect.y,
                      rect.right() - levers.right() - kColumnGap, rect.height};
  const float wheel =
      LayWheel(ui, {rect.x, rect.y, kWheelWidth, rect.height}, paint);
  float left = LayLevers(ui, levers, WheelPart::kAttract, paint) + 14;
  left += LayLevers(ui, Below(levers, left), WheelPart::kEngage, paint);
  const float right = LayValue(ui, value, paint);
  float y = std::max({wheel, left, right}) + kSectionGap;
  y += LayDelight(ui, Below(rect, y), paint) + kSectionGap;
  const Rect charts = Below(rect, y);
  y += std::max(LayProfits(ui, Column(charts, 0, 2), paint),
                LayCustomers(ui, Column(charts, 1, 2), paint)) +
       kSectionGap;
  return y + LayRemarketing(ui, Below(rect, y), paint);
}

float FlywheelView::LayColumn(Ui& ui, Rect rect, bool paint) {
  float y = 0;
  if (ui.is_phone()) {
    y += LayWheel(ui, Below(rect, y), paint) + 12;
    y += LayValue(ui, Below(rect, y), paint) + 8;
    y += LayLevers(ui, Below(rect, y), WheelPart::kAttract, paint) + 12;
    y += LayLevers(ui, Below(rect, y), WheelPart::kEngage, paint) + 12;
  } else {
    constexpr float kWheelWidth = 280;
    const Rect value = {rect.x + kWheelWidth + kColumnGap, rect.y,
                        rect.width - kWheelWidth - kColumnGap, rect.height};
    y = std::max(
        LayWheel(ui, {rect.x, rect.y, kWheelWidth, rect.height}, paint),
        LayValue(ui, value, paint));
    y += kSectionGap;
    const Rect levers = Below(rect, y);
    y += std::max(
             LayLevers(ui, Column(levers, 0, 2), WheelPart::kAttract, paint),
             LayLevers(ui, Column(levers, 1, 2), WheelPart::kEngage, paint)) +
         12;
  }
  y += LayDelight(ui, Below(rect, y), paint) + kSectionGap;
  y += LayProfits(ui, Below(rect, y), paint) + 12;
  y += LayCustomers(ui, Below(rect, y), paint) + kSectionGap;
  return y + LayRemarketing(ui, Below(rect, y), paint);
}

float FlywheelView::LayBody(Ui& ui, Rect inner, bool paint) {
  Update(ui);
  if (paint) Turn(ui);
  const float y =
      LayTitle(ui, inner,
               ui.Fit(TextId::kUiFlywheelTitle, TextId::kUiFlywheelTitleShort,
                      inner.width, true),
               paint) +
      8;
  const Rect rest = Below(inner, y);
  return y + (ui.arrangement() == Arrangement::kDesk
                  ? LayDesk(ui, rest, paint)
                  : LayColumn(ui, rest, paint));
}

}  // namespace sextant
