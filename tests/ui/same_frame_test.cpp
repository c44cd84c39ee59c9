// A painted frame shows one scenario: in the first frame after an action of the
// reader, totals, cells, chart, formula and flywheel agree with the session,
// and so with each other.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/customers/customer_value.h"
#include "ui/kit/theme.h"
#include "ui/page.h"
#include "ui/picture.h"

namespace sextant {
namespace {

constexpr int kCell = 1;  // social.paid
constexpr Size kArrangements[] = {{1280, 800}, {768, 1024}, {390, 844}};

bool IsTouch(Size size) { return size.width < 600; }

// Shows the whole interface on one tall screen.
Page& Prepare(Page& page) {
  page.app.SetReducedMotion(true);
  page.app.session().SelectCell(kCell);
  page.app.Wake();
  page.Settle();
  ShowEverything(page);
  return page;
}

const NumberFormat& Format(Page& page) {
  return page.app.surroundings().format;
}

void NextFrame(Page& page) { page.app.Frame(page.now += 1.0 / 60); }

void ExpectWritten(Page& page, const Picture& picture, std::string_view node,
                   const std::string& text) {
  const SemanticNode* place = page.Find(node);
  ASSERT_NE(place, nullptr) << node;
  const std::string written = picture.TextIn(place->rect);
  EXPECT_NE(written.find(WithoutSpaces(text)), std::string::npos)
      << node << " lacks " << text << ":\n"
      << written;
}

Rect FormulaTitle(Page& page) {
  Rect rect = page.Find("formula")->rect;
  rect.height = 80;
  return rect;
}

// Each number is read from the picture and comes from the session.
void ExpectPictureOfSession(Page& page) {
  const Picture picture(page);
  const Session& session = page.app.session();
  const Report& report = session.report();
  const NumberFormat& format = Format(page);
  const std::string revenue = format.Money(report.total.revenue);
  ExpectWritten(page, picture, "total", revenue);
  ExpectWritten(page, picture, "total", format.Money(report.total.profit));
  ExpectWritten(page, picture, "social.paid",
                format.Money(report.cells()[kCell].revenue));
  ExpectWritten(page, picture, "social.paid/term",
                "= " + format.Money(report.cells()[kCell].revenue));
  EXPECT_NE(picture.TextIn(FormulaTitle(page)).find("=" + revenue),
            std::string::npos)
      << picture.TextIn(FormulaTitle(page));
  const CustomerValue value = ValueOfCustomer(session.scenario(), report);
  ExpectWritten(page, picture, "flywheel/ltv", format.Money(*value.ltv));
  if (!IsTouch({page.app.surroundings().width, 0})) return;
  const Rect line = {0, 0, page.app.surroundings().width, 64};
  EXPECT_NE(
      picture.TextIn(line).find(format.CompactMoney(report.total.revenue)),
      std::string::npos)
      << picture.TextIn(line);
}

// Also checks that a later frame changes nothing.
void ExpectSettledPicture(Page& page) {
  const std::vector<PaintedPoint> now = Picture(page).points();
  page.Settle();
  const std::vector<PaintedPoint> settled = Picture(page).points();
  ASSERT_EQ(now.size(), settled.size());
  for (size_t i = 0; i < now.size(); ++i) {
    ASSERT_EQ(now[i], settled[i])
        << "'" << now[i].glyph << "' at " << now[i].point.x << ", "
        << now[i].point.y << " becomes '" << settled[i].glyph << "' at "
        << settled[i].point.x << ", " << settled[i].point.y;
  }
}

std::optional<Point> Bubble(Page& page) {
  const Ink hue = MediumInk(page.app.session().scenario(), MediumOf(kCell));
  return Picture(page).MiddleOf(
      ToColor(page.app.surroundings().theme, {hue, 0.88f}));
}

Point Press(Page& page, Point at) {
  const bool touch = IsTouch({page.app.surroundings().width, 0});
  page.Send(PointerEventType::kMove, at.x, at.y, touch);
  page.Settle();
  page.Send(PointerEventType::kDown, at.x, at.y, touch);
  NextFrame(page);
  return at;
}

void MoveTo(Page& page, Point to) {
  page.Send(PointerEventType::kMove, to.x, to.y,
            IsTouch({page.app.surroundings().width, 0}));
  NextFrame(page);
}

void Release(Page& page, Point at) {
  page.Send(PointerEventType::kUp, at.x, at.y,
            IsTouch({page.app.surroundings().width, 0}));
  NextFrame(page);
}

TEST(SameFrame, ThePictureReaderReadsWhatIsWritten) {
  Page page;
  Prepare(page);
  ExpectPictureOfSession(page);
  const std::string written =
      Picture(page).TextIn(page.Find("social.paid/visits")->rect);
  EXPECT_EQ(written,
            "Visits\n" + page.Find("social.paid/visits")->value_text + "\n");
  ASSERT_TRUE(Bubble(page).has_value());
  EXPECT_TRUE(page.Find("social.paid/bubble")->rect.contains(*Bubble(page)));
}

TEST(SameFrame, ADraggedSliderMovesEverythingThatFollowsFromIt) {
  for (const Size size : kArrangements) {
    SCOPED_TRACE(size.width);
    Page page(size);
    Prepare(page);
    const Rect row = page.Find("social.paid/conversionRate")->rect;
    const float y = IsTouch(size) ? row.bottom() - 20 : row.y + row.height / 2;
    Point at = Press(page, {row.x + row.width * 0.45f, y});
    ExpectPictureOfSession(page);
    for (const float step : {14.0f, 9.0f, -40.0f}) {
      const double revenue = page.app.session().report().total.revenue;
      const auto bubble = Bubble(page);
      at.x += step;
      MoveTo(page, at);
      EXPECT_NE(page.app.session().report().total.revenue, revenue);
      EXPECT_NE(Bubble(page), bubble);
      ExpectPictureOfSession(page);
    }
    ExpectSettledPicture(page);
    Release(page, at);
    ExpectPictureOfSession(page);
    ExpectSettledPicture(page);
  }
}

TEST(SameFrame, APressOnASliderThatMovesItIsSeenAtOnce) {
  Page page;
  Prepare(page);
  const double revenue = page.app.session().report().total.revenue;
  const Rect row = page.Find("social.paid/visits")->rect;
  Press(page, {row.x + 140, row.y + row.height / 2});
  EXPECT_NE(page.app.session().report().total.revenue, revenue);
  ExpectPictureOfSession(page);
}

TEST(SameFrame, ADraggedBubbleIsUnderThePointerAndEverythingElseFollows) {
  for (const Size size : kArrangements) {
    SCOPED_TRACE(size.width);
    Page page(size);
    Prepare(page);
    const Rect bounds = page.Find("social.paid/bubble")->rect;
    Point at = Press(page, {std::floor(bounds.x + bounds.width / 2),
                            std::floor(bounds.y + bounds.height / 2)});
    page.Settle();
    for (const Point step : {Point{-12, -9}, Point{-5, 14}, Point{17, 4}}) {
      const double revenue = page.app.session().report().total.revenue;
      at = {at.x + step.x, at.y + step.y};
      MoveTo(page, at);
      EXPECT_NE(page.app.session().report().total.revenue, revenue);
      ExpectPictureOfSession(page);
      const auto bubble = Bubble(page);
      ASSERT_TRUE(bubble.has_value());
      EXPECT_NEAR(bubble->x, at.x, 1.5f);
      EXPECT_NEAR(bubble->y, at.y, 1.5f);
    }
    ExpectSettledPicture(page);
    Release(page, at);
    ExpectPictureOfSession(page);
  }
}

TEST(SameFrame, AButtonsEffectIsSeenInTheFrameOfItsRelease) {
  for (const Size size : kArrangements) {
    SCOPED_TRACE(size.width);
    Page page(size);
    Prepare(page);
    for (const char* button : {"shock/auction/apply", "baseline"}) {
      SCOPED_TRACE(button);
      const Rect rect = page.Find(button)->rect;
      const Point at =
          Press(page, {rect.x + rect.width / 2, rect.y + rect.height / 2});
      page.Settle();
      const double profit = page.app.session().report().total.profit;
      Release(page, at);
      if (std::string_view(button) == "baseline") {
        EXPECT_NE(page.app.session().baseline(), nullptr);
      } else {
        EXPECT_NE(page.app.session().report().total.profit, profit);
      }
      ExpectPictureOfSession(page);
      ExpectSettledPicture(page);
    }
  }
}

TEST(SameFrame, AChoiceAndAPressInTheMirrorAreSeenAtOnce) {
  for (const Size size : kArrangements) {
    SCOPED_TRACE(size.width);
    Page page(size);
    Prepare(page);
    int pressed = 0;
    for (const char* id :
         {"thresholds/mode/2", "shock/auction/apply", "media/integrated/remove",
          "flywheel/segment/2", "shock/outage/medium/1"}) {
      // A phone has one medium's buttons, a wide screen no choice of segments.
      if (page.Find(id) == nullptr) continue;
      SCOPED_TRACE(id);
      ++pressed;
      page.app.Activate(id);
      NextFrame(page);
      ExpectSettledPicture(page);
      ExpectPictureOfSession(page);
      ShowEverything(page);
    }
    EXPECT_GE(pressed, 4);
  }
}

TEST(SameFrame, ACancelledDragRestoresEverythingAtOnce) {
  for (const char* id : {"social.paid/visits", "social.paid/bubble"}) {
    Page page;
    Prepare(page);
    const std::vector<PaintedPoint> before = Picture(page).points();
    const Rect rect = page.Find(id)->rect;
    const Point at =
        Press(page, {rect.x + rect.width / 2, rect.y + rect.height / 2});
    MoveTo(page, {at.x + 20, at.y + 8});
    ExpectPictureOfSession(page);
    page.Send(PointerEventType::kCancel, at.x, at.y);
    NextFrame(page);
    EXPECT_EQ(page.app.session().scenario(), DefaultScenario()) << id;
    ExpectPictureOfSession(page);
  }
}

// Nodes are recorded only at rest, and then agree with the picture.
TEST(SameFrame, NodesSayWhatThePictureShows) {
  for (const Size size : kArrangements) {
    SCOPED_TRACE(size.width);
    Page page(size);
    Prepare(page);
    const Rect row = page.Find("social.paid/visits")->rect;
    const float y = IsTouch(size) ? row.bottom() - 20 : row.y + row.height / 2;
    Point at = Press(page, {row.x + row.width * 0.45f, y});
    uint32_t revision = page.app.semantics().revision();
    int written = 0;
    for (int i = 0; i < 40; ++i) {
      if (i % 8 == 0) {
        at.x += 11;
        page.Send(PointerEventType::kMove, at.x, at.y, IsTouch(size));
      }
      NextFrame(page);
      if (page.app.semantics().revision() == revision) continue;
      revision = page.app.semantics().revision();
      ++written;
      const Report& report = page.app.session().report();
      const NumberFormat& format = Format(page);
      EXPECT_TRUE(
          page.Find("total/revenue")
              ->value_text.starts_with(format.Money(report.total.revenue)));
      EXPECT_EQ(page.Find("social.paid/revenue")->value_text,
                format.Money(report.cells()[kCell].revenue));
      EXPECT_EQ(page.Find("social.paid/visits")->range->value,
                page.app.session().scenario().cells[kCell].visits);
      ExpectPictureOfSession(page);
    }
    EXPECT_GE(written, 5);
  }
}

}  // namespace
}  // namespace sextant
