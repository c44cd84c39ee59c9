// The application on a page: web/canvas/app.ts is the other side, function by
// function (web/canvas/app_module.d.ts). Does not depend on how the interface
// looks.
//
// Plain C functions on linear memory, as in form_bindings.cpp, and one
// application in each instance of the module. A function whose name ends in
// _text leaves a text: web/canvas/app.ts reads it by that.
#include <emscripten.h>

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/chart_svg.h"
#include "charts/matrix_chart.h"
#include "charts/wheel.h"
#include "engine/customers/flywheel.h"
#include "engine/model/presets.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/link.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"
#include "imgui.h"
#include "locales/hosted_texts.h"
#include "ui/application.h"
#include "wasm/boundary.h"
#include "wasm/error_json.h"
#include "wasm/explanation_json.h"
#include "wasm/results_table.h"
#include "wasm/session_calls.h"

// What web/canvas/app.ts brings.
extern "C" {

// Puts the five numbers of a GlyphExtent where GivenNumbers() finds them.
void glyph_measure(const char* text, size_t size, int font_pixels, bool bold);
void glyph_draw(const char* text, size_t size, int font_pixels, bool bold,
                int left, int top, int x, int y, int width, int height,
                float shift);
void glyph_reset(int size);

void tools_open();
// Puts bytes where GivenText() finds them; returns how many. `before`: the
// scenario to compare with, or null. `money`: what comes before an amount, a
// line break, and what comes after it.
size_t tools_draw(bool customers, const void* scenario, const void* before,
                  size_t scenario_size, const char* money, size_t money_size,
                  float width, float height);

}  // extern "C"

namespace sextant {
namespace {

// Lets the page rasterise, in web/canvas/glyph_atlas.ts.
class HostRasterizer : public GlyphRasterizer {
 public:
  GlyphExtent Measure(std::string_view text, int font_pixels,
                      bool bold) override {
    glyph_measure(text.data(), text.size(), font_pixels, bold);
    const auto given = GivenNumbers(5);
    GlyphExtent extent;
    extent.advance = static_cast<float>(given[0]);
    extent.left = static_cast<int>(given[1]);
    extent.top = static_cast<int>(given[2]);
    extent.width = static_cast<int>(given[3]);
    extent.height = static_cast<int>(given[4]);
    return extent;
  }

  void Draw(std::string_view text, int font_pixels, bool bold,
            const GlyphExtent& extent, int x, int y, float shift) override {
    glyph_draw(text.data(), text.size(), font_pixels, bold, extent.left,
               extent.top, x, y, extent.width, extent.height, shift);
  }

  void Reset(int size) override { glyph_reset(size); }
};

// The module sextant-later, in web/canvas/canvas_tools.ts.
class HostTools : public Tools {
 public:
  State state() const override { return state_; }
  void Open() override { tools_open(); }
  std::string DrawChart(Chart chart, const Scenario& scenario,
                        const Scenario* before, const NumberFormat& format,
                        float width, float height) override {
    const std::string money = format.money.prefix + '\n' + format.money.suffix;
    return std::string(GivenText(tools_draw(
        chart == Chart::kCustomers, &scenario, before, sizeof(Scenario),
        money.data(), money.size(), width, height)));
  }

  void Become(std::string_view name) {
    static constexpr const char* kStates[] = {"closed", "loading", "ready",
                                              "failed"};
    for (size_t i = 0; i < std::size(kStates); ++i) {
      if (name == kStates[i]) state_ = static_cast<State>(i);
    }
  }

 private:
  State state_ = State::kClosed;
};

// There from start(), and never destroyed: the page drops the instance.
struct App {
  HostRasterizer rasterizer;
  HostTools tools;
  Application application{rasterizer, tools};
  std::vector<int32_t> draw_lists;
};
App* started = nullptr;

Application& app() { return started->application; }
Session& session() { return app().session(); }
const NumberFormat& Format() { return app().surroundings().format; }
Language language() { return Format().language; }

void AnswerDone(const std::optional<Error>& error) {
  app().Wake();
  Answer(Sentence(error, language()));
}

// The module sextant-later has the others.
Drawing DrawOwn(Chart chart, const ChartContext& context, float width,
                float height) {
  switch (chart) {
    case Chart::kQuadrant:
      return DrawQuadrant(context, width, height);
    case Chart::kMatrix:
      return MatrixChart(context, width, height);
    case Chart::kWheel:
      return WheelPicture(context,
                          SimulateFlywheel(context.scenario, context.report), 0,
                          width, height);
    case Chart::kFlywheel:
    case Chart::kCustomers:
      break;
  }
  return {};
}

void Push(uintptr_t value) {
  started->draw_lists.push_back(static_cast<int32_t>(value));
}

void Append(const ImDrawList& list) {
  Push(reinterpret_cast<uintptr_t>(list.VtxBuffer.Data));
  Push(static_cast<uintptr_t>(list.VtxBuffer.Size));
  Push(reinterpret_cast<uintptr_t>(list.IdxBuffer.Data));
  Push(static_cast<uintptr_t>(list.IdxBuffer.Size));
  Push(static_cast<uintptr_t>(list.CmdBuffer.Size));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    for (const float edge : {command.ClipRect.x, command.ClipRect.y,
                             command.ClipRect.z, command.ClipRect.w}) {
      started->draw_lists.push_back(static_cast<int32_t>(edge * 64));
    }
    Push(command.IdxOffset);
    Push(command.ElemCount);
  }
}

}  // namespace
}  // namespace sextant

using namespace sextant;

extern "C" {

// --- Starting. The texts of a language come first.

// Where the page puts the texts of the language with the given tag; then it
// calls the other function.
EMSCRIPTEN_KEEPALIVE char* text_room(size_t size) {
  return TextRoom(FindLanguage(GivenText(size)).value_or(Language::kEnglish));
}
EMSCRIPTEN_KEEPALIVE void texts_replaced() { TextsReplaced(); }

EMSCRIPTEN_KEEPALIVE void start() {
  started = new App;
  app().SetMoneyStyle(
      DefaultMoneyStyle(session().scenario().currency, language()));
}

// --- Surroundings.

EMSCRIPTEN_KEEPALIVE void resize(float width, float height,
                                 float device_pixel_ratio) {
  app().Resize(width, height, device_pixel_ratio);
}
EMSCRIPTEN_KEEPALIVE void set_scroll(float top) { app().SetScroll(top); }
EMSCRIPTEN_KEEPALIVE float content_height() { return app().content_height(); }
EMSCRIPTEN_KEEPALIVE float covered() { return app().covered(); }
EMSCRIPTEN_KEEPALIVE void set_language(size_t size) {
  const auto found = FindLanguage(GivenText(size));
  if (found) app().SetLanguage(*found);
}
EMSCRIPTEN_KEEPALIVE void set_theme(size_t size) {
  const std::string_view name = GivenText(size);
  app().SetTheme(
      ThemeOf(name.starts_with("dark"), name.ends_with("-contrast")));
}
// What comes before an amount, a line break, and what comes after it.
EMSCRIPTEN_KEEPALIVE void set_money_style(size_t size) {
  const std::string_view style = GivenText(size);
  const size_t end = style.find('\n');
  app().SetMoneyStyle(
      {std::string(style.substr(0, end)), std::string(style.substr(end + 1))});
}
EMSCRIPTEN_KEEPALIVE void set_view(size_t size) {
  const auto view = FindView(GivenText(size));
  if (view) app().SetView(*view);
}
// The view, a line break, and the path of a handle in each line.
EMSCRIPTEN_KEEPALIVE void set_picture(size_t size) {
  const std::string_view asked = GivenText(size);
  const size_t end = asked.find('\n');
  const auto view = FindView(asked.substr(0, end));
  if (view) app().SetPicture(*view, std::string(asked.substr(end + 1)));
}
EMSCRIPTEN_KEEPALIVE void set_reduced_motion(bool reduced) {
  app().SetReducedMotion(reduced);
}
EMSCRIPTEN_KEEPALIVE void set_tools_state(size_t size) {
  started->tools.Become(GivenText(size));
  app().Wake();
}

// --- Input.

EMSCRIPTEN_KEEPALIVE void pointer(size_t size, float x, float y, bool touch,
                                  bool shift) {
  static constexpr struct {
    const char* name;
    PointerEventType type;
  } kTypes[] = {
      {"move", PointerEventType::kMove},
      {"down", PointerEventType::kDown},
      {"up", PointerEventType::kUp},
      {"cancel", PointerEventType::kCancel},
      {"leave", PointerEventType::kLeave},
  };
  for (const auto& entry : kTypes) {
    if (GivenText(size) == entry.name) {
      return app().Pointer({entry.type, x, y, touch, shift});
    }
  }
}
EMSCRIPTEN_KEEPALIVE void drag_axis_text(float x, float y) {
  static constexpr const char* kNames[] = {"none", "horizontal", "both"};
  Answer(kNames[static_cast<int>(app().AxisAt(x, y))]);
}
EMSCRIPTEN_KEEPALIVE void cursor_text() { Answer(app().cursor()); }

// --- Frames.

EMSCRIPTEN_KEEPALIVE double when(double seconds) { return app().When(seconds); }
EMSCRIPTEN_KEEPALIVE void frame(double seconds) { app().Frame(seconds); }
// See drawLists() in web/canvas/app_module.d.ts for the layout.
EMSCRIPTEN_KEEPALIVE const int32_t* draw_lists() {
  started->draw_lists.assign(1, 0);
  if (const ImDrawData* data = app().draw_data()) {
    started->draw_lists[0] = data->CmdListsCount;
    for (int i = 0; i < data->CmdListsCount; ++i) Append(*data->CmdLists[i]);
  }
  return started->draw_lists.data();
}
EMSCRIPTEN_KEEPALIVE int index_size() { return sizeof(ImDrawIdx); }
EMSCRIPTEN_KEEPALIVE uint32_t background_color() {
  return Color(app().surroundings().theme, Ink::kBackground);
}

// --- Semantics.

EMSCRIPTEN_KEEPALIVE uint32_t semantics_revision() {
  return app().semantics().revision();
}
EMSCRIPTEN_KEEPALIVE void semantics_text() { Answer(app().semantics().Json()); }
EMSCRIPTEN_KEEPALIVE void set_value(size_t id, double value) {
  app().SetValue(GivenText(id), value);
}
EMSCRIPTEN_KEEPALIVE void step(size_t id, double steps) {
  app().Step(GivenText(id), steps);
}
EMSCRIPTEN_KEEPALIVE void set_position(size_t id, double position) {
  app().SetPosition(GivenText(id), position);
}
EMSCRIPTEN_KEEPALIVE void activate(size_t id) {
  app().Activate(std::string(GivenText(id)));
}
EMSCRIPTEN_KEEPALIVE void focus(size_t id) {
  app().Focus(std::string(GivenText(id)));
}

// --- Typing.

// "" or JSON text of an EditRequest.
EMSCRIPTEN_KEEPALIVE void edit_request_text() {
  const auto& edit = app().edit();
  if (!edit) return Answer("");
  JsonWriter json;
  json.BeginObject().Member("id", edit->id).Key("rect").BeginArray();
  for (const float value :
       {edit->rect.x, edit->rect.y, edit->rect.width, edit->rect.height}) {
    json.Value(static_cast<double>(value));
  }
  json.EndArray()
      .Member("text", edit->text)
      .Member("mode", edit->decimal ? "decimal" : "text")
      .Member("maximumLength", edit->maximum_length)
      .Member("label", edit->label)
      .EndObject();
  Answer(json.Take());
}
EMSCRIPTEN_KEEPALIVE void commit_edit_text(size_t size, bool sure) {
  Answer(app().CommitEdit(GivenText(size), sure));
}
EMSCRIPTEN_KEEPALIVE void paste_block_text(size_t size) {
  Answer(app().PasteBlock(GivenText(size)));
}
EMSCRIPTEN_KEEPALIVE void preview_paste_text(size_t size) {
  Answer(app().PreviewPaste(GivenText(size)));
}
EMSCRIPTEN_KEEPALIVE void paste_others(size_t size) {
  app().PasteOthers(GivenText(size));
}
EMSCRIPTEN_KEEPALIVE void cancel_edit() { app().CancelEdit(); }

// --- Session. Edits that leave a text: "" or a sentence why it was refused.

EMSCRIPTEN_KEEPALIVE uint32_t revision() { return session().revision(); }
EMSCRIPTEN_KEEPALIVE void link_text() {
  Answer(EncodeLink(session().scenario()));
}
EMSCRIPTEN_KEEPALIVE void load_link_text(size_t size) {
  app().Wake();
  Answer(LoadLink(session(), GivenText(size), language()));
}
EMSCRIPTEN_KEEPALIVE void load_preset_text(size_t id) {
  app().Wake();
  Answer(LoadPreset(session(), GivenText(id), language()));
}
EMSCRIPTEN_KEEPALIVE void reset() {
  (void)session().Apply(edit::Reset{});
  app().Wake();
}
EMSCRIPTEN_KEEPALIVE void presets_text() {
  JsonWriter json;
  WritePresetNames(language(), json);
  Answer(json.Take());
}
EMSCRIPTEN_KEEPALIVE void origin_text() {
  Answer(session().origin() ? session().origin()->id : "");
}
EMSCRIPTEN_KEEPALIVE void preset_id_text() {
  const Preset* preset = session().matching_preset();
  Answer(preset ? preset->id : "");
}
EMSCRIPTEN_KEEPALIVE void title_text() {
  Answer(session().scenario().title.str());
}
EMSCRIPTEN_KEEPALIVE void set_title_text(size_t size) {
  AnswerDone(session().Apply(edit::SetTitle{GivenText(size)}));
}
EMSCRIPTEN_KEEPALIVE void currency_text() {
  Answer(session().scenario().currency.str());
}
EMSCRIPTEN_KEEPALIVE void set_currency_text(size_t size) {
  AnswerDone(session().Apply(edit::SetCurrency{GivenText(size)}));
}
EMSCRIPTEN_KEEPALIVE bool can_undo() { return session().can_undo(); }
EMSCRIPTEN_KEEPALIVE bool can_redo() { return session().can_redo(); }
EMSCRIPTEN_KEEPALIVE void forget_history() { session().ForgetHistory(); }
EMSCRIPTEN_KEEPALIVE void undo() {
  session().Undo();
  app().Wake();
}
EMSCRIPTEN_KEEPALIVE void redo() {
  session().Redo();
  app().Wake();
}
EMSCRIPTEN_KEEPALIVE void scenario_json_text() {
  Answer(WriteScenario(session().scenario()));
}
// "" or JSON text of {code, field, message}.
EMSCRIPTEN_KEEPALIVE void set_scenario_text(size_t size, size_t number_count) {
  JsonReader reader(GivenText(size), GivenNumbers(number_count));
  const Result<Scenario> scenario = ReadScenario(reader);
  const auto error = scenario.ok()
                         ? session().Apply(edit::LoadScenario{scenario.value()})
                         : scenario.error();
  app().Wake();
  JsonWriter json;
  if (error) WriteError(*error, language(), nullptr, json);
  Answer(json.Take());
}
EMSCRIPTEN_KEEPALIVE void report_json_text() {
  Answer(WriteReport(session().scenario(), session().report()));
}
EMSCRIPTEN_KEEPALIVE void announcement_text() { Answer(app().Announcement()); }

// A number as it is written everywhere; "" for an unknown unit.
EMSCRIPTEN_KEEPALIVE void format_text(size_t unit, double value) {
  Answer(FormatAs(GivenText(unit), value, Format()).value_or(""));
}
EMSCRIPTEN_KEEPALIVE void switch_shock(size_t id, int medium) {
  SwitchShock(session(), GivenText(id), medium);
  app().Wake();
}

// --- Changing the face. The bytes mean the same in the form's module.

EMSCRIPTEN_KEEPALIVE const Scenario* scenario_bytes() {
  return &session().scenario();
}
EMSCRIPTEN_KEEPALIVE size_t scenario_size() { return sizeof(Scenario); }
EMSCRIPTEN_KEEPALIVE Session* session_bytes() { return &session(); }
EMSCRIPTEN_KEEPALIVE size_t session_size() { return sizeof(Session); }
EMSCRIPTEN_KEEPALIVE void session_replaced(uint32_t seen) {
  session().Continue(seen);
  app().Wake();
}

// --- For print and export.

EMSCRIPTEN_KEEPALIVE void svg_text(size_t chart, double width, double height,
                                   bool dark) {
  const Chart kind = ChartNamed(GivenText(chart));
  const ChartContext context = {session().scenario(), session().report(),
                                Format()};
  Answer(ChartSvg(
      kind, DrawOwn(kind, context, PictureSide(width), PictureSide(height)),
      context, dark ? Theme::kDark : Theme::kLight));
}
EMSCRIPTEN_KEEPALIVE void explain_text() {
  JsonWriter json;
  WriteExplanations(session().scenario(), session().report(), Format(), json);
  Answer(json.Take());
}
EMSCRIPTEN_KEEPALIVE void table_text() {
  JsonWriter json;
  WriteResultsTable(session().scenario(), session().report(), Format(), json);
  Answer(json.Take());
}

}  // extern "C"
