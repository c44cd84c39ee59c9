// Positions and sizes: targets are large enough for thumbs, nothing is beyond
// the edge of the screen, the focus ring is completely visible, and an editor
// stays over its field.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ui/item_spy.h"
#include "ui/kit/theme.h"
#include "ui/page.h"
#include "ui/picture.h"

namespace sextant {
namespace {

// 320 also stands for a window of 640 at 200% zoom (WCAG 2.2, 1.4.10).
constexpr Size kPhones[] = {{320, 640}, {360, 740}, {390, 844}};

const SemanticNode* NodeOf(Page& page, const SpiedItem& item) {
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    if (item.IsCalled(node.id) && node.role != Role::kHeading) return &node;
  }
  return nullptr;
}

// Marks of charts are placed by their numbers; everything else is laid out.
bool IsPicture(Page& page, const SpiedItem& item) {
  const SemanticNode* node = NodeOf(page, item);
  return node != nullptr && node->role == Role::kImage;
}

std::string Describe(Page& page, const SpiedItem& item) {
  const SemanticNode* node = NodeOf(page, item);
  return (node ? node->id
               : "number at " + std::to_string(item.rect.x) + ", " +
                     std::to_string(item.rect.y)) +
         ", " + std::to_string(item.rect.width) + " × " +
         std::to_string(item.rect.height) + " at " +
         std::to_string(page.app.surroundings().width);
}

void ExpectRoomForFingers(Page& page, const ItemSpy& spy, float least_height) {
  const Rect screen = {0, 0, page.app.surroundings().width,
                       page.app.content_height()};
  std::vector<SpiedItem> items;
  for (const SpiedItem& item : spy.items()) {
    if (!IsPicture(page, item)) items.push_back(item);
  }
  for (size_t i = 0; i < items.size(); ++i) {
    const Rect rect = items[i].rect;
    EXPECT_TRUE(Contains(screen, rect)) << Describe(page, items[i]);
    EXPECT_GE(rect.width, 24) << Describe(page, items[i]);
    EXPECT_GE(rect.height, least_height) << Describe(page, items[i]);
    const Rect core = {rect.x + 0.5f, rect.y + 0.5f, rect.width - 1,
                       rect.height - 1};
    for (size_t other = 0; other < i; ++other) {
      EXPECT_FALSE(Overlap(core, items[other].rect))
          << Describe(page, items[i]) << "\n"
          << Describe(page, items[other]);
    }
  }
}

void FillWithMedia(Page& page) {
  for (int i = 0; i < 8; ++i) page.app.session().Apply(edit::AddMedium{});
  page.app.session().Apply(edit::SetThresholdMode{Thresholds::Mode::kTarget});
  page.app.session().PinBaseline();
  page.app.Wake();
  page.Settle();
}

// Checks every view; with `full` the page has as much on it as it can have.
void ExpectRoomInEveryView(Page& page, bool full, float least) {
  const ItemSpy spy(page.app.context());
  if (full) FillWithMedia(page);
  for (const char* view : kViewNames) {
    page.app.SetView(*FindView(view));
    page.Settle();
    ShowEverything(page);
    ExpectRoomForFingers(page, spy, least);
  }
}

TEST(Layout, TargetsOnAPhoneAreInsideSeparateAndThumbSized) {
  for (const Size size : kPhones) {
    for (const bool full : {false, true}) {
      Page page(size,
                full ? Language::kEnglish : Language::kTraditionalChinese);
      ExpectRoomInEveryView(page, full, kTouchTarget - 0.5f);
    }
  }
}

TEST(Layout, TargetsOnALargeScreenAreInsideSeparateAndLargeEnough) {
  for (const Size size : {Size{600, 800}, Size{768, 1024}, Size{1280, 800}}) {
    for (const bool full : {false, true}) {
      Page page(size);
      ExpectRoomInEveryView(page, full, 24);
    }
  }
}

TEST(Layout, ControlsOnAPhoneAreInsideAndThumbSized) {
  for (const Size size : kPhones) {
    Page page(size);
    for (const char* view : kViewNames) {
      page.app.SetView(*FindView(view));
      page.Settle();
      const Rect screen = {0, 0, size.width, page.app.content_height()};
      for (const SemanticNode& node : page.app.semantics().nodes()) {
        if (!IsControl(node)) continue;
        EXPECT_TRUE(Contains(screen, node.rect)) << node.id;
        EXPECT_GE(node.rect.width, 24) << node.id << ", " << size.width;
        EXPECT_GE(node.rect.height, 43.5f) << node.id;
      }
    }
  }
}

// Text beyond the edge would be cut off without an ellipsis.
TEST(Layout, NothingIsDrawnBeyondTheEdges) {
  for (const Size size : kPhones) {
    for (const Language language :
         {Language::kEnglish, Language::kTraditionalChinese}) {
      for (const bool full : {false, true}) {
        Page page(size, language);
        if (full) FillWithMedia(page);
        for (const char* view : kViewNames) {
          page.app.SetView(*FindView(view));
          page.Settle();
          ShowEverything(page);
          const ImDrawData* data = page.app.draw_data();
          float least = 0;
          float most = 0;
          for (int i = 0; i < data->CmdListsCount; ++i) {
            for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
              least = std::min(least, vertex.pos.x);
              most = std::max(most, vertex.pos.x);
            }
          }
          EXPECT_GE(least, -0.5f) << view << ", " << size.width;
          EXPECT_LE(most, size.width + 0.5f) << view << ", " << size.width;
        }
      }
    }
  }
}

void ExpectSentencesFit(const Page& page, float width) {
  BoxRasterizer rasterizer;
  TextPainter painter(rasterizer);
  painter.BeginFrame(2);
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    const bool is_shock = node.role == Role::kOutput && node.group == "shocks";
    if (node.id != "quadrant/explanation" &&
        node.id != "revenue/concentration" && !is_shock) {
      continue;
    }
    const size_t lines =
        painter.Wrap(node.value_text, TextSize::kSmall, false, node.rect.width)
            .size();
    EXPECT_LE(static_cast<float>(lines) * FontSize(TextSize::kSmall) * 1.45f,
              node.rect.height + 2)
        << node.id << " at " << width << ": " << node.value_text;
  }
}

// A paragraph fits the space reserved for it, whichever cell it is about.
TEST(Layout, SentencesFitTheirSpace) {
  for (const Size size : {kPhones[0], kPhones[2], kSizes[1], kSizes[0]}) {
    for (const Language language :
         {Language::kEnglish, Language::kTraditionalChinese}) {
      Page page(size, language);
      const int count =
          static_cast<int>(page.app.session().scenario().cells.size());
      for (const auto mode :
           {Thresholds::Mode::kPortfolio, Thresholds::Mode::kBreakEven}) {
        page.app.session().Apply(edit::SetThresholdMode{mode});
        for (int cell = 0; cell < count; ++cell) {
          page.app.session().SelectCell(cell);
          page.app.Wake();
          page.Settle();
          ExpectSentencesFit(page, size.width);
        }
      }
    }
  }
}

// --- The focus ring.

std::vector<Point> AccentVertices(Page& page) {
  const ImU32 accent =
      ToColor(page.app.surroundings().theme, {Ink::kAccent, 1});
  std::vector<Point> result;
  const ImDrawData* data = page.app.draw_data();
  for (int i = 0; i < data->CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer) {
      if (vertex.col == accent) {
        result.push_back({vertex.pos.x, vertex.pos.y});
      }
    }
  }
  std::sort(result.begin(), result.end(), [](Point a, Point b) {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
  });
  return result;
}

// The pixels that have the accent colour now but did not before.
std::vector<Point> Added(const std::vector<Point>& before,
                         const std::vector<Point>& now) {
  std::vector<Point> result;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                      std::back_inserter(result), [](Point a, Point b) {
                        return a.x != b.x ? a.x < b.x : a.y < b.y;
                      });
  return result;
}

Rect Around(const std::vector<Point>& points) {
  Point low = points.front();
  Point high = low;
  for (const Point point : points) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void ExpectRing(Page& page, const std::string& id) {
  // The focus may show another cell or segment, which then stays.
  page.app.Focus(id);
  page.Settle();
  page.app.Focus("");
  page.Settle();
  const std::vector<Point> before = AccentVertices(page);
  page.app.Focus(id);
  page.Settle();
  const SemanticNode* node = page.Find(id);
  ASSERT_NE(node, nullptr) << id;
  const std::vector<Point> ring = Added(before, AccentVertices(page));
  ASSERT_FALSE(ring.empty()) << id << " has no ring";
  const Rect box = Around(ring);
  const float soft = 1 / page.app.surroundings().device_pixel_ratio;
  const Rect screen = {soft, soft, page.app.surroundings().width - 2 * soft,
                       page.app.content_height() - 2 * soft};
  EXPECT_TRUE(Contains(screen, box)) << id << " has a ring that is cut";
  const Rect near = {node->rect.x - 3.5f, node->rect.y - 3.5f,
                     node->rect.width + 7, node->rect.height + 7};
  EXPECT_TRUE(Contains(near, box)) << id << " has its ring elsewhere";
  EXPECT_TRUE(box.contains({node->rect.x + node->rect.width / 2,
                            node->rect.y + node->rect.height / 2}))
      << id;
  // Two pixels; the outer edge is antialiased.
  EXPECT_TRUE(std::any_of(
      ring.begin(), ring.end(),
      [&](Point point) {
        return std::abs(point.x - (box.x + kFocusRingWidth - soft)) < 0.01f;
      }))
      << id << " has a thinner ring";
}

TEST(Layout, TheFocusRingIsCompleteEverywhere) {
  static_assert(kFocusRingWidth >= 2);
  for (const Size size : {kPhones[0], kPhones[2], Size{1280, 800}}) {
    for (const char* view : {"all", "quadrant", "formula"}) {
      Page page(size);
      page.app.SetTheme(size.width < 600 ? Theme::kDarkContrast
                                         : Theme::kLight);
      page.app.SetView(*FindView(view));
      page.Settle();
      page.app.session().Apply(
          edit::SetThresholdMode{Thresholds::Mode::kTarget});
      page.app.Wake();
      ShowEverything(page);
      std::vector<std::string> ids;
      for (const SemanticNode& node : page.app.semantics().nodes()) {
        if (IsControl(node)) ids.push_back(node.id);
      }
      ASSERT_FALSE(ids.empty());
      for (const std::string& id : ids) ExpectRing(page, id);
    }
  }
}

// --- The editor.

TEST(Layout, AnOpenEditorFollowsItsField) {
  const Size turns[] = {
      {768, 1024}, {390, 844}, {844, 390}, {320, 640}, {1280, 800}};
  for (const char* view : {"all", "formula", "quadrant"}) {
    for (const char* id :
         {"social.paid/conversionRate", "integrated.organic/conversionRate",
          "grossMargin", "thresholds.cpa", "media/integrated/rename"}) {
      Page page;
      page.app.SetView(*FindView(view));
      page.app.session().Apply(
          edit::SetThresholdMode{Thresholds::Mode::kTarget});
      page.app.Wake();
      page.Settle();
      if (page.Find(id) == nullptr) continue;
      page.app.Activate(id);
      page.Settle();
      ASSERT_TRUE(page.app.edit().has_value()) << id;
      for (const Size turn : turns) {
        page.app.Resize(turn.width, turn.height, 2);
        page.Settle();
        ASSERT_TRUE(page.app.edit().has_value()) << id;
        const Rect rect = page.app.edit()->rect;
        Page fresh(turn);
        fresh.app.SetView(*FindView(view));
        fresh.app.session().Apply(
            edit::SetThresholdMode{Thresholds::Mode::kTarget});
        fresh.app.session().SelectCell(page.app.session().selected_cell());
        fresh.app.Wake();
        fresh.Settle();
        fresh.app.Activate(id);
        fresh.Settle();
        ASSERT_TRUE(fresh.app.edit().has_value()) << id;
        const Rect expected = fresh.app.edit()->rect;
        EXPECT_TRUE(Contains(expected, rect) && Contains(rect, expected))
            << id << " at " << turn.width << " in " << view;
        EXPECT_TRUE(
            Contains({0, 0, turn.width, page.app.content_height()}, rect));
      }
    }
  }
}

TEST(Layout, AnEditorOverTheFormulaStaysOverTheFormula) {
  Page page;
  const Rect term = page.Reveal("social.paid/term");
  page.Click(term.x + 8, term.y + 34);
  ASSERT_TRUE(page.app.edit().has_value());
  page.app.Resize(390, 844, 2);
  page.Settle();
  const Rect rect = page.app.edit()->rect;
  EXPECT_TRUE(Overlap(rect, page.Find("social.paid/term")->rect));
}

TEST(Layout, AnEditorWhoseFieldIsGoneStaysVisible) {
  Page page;
  page.app.Activate("integrated.organic/visits");
  page.Settle();
  page.app.SetView(*FindView("kpi"));
  page.app.Resize(320, 640, 2);
  page.Settle();
  ASSERT_TRUE(page.app.edit().has_value());
  const Rect rect = page.app.edit()->rect;
  EXPECT_TRUE(Contains({0, 0, 320, page.app.content_height()}, rect));
  EXPECT_EQ(page.app.CommitEdit("1234"), "");
  EXPECT_EQ(page.Value("integrated.organic/visits"), 1234);
}

TEST(Layout, NoTextIsPaintedThatIsFarOutsideOfTheView) {
  constexpr float kReach = 30;  // the last line may be cut
  Page page({390, 844});
  for (const float scroll : {0.0f, 700.0f, 2500.0f}) {
    page.app.SetScroll(scroll);
    page.Settle();
    const Picture picture(page);
    ASSERT_FALSE(picture.texts().empty());
    for (const PaintedText& text : picture.texts()) {
      // A chart in part in the view is painted as a whole.
      if (text.rect.y > -300 && text.rect.bottom() < 844 + 300) continue;
      ADD_FAILURE() << text.text << " at " << text.rect.y;
    }
    const auto labels = std::count_if(
        picture.texts().begin(), picture.texts().end(),
        [](const PaintedText& text) {
          return text.rect.bottom() < -kReach || text.rect.y > 844 + kReach;
        });
    EXPECT_LT(labels, static_cast<long>(picture.texts().size()) / 2);
  }
}

}  // namespace
}  // namespace sextant
