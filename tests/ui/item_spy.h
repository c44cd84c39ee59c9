// Records every Dear ImGui item with an id, through the hooks of Dear ImGui's
// test engine. tests/ui/CMakeLists.txt compiles Dear ImGui with them.
#ifndef SEXTANT_TESTS_UI_ITEM_SPY_H_
#define SEXTANT_TESTS_UI_ITEM_SPY_H_

#include <string_view>
#include <vector>

#include "charts/kit/drawing.h"
#include "imgui.h"

struct ImGuiContext;

namespace sextant {

struct SpiedItem {
  ImGuiID id = 0;
  ImGuiID seed = 0;  // of the ids in its window
  Rect rect;         // view coordinates

  // Whether ImGui gives `name` this id in the item's window.
  bool IsCalled(std::string_view name) const;
};

// Records the items of one context during its lifetime.
class ItemSpy {
 public:
  explicit ItemSpy(ImGuiContext* context);
  ~ItemSpy();
  ItemSpy(const ItemSpy&) = delete;
  ItemSpy& operator=(const ItemSpy&) = delete;

  // Of the last frame, in the order of submission.
  const std::vector<SpiedItem>& items() const { return items_; }

  // For the hook.
  void Add(int frame, const SpiedItem& item);

 private:
  ImGuiContext* context_;
  int frame_ = -1;
  std::vector<SpiedItem> items_;
};

}  // namespace sextant

#endif  // SEXTANT_TESTS_UI_ITEM_SPY_H_
