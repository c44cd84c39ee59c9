// What Dear ImGui itself sees: every item with an id, by the hooks that it has
// for its test engine. tests/ui/CMakeLists.txt compiles it with them.
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
  ImGuiID seed = 0;  // what ids of its window begin with
  Rect rect;         // view coordinates

  // Is it what ImGui calls `name` in the item's window?
  bool IsCalled(std::string_view name) const;
};

// Listens to one context for as long as it lives.
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
