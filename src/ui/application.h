// The whole interface, blind to the platform: events and sizes go in, draw
// lists and semantics come out. src/wasm/app_bindings.cpp puts it on a page;
// tests and benchmarks run it natively.
#ifndef SEXTANT_UI_APPLICATION_H_
#define SEXTANT_UI_APPLICATION_H_

#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "app/views.h"
#include "engine/model/result.h"
#include "platform/frame_scheduler.h"
#include "platform/input_queue.h"
#include "ui/kit/ui.h"
#include "ui/sections/sections.h"

struct ImGuiContext;
struct ImDrawData;

namespace sextant {

std::optional<View> FindView(std::string_view name);

class Application {
 public:
  // Both must outlive it.
  Application(GlyphRasterizer& rasterizer, Tools& tools);
  ~Application();
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  Session& session() { return session_; }
  const Session& session() const { return session_; }

  // --- Surroundings. Each wakes the scheduler.
  void Resize(float width, float height, float device_pixel_ratio);
  void SetScroll(float top);
  void SetLanguage(Language language);
  void SetTheme(Theme theme);
  void SetMoneyStyle(MoneyStyle style);
  void SetView(View view);
  // Shows only the picture of a part, and sliders of the fields with these
  // paths, until SetView: at most kMostHandles; unknown ones are left out.
  // `handles`: a path in each line.
  void SetPicture(View view, std::string handles);
  // Whether the reader wants things to stay where they are.
  void SetReducedMotion(bool reduced);
  float content_height() const { return content_height_; }
  // How much of the view, from its top, may be covered by what stays there.
  float covered() const { return sections_.covered(); }
  const Surroundings& surroundings() const { return around_; }

  // --- Input, in view coordinates.
  void Pointer(const PointerEvent& event);
  DragAxis AxisAt(float x, float y) const {
    return ui_.controls().AxisAt(x, y);
  }
  const char* cursor() const { return ui_.controls().cursor(); }

  // --- Frames.
  double When(double seconds) const { return scheduler_.When(seconds); }
  void Frame(double seconds);
  // Of the last frame; nullptr before the first.
  ImDrawData* draw_data();
  void Wake() { scheduler_.Wake(); }
  // For tests that look at what Dear ImGui sees.
  ImGuiContext* context() const { return context_; }

  // --- From the semantic mirror. Unknown ids do nothing: the widget is gone.
  const Semantics& semantics() const { return ui_.semantics(); }
  void SetValue(std::string_view id, double value);
  void Step(std::string_view id, double steps);
  void SetPosition(std::string_view id, double position);
  void Activate(std::string id);
  void Focus(std::string id);

  // --- Typing.
  const std::optional<EditRequest>& edit() const {
    return ui_.editor().request();
  }
  // Empty when the text was taken, otherwise a sentence why not, or a question
  // (DoubtAbout); then nothing changes and the field stays open. `sure`: the
  // question has been answered.
  std::string CommitEdit(std::string_view text, bool sure = false);
  // A block of a spreadsheet, pasted into the open field: as CommitEdit.
  std::string PasteBlock(std::string_view text);
  // Of a block that was refused: app/paste.h.
  std::string PreviewPaste(std::string_view text) const;
  void PasteOthers(std::string_view text);
  void CancelEdit();

  // "Revenue NT$1,234,000, …", or what moved instead: for the live region.
  std::string Announcement();

 private:
  // What sections and widgets show of the session, and may change while they
  // are laid out.
  struct State {
    uint32_t revision;
    int selected_cell;
    const Report* baseline;
    bool in_gesture;
    bool operator==(const State&) const = default;
  };
  State Present() const;
  void TakeInput(double seconds, const PointerState& pointer);
  void BeginPass();
  void Build();
  void BuildPicture();
  void BuildContent(float top);
  void TakeHeight(float height);
  // Beside the content.
  float Margin() const;
  std::optional<FieldAddress> Find(std::string_view id) const;
  std::optional<FieldAddress> EditedField() const;
  void Do(const Edit& edit);
  std::string CommitMediumLabel(std::string_view id, std::string_view text);

  ImGuiContext* context_;
  Session session_;
  Ui ui_;
  Sections sections_;
  FrameScheduler scheduler_;
  InputQueue input_;
  Surroundings around_;
  View view_ = View::kAll;
  // Paths of fields; set while only a picture is shown.
  std::optional<std::string> handles_;
  float content_height_ = 0;
  double last_frame_ = 0;
  uint32_t painted_revision_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_UI_APPLICATION_H_
