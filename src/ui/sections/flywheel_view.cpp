#include "ui/sections/flywheel_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "charts/flywheel_chart.h"
#include "charts/kit/drawing_bytes.h"
#include "ui/kit/field_row.h"
#include "ui/kit/widgets.h"
#include "ui/sections/blocks.h"
#include "ui/sections/tiles.h"
#include "words/customer_explanation.h"
#include "words/names.h"
#include "words/result_lists.h"

namespace sextant {
namespace {

constexpr float kSectionGap = 20;
constexpr Segment kSegments[] = {Segment::kPromoter, Segment::kPassive,
                                 Segment::kDetractor};
constexpr const char* kSegmentGroups[] = {"promoter", "passive", "detractor"};

constexpr Shown kSegmentFields[] = {Shown::kPromoter, Shown::kPassive,
                                    Shown::kDetractor};

void ShowChartTitle(Ui& ui, Rect rect, const char* group, Chart chart) {
  const std::string_view title =
      ui.Text(kChartTitles[static_cast<size_t>(chart)]);
  ui.semantics().Heading(group, title, rect);
  ui.canvas().Label({rect.x, rect.y, rect.width, 20}, title, {.bold = true});
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
  const ScenarioResults now = {scenario, ui.report(), cache_.flywheel};
  if (cache_.ghost) {
    const auto& [past, report] = cache_.compared->past;
    const ScenarioResults before = {past, report, *cache_.ghost};
    cache_.results = ShowAfterOrder(now, &before, format);
  } else {
    cache_.results = ShowAfterOrder(now, nullptr, format);
  }
  cache_.customer = ExplainCustomer(scenario, ui.report(), format);
  cache_.payback = ExplainPayback(scenario, ui.report(), format);
  cache_.momentum = ExplainMomentum(cache_.flywheel, format);
  cache_.overtaking = ExplainFlywheel(cache_.flywheel, format);
  cache_.profits_chart = cache_.customers_chart = Drawing();
}

void FlywheelView::Prepare(Ui& ui, bool paint) {
  Update(ui);
  if (paint) Turn(ui);
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
    // Top level: the totals come between it and the title of the card.
    ShowDrawing(ui, "", "flywheel/wheel",
                WheelPicture(ui.Chart(), cache_.flywheel, motion_.Angle(now),
                             rect.width, height),
                rect);
  }
  return height;
}

void FlywheelView::ShowResult(Ui& ui, int at, Rect place, const char* group,
                              std::string_view value, Ink ink) {
  const ShownResult& shown = cache_.results[static_cast<size_t>(at)];
  const ResultDefinition& result = *shown.result;
  ShowTile(ui, place, ui.Fit(result.label, result.short_label, place.width),
           value.empty() ? shown.text : value, shown.change.text, ink);
  RecordResult(ui, std::string("flywheel/") + result.id, group, shown, place);
}

float FlywheelView::LayTiles(Ui& ui, Rect rect, bool paint) {
  const int columns = rect.width < 300 ? 2 : rect.width < 480 ? 3 : 4;
  const int count = static_cast<int>(cache_.results.size()) - kProfitCount;
  for (int i = 0; paint && i < count; ++i) {
    ShowResult(ui, kProfitCount + i, TileAt(rect, columns, i), "value", {},
               Ink::kTextMuted);
  }
  return TilesHeight(columns, count);
}

// Beside the words that say over how many months or, on a phone, close below
// them, because a line at the top is low.
void FlywheelView::ShowTotals(Ui& ui, Rect rect) {
  constexpr float kWidest = 184;
  const std::string over =
      FormatText(ui.language(), TextId::kUiProfitOver,
                 {{"months", ui.format().Months(cache_.flywheel.month_count)}});
  Rect words = {rect.x, rect.y - 6, rect.width, 16};
  Rect tiles = {rect.x, rect.y + 9, rect.width, 0};
  if (!ui.is_phone()) {
    words.width = 132;
    tiles.x += words.width + 8;
    tiles.y = words.y = rect.y;
    tiles.width =
        std::min(rect.width - words.width - 8, kWidest * kProfitCount);
  }
  ui.semantics().Heading("earned", over, words);
  ui.canvas().Paragraph(words, over, {.size = TextSize::kSmall});
  const double wheel = cache_.flywheel.flywheel().back().cumulative_profit;
  const double funnel = cache_.flywheel.funnel().back().cumulative_profit;
  // In the order of the list.
  const double profits[kProfitCount] = {wheel, funnel, wheel - funnel};
  for (int i = 0; i < kProfitCount; ++i) {
    const Rect place = TileAt(tiles, kProfitCount, i);
    ShowResult(ui, i, place, "earned",
               FitMoney(ui, profits[i], TextSize::kBody, place.width),
               InkOf(cache_.results[static_cast<size_t>(i)].change.verdict));
  }
}

void FlywheelView::ShowLine(Ui& ui, Rect rect, float margin) {
  Update(ui);
  ShowLineGround(ui, rect);
  ShowTotals(ui, {rect.x + margin, rect.y + 5, rect.width - 2 * margin, 0});
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

float FlywheelView::LayGroup(Ui& ui, Rect rect, const Group& group,
                             bool paint) {
  if (paint) ShowHeading(ui, rect, group.id, group.name, group.ink);
  float y = kHeadingHeight;
  for (const ScenarioField* field : ScenarioFieldsShown(group.fields)) {
    if (group.is_small && std::string_view(field->id).ends_with(".share")) {
      continue;
    }
    float row = FieldRowHeight(ui);
    // One line on a phone, for its height; two beside the chart of a tablet.
    if (group.is_small && ui.arrangement() != Arrangement::kDesk) {
      row = kTouchTarget + (ui.is_phone() ? 0 : 20);
    }
    if (paint) {
      FieldRow(ui, AddressOf(*field), {rect.x, rect.y + y, rect.width, row},
               group.id, group.full_name, group.ink);
    }
    y += row;
  }
  return y;
}

float FlywheelView::LayLevers(Ui& ui, Rect rect, WheelPart part, bool paint) {
  const bool attracts = part == WheelPart::kAttract;
  const std::string_view name = WheelName(part, ui.language());
  return LayGroup(ui, rect,
                  {attracts ? "attract" : "engage", name, std::string(name),
                   WheelInk(part), attracts ? Shown::kAttract : Shown::kEngage},
                  paint);
}

FlywheelView::Group FlywheelView::GroupOf(const Ui& ui, Segment segment) {
  const auto at = static_cast<size_t>(segment);
  const std::string_view name = SegmentName(segment, ui.language());
  return {kSegmentGroups[at], name,
          std::string(WheelName(WheelPart::kDelight, ui.language())) + " · " +
              std::string(name),
          SegmentInk(segment), kSegmentFields[at]};
}

float FlywheelView::LayPromoters(Ui& ui, Rect rect, bool paint) {
  Group group = GroupOf(ui, Segment::kPromoter);
  group.is_small = true;
  return LayGroup(ui, rect, group, paint);
}

// It is not painted, but its nodes are recorded, so it can be focused and set.
void FlywheelView::RecordSegment(Ui& ui, Rect rect, Segment segment) {
  const Group group = GroupOf(ui, segment);
  ui.semantics().Heading(group.id, group.name, rect);
  Rect row = {rect.x, rect.y + kHeadingHeight, rect.width, FieldRowHeight(ui)};
  for (const ScenarioField* field : ScenarioFieldsShown(group.fields)) {
    const FieldAddress address = AddressOf(*field);
    RecordField(ui, address, row, group.id, group.full_name);
    if (ui.controls().focused() == FieldPath(ui.scenario(), address) &&
        !ui.editor().request()) {
      segment_ = segment;
      ui.RequestPass();
    }
    row.y += row.height;
  }
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
      height = LayGroup(ui, Column(Below(rect, y), i, kSegmentCount),
                        GroupOf(ui, kSegments[i]), paint);
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
  // Before the others, which may choose another one for the next pass.
  const Segment shown = segment_;
  for (const Segment segment : kSegments) {
    if (segment == shown) {
      height = LayGroup(ui, Below(rect, y), GroupOf(ui, segment), paint);
    } else if (paint) {
      RecordSegment(ui, Below(rect, y), segment);
    }
  }
  return y + height;
}

float FlywheelView::LayProfits(Ui& ui, Rect rect, bool paint, float height) {
  // Low on a phone, it has no room for the sentence; the totals say the same.
  const std::string none;
  return LayMonths(ui, rect, Chart::kFlywheel, "profits",
                   {"flywheel/overtaking", TextId::kUiOvertaking,
                    height > 0 && ui.is_phone() ? none : cache_.overtaking},
                   height, paint);
}

float FlywheelView::LayCustomers(Ui& ui, Rect rect, bool paint) {
  return LayMonths(
      ui, rect, Chart::kCustomers, "customers",
      {"flywheel/momentumWords", TextId::kUiMomentum, cache_.momentum}, 0,
      paint);
}

float FlywheelView::LayMonths(Ui& ui, Rect rect, Chart chart, const char* id,
                              const Said& said, float height, bool paint) {
  constexpr float kTitle = 24;
  if (paint) ShowChartTitle(ui, rect, id, chart);
  Rect picture = Below(rect, kTitle);
  picture.height =
      ui.is_phone() ? 240 : std::clamp(rect.width * 0.5f, 240.0f, 300.0f);
  const auto lay_sentence = [&](float y, bool visible) {
    return LaySentence(ui, Below(rect, y), id, said.id, said.label, said.text,
                       visible);
  };
  if (height > 0) {
    picture.height = height - kTitle - 8 - lay_sentence(0, false);
  }
  if (paint) ShowMonths(ui, picture, chart, id);
  const float y = picture.bottom() - rect.y + 8;
  return y + lay_sentence(y, paint);
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
  Drawing& drawing = chart == Chart::kCustomers ? cache_.customers_chart
                                                : cache_.profits_chart;
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
  return y + std::max(LayProfits(ui, Column(charts, 0, 2), paint),
                      LayCustomers(ui, Column(charts, 1, 2), paint));
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
  return y + LayCustomers(ui, Below(rect, y), paint);
}

float FlywheelView::LayBody(Ui& ui, Rect inner, bool paint) {
  Prepare(ui, paint);
  float y = LayTitle(ui, inner,
                     ui.Fit(TextId::kUiFlywheelTitle,
                            TextId::kUiFlywheelTitleShort, inner.width, true),
                     paint) +
            8;
  // Alone, they are in the line at the top.
  if (!ui.surroundings().is_single) {
    if (paint) ShowTotals(ui, Below(inner, y));
    y += TilesHeight(1, 1) + 8;
  }
  const Rect rest = Below(inner, y);
  return y + (ui.arrangement() == Arrangement::kDesk
                  ? LayDesk(ui, rest, paint)
                  : LayColumn(ui, rest, paint));
}

}  // namespace sextant
