#define IMGUI_ENABLE_TEST_ENGINE  // declares the hooks
#include "ui/item_spy.h"

#include <map>

#include "imgui_internal.h"

namespace sextant {
namespace {

std::map<ImGuiContext*, ItemSpy*>& Spies() {
  static std::map<ImGuiContext*, ItemSpy*> spies;
  return spies;
}

void Report(ImGuiContext* context, const ImRect& box, ImGuiID id) {
  const auto spy = Spies().find(context);
  const ImGuiWindow* window = context->CurrentWindow;
  // ImGui's fallback window for items outside any window is not shown.
  if (spy == Spies().end() || window == nullptr || window->IsFallbackWindow) {
    return;
  }
  spy->second->Add(context->FrameCount,
                   {id,
                    window->IDStack.back(),
                    {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()}});
}

}  // namespace

bool SpiedItem::IsCalled(std::string_view name) const {
  return !name.empty() && ImHashStr(name.data(), name.size(), seed) == id;
}

ItemSpy::ItemSpy(ImGuiContext* context) : context_(context) {
  Spies()[context] = this;
  context->TestEngineHookItems = true;
}

ItemSpy::~ItemSpy() {
  context_->TestEngineHookItems = false;
  Spies().erase(context_);
}

void ItemSpy::Add(int frame, const SpiedItem& item) {
  if (frame != frame_) items_.clear();
  frame_ = frame;
  items_.push_back(item);
}

}  // namespace sextant

#if IMGUI_VERSION_NUM >= 18934
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id,
                                 const ImRect& box, const ImGuiLastItemData*) {
  if (id != 0) sextant::Report(context, box, id);
}
#else
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, const ImRect& box,
                                 ImGuiID id) {
  sextant::Report(context, box, id);
}
#endif
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*,
                                  ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return "";
}
