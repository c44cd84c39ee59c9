// A picture with a few sliders, and nothing else: a step of the story.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ui/page.h"

namespace sextant {
namespace {

constexpr char kCost[] = "social.paid/costPerClick";
constexpr char kRate[] = "social.paid/conversionRate";
const std::string kBoth = std::string(kCost) + "\n" + kRate;

void Show(Page& page, View view, const std::string& handles) {
  page.app.SetPicture(view, handles);
  page.Settle();
}

std::vector<std::string> Editable(Page& page) {
  std::vector<std::string> ids;
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    if (node.editable) ids.push_back(node.id);
  }
  return ids;
}

int CountOf(Page& page, Role role) {
  int count = 0;
  for (const SemanticNode& node : page.app.semantics().nodes()) {
    count += node.role == role ? 1 : 0;
  }
  return count;
}

void DragBubble(Page& page, const std::string& cell, bool touch) {
  const Rect bubble = page.Reveal(cell + "/bubble");
  const float x = bubble.x + bubble.width / 2;
  const float y = bubble.y + bubble.height / 2;
  page.Drag(x, y, x - 24, y - 20, touch);
}

TEST(HandlesView, ShowsThePictureAndTheSlidersAndNothingElse) {
  for (const Size size : kSizes) {
    Page page(size);
    Show(page, View::kQuadrant, kBoth);
    EXPECT_EQ(Editable(page), (std::vector<std::string>{kCost, kRate}));
    EXPECT_NE(page.Find("social.paid/bubble"), nullptr);
    EXPECT_EQ(CountOf(page, Role::kButton), 0) << size.width;
    EXPECT_EQ(CountOf(page, Role::kRadio), 0) << size.width;
    EXPECT_EQ(CountOf(page, Role::kOutput), 0) << size.width;

    Show(page, View::kMatrix, "social.paid/visits");
    EXPECT_EQ(Editable(page), std::vector<std::string>{"social.paid/visits"});
    EXPECT_NE(page.Find("social.paid/block"), nullptr);
    EXPECT_EQ(page.Find("social.paid/bubble"), nullptr);
  }
}

TEST(HandlesView, WithoutAPictureThereAreTheSlidersAlone) {
  Page page({390, 844});
  Show(page, View::kAll, "retention.churn\nretention.repeatOrders");
  EXPECT_EQ(Editable(page), (std::vector<std::string>{
                                "retention.churn", "retention.repeatOrders"}));
  EXPECT_EQ(CountOf(page, Role::kImage), 0);
  EXPECT_LT(page.app.content_height(), 3 * 48);
}

TEST(HandlesView, LeavesOutUnknownPathsAndWhatIsTooMany) {
  Page page;
  Show(page, View::kQuadrant,
       "\nnonsense\nsocial.paid/nonsense\nnowhere.paid/visits\n" + kBoth +
           "\n\n");
  EXPECT_EQ(Editable(page), (std::vector<std::string>{kCost, kRate}));

  std::string all;
  for (const CellField* field : CellFieldsShown(Shown::kCard)) {
    all += std::string("social.paid/") + field->id + "\n";
  }
  Show(page, View::kQuadrant, all);
  EXPECT_EQ(Editable(page).size(), static_cast<size_t>(kMostHandles));

  Show(page, View::kQuadrant, "");
  EXPECT_TRUE(Editable(page).empty());
  EXPECT_NE(page.Find("social.paid/bubble"), nullptr);
}

TEST(HandlesView, EverythingIsWithinTheHeightThatItAsksFor) {
  for (const Language language :
       {Language::kEnglish, Language::kTraditionalChinese}) {
    for (const Size size : kSizes) {
      Page page(size, language);
      for (const View view : {View::kQuadrant, View::kMatrix, View::kAll}) {
        Show(page, view, kBoth);
        const Rect all = {0, 0, size.width, page.app.content_height()};
        // The story has about as much to say, and 560 on a phone.
        EXPECT_LE(all.height, size.width < 600 ? 304 : 344);
        for (const SemanticNode& node : page.app.semantics().nodes()) {
          EXPECT_TRUE(Contains(all, node.rect)) << node.id;
        }
      }
    }
  }
}

TEST(HandlesView, TheSlidersAreBesideThePictureOrOnAPhoneBelowIt) {
  for (const Size size : kSizes) {
    Page page(size);
    Show(page, View::kQuadrant, kBoth);
    const Rect bubble = page.Find("social.paid/bubble")->rect;
    const Rect cost = page.Find(kCost)->rect;
    const Rect rate = page.Find(kRate)->rect;
    EXPECT_FALSE(Overlap(cost, rate)) << size.width;
    EXPECT_GE(cost.height, 44) << size.width;
    if (size.width < 600) {
      EXPECT_GE(cost.y, bubble.bottom());
    } else {
      EXPECT_LE(cost.right(), bubble.x);
    }
  }
}

TEST(HandlesView, OnlyTheBubbleOfTheSlidersCellCanBeDragged) {
  for (const Size size : kSizes) {
    for (const bool touch : {false, true}) {
      Page page(size);
      Show(page, View::kQuadrant, kBoth);
      const Scenario before = page.app.session().scenario();
      DragBubble(page, "search.paid", touch);
      EXPECT_EQ(page.app.session().scenario(), before) << size.width;
      EXPECT_FALSE(page.app.session().can_undo());
      const Rect other = page.Find("search.paid/bubble")->rect;
      EXPECT_EQ(page.app.AxisAt(other.x + other.width / 2,
                                other.y + other.height / 2),
                DragAxis::kNone)
          << "a finger there scrolls";

      DragBubble(page, "social.paid", touch);
      EXPECT_GT(page.Value(kCost), 8) << size.width;
      EXPECT_TRUE(page.app.session().can_undo());
    }
  }
}

TEST(HandlesView, ASliderIsDraggedSteppedAndTyped) {
  for (const Size size : kSizes) {
    Page page(size);
    Show(page, View::kQuadrant, kBoth);
    const SemanticNode slider = *page.Find(kRate);
    const double before = page.Value(kRate);
    const float x = slider.rect.x + slider.rect.width / 2;
    const float y = slider.rect.y + slider.rect.height / 2;
    page.Drag(x, y, x + 24, y);
    const double dragged = page.Value(kRate);
    EXPECT_GT(dragged, before) << size.width;
    page.app.Step(kRate, 1);
    page.Settle();
    EXPECT_GT(page.Value(kRate), dragged);
    page.app.Activate(kRate);
    page.Settle();
    EXPECT_EQ(page.app.CommitEdit("5%"), "");
    EXPECT_EQ(page.Value(kRate), 0.05);
  }
}

TEST(HandlesView, AViewEndsIt) {
  Page page;
  const size_t whole = Editable(page).size();
  const float height = page.app.content_height();
  Show(page, View::kQuadrant, kBoth);
  page.app.SetView(View::kAll);
  page.Settle();
  EXPECT_EQ(Editable(page).size(), whole);
  EXPECT_EQ(page.app.content_height(), height);
  DragBubble(page, "search.paid", false);
  EXPECT_TRUE(page.app.session().can_undo());
}

TEST(HandlesView, ACellThatIsGoneHasNoSlider) {
  Page page;
  Show(page, View::kQuadrant, "integrated.paid/visits");
  EXPECT_EQ(Editable(page).size(), 1u);
  page.app.session().Apply(edit::RemoveMedium{2});
  page.app.Wake();
  page.Settle();
  EXPECT_TRUE(Editable(page).empty());
}

}  // namespace
}  // namespace sextant
