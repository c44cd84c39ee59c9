// The input that a reader drags and the bubble that answers are in the view
// together.
#include <gtest/gtest.h>

#include <string>

#include "ui/page.h"
#include "words/names.h"

namespace sextant {
namespace {

// Above the calculator, while the page is not scrolled.
constexpr float kPageHeader = 60;

constexpr Size kScreens[] = {{1280, 800}, {1440, 900}, {768, 1024}, {390, 844}};

struct Screen {
  Page page;
  Size size;

  explicit Screen(Size screen, int media) : page(screen), size(screen) {
    Session& session = page.app.session();
    while (static_cast<int>(session.scenario().media.size()) < media) {
      (void)session.Apply(edit::AddMedium{});
      // Something to show.
      const int added = static_cast<int>(session.scenario().cells.size()) - 1;
      for (const CellField* field : CellFieldsShown(Shown::kCard)) {
        for (const int cell : {added - 1, added}) {
          const double value =
              GetField(session.scenario(), AddressOf(*field, cell & 1));
          (void)session.Apply(edit::SetField{AddressOf(*field, cell), value});
        }
      }
    }
    page.app.Wake();
    page.Settle();
  }

  float scroll() { return page.app.surroundings().scroll; }

  // What of the view is on the screen.
  Rect Visible() {
    const float header = std::max(0.0f, kPageHeader - scroll());
    return {0, 0, size.width, size.height - header};
  }

  Rect OnScreen(const SemanticNode& node) {
    Rect rect = node.rect;
    if (!node.sticky) rect.y -= scroll();
    return rect;
  }

  // As a browser scrolls to a control that gets the focus.
  void ScrollTo(const std::string& id) {
    const SemanticNode* node = page.Find(id);
    ASSERT_NE(node, nullptr) << id;
    const Rect rect = node->rect;
    float top = scroll();
    const float lowest = rect.bottom() + 32 - Visible().bottom();
    const float highest = rect.y - page.app.covered() - 8;
    if (top < lowest) top = lowest + kPageHeader;
    if (top > highest) top = std::max(0.0f, highest);
    page.app.SetScroll(top);
    page.Settle();
  }

  void ExpectBothInView(const std::string& cell, const std::string& field) {
    const SemanticNode* input = page.Find(field);
    const SemanticNode* bubble = page.Find(cell + "/bubble");
    ASSERT_NE(input, nullptr) << field;
    ASSERT_NE(bubble, nullptr) << cell;
    const Rect hand = OnScreen(*input);
    const Rect picture = OnScreen(*bubble);
    const std::string where = field + " at " + std::to_string(size.width) +
                              ", scrolled " + std::to_string(scroll());
    EXPECT_TRUE(Contains(Visible(), hand)) << where << ", y " << hand.y;
    EXPECT_TRUE(Contains(Visible(), picture)) << where << ", y " << picture.y;
    // The line of totals covers the top, and the quadrants what is below them.
    EXPECT_GE(picture.y, 64) << where;
    EXPECT_GE(hand.y, 64) << where;
    EXPECT_FALSE(Overlap(hand, picture)) << where;
    if (size.width < 1000) {
      EXPECT_GE(hand.y, picture.bottom()) << where;
    }
  }
};

TEST(HandAndPicture, EveryInputIsInTheViewWithItsBubbleBeforeAndDuringADrag) {
  for (const Size size : kScreens) {
    for (const int media : {3, 4, 8}) {
      Screen screen(size, media);
      Page& page = screen.page;
      const int cells =
          static_cast<int>(page.app.session().scenario().cells.size());
      for (int cell = media == 3 ? 0 : cells - 2; cell < cells; ++cell) {
        const std::string id(CellId(page.app.session().scenario(), cell));
        page.app.session().SelectCell(cell);
        page.app.Wake();
        page.Settle();
        for (const CellField* field : CellFieldsShown(Shown::kCard)) {
          const std::string path = id + "/" + field->id;
          screen.ScrollTo(path);
          screen.ExpectBothInView(id, path);
          const Rect hand = screen.OnScreen(*page.Find(path));
          const float x = hand.x + hand.width / 2;
          const float y = hand.bottom() - (size.width < 600 ? 22 : 13);
          page.Send(PointerEventType::kDown, x, y);
          page.Settle();
          page.Send(PointerEventType::kMove, x + 6, y);
          page.Settle();
          screen.ExpectBothInView(id, path);
          page.Send(PointerEventType::kUp, x + 6, y);
          page.Settle();
          page.app.session().Undo();
        }
      }
    }
  }
}

TEST(HandAndPicture, TheQuadrantsStayAsLongAsTheInputsAreThere) {
  for (const Size size : kScreens) {
    Screen screen(size, 8);
    Page& page = screen.page;
    const Rect at_rest = screen.OnScreen(*page.Find("social.paid/bubble"));
    for (float top = 0; top < page.app.content_height(); top += 40) {
      page.app.SetScroll(top);
      page.Settle();
      const Rect add = screen.OnScreen(*page.Find("media/add"));
      const Rect bubble = screen.OnScreen(*page.Find("social.paid/bubble"));
      if (add.y < size.height * 0.7f) break;
      EXPECT_GE(bubble.y, 64) << top;
      EXPECT_LE(bubble.y, at_rest.y + 1) << top;
    }
    // Far below they are gone.
    page.app.SetScroll(page.app.content_height() - size.height);
    page.Settle();
    EXPECT_LT(screen.OnScreen(*page.Find("social.paid/bubble")).bottom(), 0);
  }
}

TEST(HandAndPicture, ABubbleFollowsThePointerAlsoWhenTheQuadrantsAreStuck) {
  for (const Size size : kScreens) {
    Screen screen(size, 4);
    Page& page = screen.page;
    screen.ScrollTo("social.paid/newCustomerShare");
    const Rect before = screen.OnScreen(*page.Find("search.paid/bubble"));
    const float x = before.x + before.width / 2;
    const float y = before.y + before.height / 2;
    page.Drag(x, y, x - 12, y + 16);
    const double cpc = page.Value("search.paid/costPerClick");
    EXPECT_GT(cpc, 12) << size.width;
    EXPECT_LT(page.Value("search.paid/conversionRate"), 0.0682) << size.width;
    EXPECT_TRUE(page.app.session().can_undo());
  }
}

TEST(HandAndPicture, OnALowScreenTheQuadrantsScrollAway) {
  Screen screen({844, 390}, 3);
  EXPECT_EQ(screen.page.app.covered(), 76);
  screen.page.app.SetScroll(600);
  screen.page.Settle();
  const SemanticNode* bubble = screen.page.Find("social.paid/bubble");
  EXPECT_FALSE(bubble->sticky);
  EXPECT_LT(screen.OnScreen(*bubble).bottom(), 0);
}

TEST(HandAndPicture, WhileANumberIsTypedOnAPhoneTheKeyboardHasTheRoom) {
  Screen screen({390, 844}, 3);
  Page& page = screen.page;
  screen.ScrollTo("social.paid/fixedCost");
  EXPECT_TRUE(page.Find("social.paid/bubble")->sticky);
  page.app.Activate("social.paid/fixedCost");
  page.Settle();
  EXPECT_FALSE(page.Find("social.paid/bubble")->sticky);
  page.app.CancelEdit();
  page.Settle();
  EXPECT_TRUE(page.Find("social.paid/bubble")->sticky);
}

TEST(HandAndPicture, ANumberInTheLineIsTypedWhereItIs) {
  Screen screen({1280, 800}, 3);
  Page& page = screen.page;
  for (const bool by_pointer : {true, false}) {
    page.app.SetScroll(600);
    page.Settle();
    const Rect field = page.Find("grossMargin")->rect;
    if (by_pointer) {
      page.Click(field.right() - 20, field.y + field.height / 2);
    } else {
      page.app.Activate("grossMargin");
      page.Settle();
    }
    for (const float scroll : {600.0f, 640.0f}) {
      page.app.SetScroll(scroll);
      page.Settle();
      ASSERT_TRUE(page.app.edit().has_value());
      Rect editor = page.app.edit()->rect;
      editor.y -= scroll;
      EXPECT_TRUE(Contains(field, editor)) << scroll << ", y " << editor.y;
    }
    page.app.CancelEdit();
    page.Settle();
  }
}

}  // namespace
}  // namespace sextant
