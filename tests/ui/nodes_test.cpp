// Every Dear ImGui widget has a node and every control has a widget, so the
// mirror offers everything that a pointer can do.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "imgui_internal.h"
#include "ui/item_spy.h"
#include "ui/page.h"

namespace sextant {
namespace {

constexpr Size kLayouts[] = {{1280, 800}, {768, 1024}, {390, 844}, {320, 640}};

std::string Before(const std::string& id, std::string_view separator) {
  return id.substr(0, id.rfind(separator));
}

std::string After(const std::string& id, std::string_view separator) {
  return id.substr(id.rfind(separator) + separator.size());
}

// Compares one frame's items with its nodes.
class Checker {
 public:
  // `moving`: nodes are recorded at rest, so the picture may be newer.
  Checker(Page& page, const ItemSpy& spy, bool moving = false)
      : page_(page), items_(spy.items()), moving_(moving) {
    for (const SemanticNode& node : page.app.semantics().nodes()) {
      nodes_.push_back(&node);
      if (node.role != Role::kHeading) by_id_.try_emplace(node.id, &node);
    }
  }

  // The problems, one per line; empty when there are none.
  std::string Complaints() {
    std::set<ImGuiID> seen;
    for (const SpiedItem& item : items_) {
      if (!seen.insert(item.id).second) Complain("two items with one id", item);
      CheckItem(item);
    }
    for (const SemanticNode* node : nodes_) {
      if (IsControl(*node) && !operated_.contains(node->id)) CheckIdle(*node);
    }
    return std::move(complaints_);
  }

 private:
  // Which part of a node an item is.
  enum class Part { kWhole, kValue, kTerm };
  struct Owner {
    const SemanticNode* node;
    Part part;
  };
  using Owners = std::unordered_map<ImGuiID, Owner>;

  const SemanticNode* Find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  // The nodes by the ids that ImGui gives them in a window; of two with the
  // same id, the first.
  const Owners& OwnersIn(ImGuiID window_seed) {
    const auto [found, is_new] = owners_.try_emplace(window_seed);
    Owners& owners = found->second;
    if (!is_new) return owners;
    const auto add = [&](const std::string& name, Owner owner) {
      owners.try_emplace(ImHashStr(name.data(), name.size(), window_seed),
                         owner);
    };
    for (const SemanticNode* node : nodes_) {
      if (node->role == Role::kHeading) continue;
      if (!node->id.empty()) add(node->id, {node, Part::kWhole});
      if (!node->editable) continue;
      // The number next to a slider opens the editor, as Enter on the node
      // does.
      add(node->id + "/value", {node, Part::kValue});
      add(TermOf(node->id), {node, Part::kTerm});
    }
    return owners;
  }

  void CheckItem(const SpiedItem& item) {
    const Owners& owners = OwnersIn(item.seed);
    const auto owner = owners.find(item.id);
    if (owner == owners.end()) return Complain("no node", item);
    const SemanticNode& node = *owner->second.node;
    switch (owner->second.part) {
      case Part::kWhole:
        return CheckOwn(item, node);
      case Part::kValue:
        return CheckInside(item, node);
      case Part::kTerm:
        return CheckTerm(item, node);
    }
  }

  void CheckOwn(const SpiedItem& item, const SemanticNode& node) {
    switch (node.role) {
      case Role::kSlider:
        return CheckInside(item, node);
      case Role::kButton:
      case Role::kRadio:
      case Role::kChoice:
        if (!Contains(item.rect, node.rect)) Complain(node.id, item);
        return CheckInside(item, node);
      case Role::kImage:
        return CheckImage(item, node);
      default:
        return Complain(node.id + " is no control", item);
    }
  }

  void CheckInside(const SpiedItem& item, const SemanticNode& node) {
    operated_.insert(node.id);
    if (!Contains(node.rect, item.rect)) {
      Complain(node.id + " is elsewhere", item);
    }
  }

  // A number of the formula. Its field's node is in the matrix or, if the
  // formula is shown alone, around the term.
  void CheckTerm(const SpiedItem& item, const SemanticNode& node) {
    if (Find(Before(node.id, "/") + "/revenue")) return;
    CheckInside(item, node);
  }

  // Interactive marks: dragging a bubble sets two sliders. A block or a segment
  // only selects the cell to explain, as focusing its sliders does.
  void CheckImage(const SpiedItem& item, const SemanticNode& node) {
    if (!moving_ && !Contains(item.rect, node.rect)) Complain(node.id, item);
    const std::string cell = Before(node.id, "/");
    const std::string part = After(node.id, "/");
    if (part == "bubble") {
      for (const char* field : {"/costPerClick", "/conversionRate"}) {
        const SemanticNode* slider = Find(cell + field);
        if (slider == nullptr || slider->role != Role::kSlider) {
          Complain(node.id + " has no slider" + field, item);
        } else {
          operated_.insert(slider->id);
        }
      }
    } else if (part != "block" && part != "share") {
      Complain(node.id + " is no picture that may answer", item);
    }
  }

  // Narrow views show the fields of one segment only.
  bool IsHiddenSegment(const std::string& id) const {
    constexpr const char* kSegments[] = {"promoter", "passive", "detractor"};
    for (int i = 0; i < kSegmentCount; ++i) {
      const std::string fields =
          "flywheel.segments." + std::string(kSegments[i]) + ".";
      if (!id.starts_with(fields)) continue;
      const SemanticNode* choice =
          Find("flywheel/segment/" + std::to_string(i));
      return choice && choice->checked == false;
    }
    return false;
  }

  // No visible widget is right for cells that a phone does not show now.
  void CheckIdle(const SemanticNode& node) {
    if (IsHiddenSegment(node.id)) return;
    const Scenario& scenario = page_.app.session().scenario();
    const std::string cell = Before(node.id, "/");
    const bool is_shown =
        cell == CellId(scenario, page_.app.session().selected_cell());
    const bool is_hidden_field = page_.app.surroundings().width < 600 &&
                                 !is_shown &&
                                 FindField(scenario, node.id).has_value() &&
                                 Find(cell + "/revenue") != nullptr;
    if (!is_hidden_field) complaints_ += node.id + ": no widget\n";
  }

  static std::string TermOf(const std::string& field) {
    return Before(field, "/") + "/term/" + After(field, "/");
  }

  void Complain(const std::string& what, const SpiedItem& item) {
    std::ostringstream place;
    place << item.rect.x << ", " << item.rect.y << ", " << item.rect.width
          << " × " << item.rect.height;
    complaints_ += what + ": " + place.str() + "\n";
  }

  Page& page_;
  const std::vector<SpiedItem>& items_;
  const bool moving_;
  std::vector<const SemanticNode*> nodes_;
  std::unordered_map<std::string_view, const SemanticNode*> by_id_;
  std::unordered_map<ImGuiID, Owners> owners_;  // by the seed of their window
  std::set<std::string> operated_;
  std::string complaints_;
};

struct State {
  const char* name;
  void (*enter)(Page&);
};

constexpr State kStates[] = {
    {"as it comes", [](Page&) {}},
    {"baseline pinned", [](Page& page) { page.app.session().PinBaseline(); }},
    {"own targets",
     [](Page& page) {
       page.app.session().Apply(
           edit::SetThresholdMode{Thresholds::Mode::kTarget});
     }},
    {"one medium",
     [](Page& page) {
       page.app.session().Apply(edit::RemoveMedium{2});
       page.app.session().Apply(edit::RemoveMedium{1});
     }},
    {"eight media",
     [](Page& page) {
       for (int i = 0; i < 5; ++i) page.app.session().Apply(edit::AddMedium{});
     }},
    {"last cell chosen", [](Page& page) { page.app.session().SelectCell(5); }},
    {"no orders",
     [](Page& page) {
       Scenario scenario = page.app.session().scenario();
       for (Cell& cell : scenario.cells) cell.conversion_rate = 0;
       (void)page.app.session().Apply(edit::LoadScenario{scenario});
     }},
    {"after a shock",
     [](Page& page) {
       page.app.Activate("shock/auction/apply");
       page.Settle();
     }},
    {"typing", [](Page& page) { page.app.Activate("social.paid/visits"); }},
    {"focused", [](Page& page) { page.app.Focus("social.paid/visits"); }},
};

TEST(Nodes, EveryWidgetHasANodeAndEveryControlAWidget) {
  // Layouts and languages alternate.
  Language language = Language::kEnglish;
  for (const State& state : kStates) {
    for (const Size size : kLayouts) {
      Page page(size, language);
      const ItemSpy spy(page.app.context());
      for (const char* view : kViewNames) {
        page.app.SetView(*FindView(view));
        page.Settle();
        state.enter(page);
        page.app.Wake();
        ShowEverything(page);
        EXPECT_EQ(Checker(page, spy).Complaints(), "")
            << view << ", " << size.width << ", " << state.name;
        EXPECT_FALSE(spy.items().empty());
        page.app.CancelEdit();
        page.app.session().Apply(edit::Reset{});
      }
      language = language == Language::kEnglish ? Language::kTraditionalChinese
                                                : Language::kEnglish;
    }
    language = language == Language::kEnglish ? Language::kTraditionalChinese
                                              : Language::kEnglish;
  }
}

TEST(Nodes, HoveringAndDraggingAddNoWidgetWithoutANode) {
  for (const Size size : kLayouts) {
    Page page(size);
    const ItemSpy spy(page.app.context());
    ShowEverything(page);
    const std::vector<SpiedItem> items = spy.items();
    ASSERT_GT(items.size(), 20u);
    for (size_t i = 0; i < items.size(); i += 7) {
      const float x = items[i].rect.x + items[i].rect.width / 2;
      const float y = items[i].rect.y + items[i].rect.height / 2;
      page.Send(PointerEventType::kMove, x, y);
      page.Settle();
      page.app.Frame(page.now += 1);  // long enough for a tooltip
      EXPECT_EQ(Checker(page, spy).Complaints(), "") << size.width;
      if (i % 3 != 0) continue;
      page.Send(PointerEventType::kDown, x, y);
      page.Send(PointerEventType::kMove, x + 9, y);
      page.Settle();
      EXPECT_EQ(Checker(page, spy, true).Complaints(), "") << size.width;
      page.Send(PointerEventType::kCancel, x + 9, y);
      page.Settle();
    }
  }
}

// Points that belong to no item, row by row.
std::vector<Point> FreePoints(const Page& page, const ItemSpy& spy) {
  std::vector<Point> points;
  const float width = page.app.surroundings().width;
  for (float y = 5; y < page.app.content_height(); y += 53) {
    for (float x = 3; x < width; x += 83) {
      if (std::none_of(spy.items().begin(), spy.items().end(),
                       [&](const SpiedItem& item) {
                         return Overlap(item.rect, {x, y, 1, 1});
                       })) {
        points.push_back({x, y});
      }
    }
  }
  return points;
}

// Hit testing that bypasses Dear ImGui would be invisible to the hooks. Only
// src/ui/kit can do that (scripts/check_layers), so some points suffice.
TEST(Nodes, APressOutsideEveryWidgetChangesNoNumber) {
  constexpr size_t kPresses = 40;
  for (const Size size : {kLayouts[0], kLayouts[2]}) {
    Page page(size);
    const ItemSpy spy(page.app.context());
    ShowEverything(page);
    const uint32_t revision = page.app.session().revision();
    const std::vector<Point> points = FreePoints(page, spy);
    ASSERT_GT(points.size(), kPresses);
    for (size_t press = 0; press < kPresses; ++press) {
      const auto [x, y] = points[press * points.size() / kPresses];
      page.Click(x, y);
      ASSERT_EQ(page.app.session().revision(), revision) << x << ", " << y;
      ASSERT_FALSE(page.app.edit().has_value()) << x << ", " << y;
      ASSERT_EQ(page.app.session().baseline(), nullptr) << x << ", " << y;
      ASSERT_STREQ(page.app.cursor(), "default") << x << ", " << y;
    }
  }
}

// Tests the checker itself with an item that has no node.
void DrawStrayButton(ImGuiContext*, ImGuiContextHook*) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({400, 400});
  ImGui::Begin("content", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::SetCursorScreenPos({40, 70});
  ImGui::InvisibleButton("stray", {30, 20});
  ImGui::End();
}

TEST(Nodes, AButtonWithoutANodeIsFound) {
  Page page;
  const ItemSpy spy(page.app.context());
  ShowEverything(page);
  ASSERT_EQ(Checker(page, spy).Complaints(), "");
  ImGuiContextHook hook;
  hook.Type = ImGuiContextHookType_NewFramePost;
  hook.Callback = DrawStrayButton;
  ImGui::AddContextHook(page.app.context(), &hook);
  page.app.Wake();
  page.Settle();
  EXPECT_EQ(Checker(page, spy).Complaints(), "no node: 40, 70, 30 × 20\n");
}

}  // namespace
}  // namespace sextant
