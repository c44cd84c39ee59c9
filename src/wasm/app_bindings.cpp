// The application on a page: web/canvas/app_module.d.ts, function by function.
// Uses Emscripten and does not depend on how the interface looks.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "charts/chart_svg.h"
#include "engine/model/presets.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/link.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"
#include "imgui.h"
#include "locales/hosted_texts.h"
#include "ui/application.h"
#include "wasm/error_json.h"
#include "wasm/explanation_json.h"
#include "wasm/results_table.h"
#include "wasm/session_calls.h"

namespace sextant {
namespace {

using emscripten::val;

val ToVal(std::string_view text) { return val(std::string(text)); }

// Lets the page rasterise, in web/canvas/glyph_atlas.ts.
class HostRasterizer : public GlyphRasterizer {
 public:
  explicit HostRasterizer(val host) : host_(std::move(host)) {}

  GlyphExtent Measure(std::string_view text, int font_pixels,
                      bool bold) override {
    const val result =
        host_.call<val>("measure", ToVal(text), font_pixels, bold);
    GlyphExtent extent;
    extent.advance = result[0].as<float>();
    extent.left = result[1].as<int>();
    extent.top = result[2].as<int>();
    extent.width = result[3].as<int>();
    extent.height = result[4].as<int>();
    return extent;
  }

  void Draw(std::string_view text, int font_pixels, bool bold,
            const GlyphExtent& extent, int x, int y, float shift) override {
    host_.call<void>("draw", ToVal(text), font_pixels, bold, extent.left,
                     extent.top, x, y, extent.width, extent.height, shift);
  }

  void Reset(int size) override { host_.call<void>("reset", size); }

 private:
  val host_;
};

// The module of tools, in web/canvas/canvas_tools.ts.
class HostTools : public Tools {
 public:
  explicit HostTools(val host) : host_(std::move(host)) {}

  State state() const override { return state_; }
  void Open() override { host_.call<void>("open"); }
  std::string DrawChart(Chart chart, const Scenario& scenario,
                        const Scenario* before, const NumberFormat& format,
                        float width, float height) override {
    return host_.call<std::string>("drawChart", chart == Chart::kCustomers,
                                   reinterpret_cast<uintptr_t>(&scenario),
                                   reinterpret_cast<uintptr_t>(before),
                                   sizeof(Scenario), format.money.prefix,
                                   format.money.suffix, width, height);
  }

  void Become(std::string_view name) {
    static constexpr const char* kStates[] = {"closed", "loading", "ready",
                                              "failed"};
    for (size_t i = 0; i < std::size(kStates); ++i) {
      if (name == kStates[i]) state_ = static_cast<State>(i);
    }
  }

 private:
  val host_;
  State state_ = State::kClosed;
};

class App {
 public:
  App(val rasterizer, val tools)
      : rasterizer_(std::move(rasterizer)),
        tools_(std::move(tools)),
        app_(rasterizer_, tools_) {
    UpdateMoneyStyle();
  }

  // --- Surroundings.
  void Resize(float width, float height, float device_pixel_ratio) {
    app_.Resize(width, height, device_pixel_ratio);
  }
  void SetScroll(float top) { app_.SetScroll(top); }
  float ContentHeight() const { return app_.content_height(); }
  float Covered() const { return app_.covered(); }
  bool SetLanguage(const std::string& tag) {
    const auto language = FindLanguage(tag);
    if (language) app_.SetLanguage(*language);
    return language.has_value();
  }
  void SetTheme(const std::string& name) {
    app_.SetTheme(
        ThemeOf(name.starts_with("dark"), name.ends_with("-contrast")));
  }
  void SetMoneyStyle(const std::string& prefix, const std::string& suffix) {
    app_.SetMoneyStyle({prefix, suffix});
  }
  bool SetView(const std::string& name) {
    const auto view = FindView(name);
    if (view) app_.SetView(*view);
    return view.has_value();
  }

  void SetReducedMotion(bool reduced) { app_.SetReducedMotion(reduced); }
  void SetToolsState(const std::string& state) {
    tools_.Become(state);
    app_.Wake();
  }

  // --- Input.
  void Pointer(const std::string& type, float x, float y, bool touch,
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
      if (type == entry.name) {
        app_.Pointer({entry.type, x, y, touch, shift});
      }
    }
  }
  std::string AxisAt(float x, float y) const {
    switch (app_.AxisAt(x, y)) {
      case DragAxis::kNone:
        return "none";
      case DragAxis::kHorizontal:
        return "horizontal";
      case DragAxis::kBoth:
        return "both";
    }
    return "none";
  }
  std::string Cursor() const { return app_.cursor(); }

  // --- Frames.
  double When(double seconds) const { return app_.When(seconds); }
  void Frame(double seconds) { app_.Frame(seconds); }
  // See drawLists() in web/canvas/app_module.d.ts for the layout.
  uintptr_t DrawLists() {
    draw_lists_.assign(1, 0);
    const ImDrawData* data = app_.draw_data();
    if (data == nullptr) return reinterpret_cast<uintptr_t>(draw_lists_.data());
    draw_lists_[0] = data->CmdListsCount;
    for (int i = 0; i < data->CmdListsCount; ++i) Append(*data->CmdLists[i]);
    return reinterpret_cast<uintptr_t>(draw_lists_.data());
  }
  int IndexSize() const { return sizeof(ImDrawIdx); }
  uint32_t BackgroundColor() const {
    return Color(app_.surroundings().theme, Ink::kBackground);
  }

  // --- Semantics.
  uint32_t SemanticsRevision() const { return app_.semantics().revision(); }
  std::string SemanticNodes() const { return app_.semantics().Json(); }
  void SetValue(const std::string& id, double value) {
    app_.SetValue(id, value);
  }
  void Step(const std::string& id, double steps) { app_.Step(id, steps); }
  void SetPosition(const std::string& id, double position) {
    app_.SetPosition(id, position);
  }
  void Activate(const std::string& id) { app_.Activate(id); }
  void Focus(const std::string& id) { app_.Focus(id); }

  // --- Typing.
  std::string Edit() const {
    const auto& edit = app_.edit();
    if (!edit) return "";
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
    return json.Take();
  }
  std::string CommitEdit(const std::string& text) {
    return app_.CommitEdit(text);
  }
  std::string PasteBlock(const std::string& text) {
    return app_.PasteBlock(text);
  }
  void CancelEdit() { app_.CancelEdit(); }

  // --- Session.
  uint32_t Revision() const { return session().revision(); }
  std::string Link() const { return EncodeLink(session().scenario()); }
  std::string LoadLink(const std::string& text) {
    app_.Wake();
    return sextant::LoadLink(app_.session(), text, language());
  }
  std::string LoadPreset(const std::string& id) {
    app_.Wake();
    return sextant::LoadPreset(app_.session(), id, language());
  }
  void Reset() {
    (void)app_.session().Apply(edit::Reset{});
    app_.Wake();
  }
  std::string PresetList() const {
    JsonWriter json;
    WritePresetNames(language(), json);
    return json.Take();
  }
  std::string Origin() const {
    return session().origin() ? session().origin()->id : "";
  }
  std::string PresetId() const {
    const Preset* preset = session().matching_preset();
    return preset ? preset->id : "";
  }
  std::string Title() const { return session().scenario().title.str(); }
  std::string SetTitle(const std::string& title) {
    return Done(app_.session().Apply(edit::SetTitle{title}));
  }
  std::string Currency() const { return session().scenario().currency.str(); }
  std::string SetCurrency(const std::string& code) {
    return Done(app_.session().Apply(edit::SetCurrency{code}));
  }
  bool CanUndo() const { return session().can_undo(); }
  bool CanRedo() const { return session().can_redo(); }
  void ForgetHistory() { app_.session().ForgetHistory(); }
  void Undo() {
    app_.session().Undo();
    app_.Wake();
  }
  void Redo() {
    app_.session().Redo();
    app_.Wake();
  }
  std::string ScenarioJson() const {
    return WriteScenario(session().scenario());
  }
  // '' or JSON text of {code, field, message}.
  std::string SetScenario(const std::string& structure, const val& numbers) {
    const std::vector<double> values =
        emscripten::convertJSArrayToNumberVector<double>(numbers);
    JsonReader reader(structure, values);
    const Result<Scenario> scenario = ReadScenario(reader);
    const auto error =
        scenario.ok()
            ? app_.session().Apply(edit::LoadScenario{scenario.value()})
            : scenario.error();
    app_.Wake();
    JsonWriter json;
    if (error) WriteError(*error, language(), nullptr, json);
    return json.Take();
  }
  // --- Changing the face. The bytes mean the same in the form's module.
  uintptr_t SessionBytes() {
    return reinterpret_cast<uintptr_t>(&app_.session());
  }
  size_t SessionSize() const { return sizeof(Session); }
  void SessionReplaced() {
    app_.session().Continue();
    app_.Wake();
  }

  std::string ReportText() const {
    return WriteReport(session().scenario(), session().report());
  }
  std::string Announcement() { return app_.Announcement(); }

  // --- For print and export.
  std::string DrawSvg(const std::string& chart, double width, double height,
                      const std::string& theme) const {
    return sextant::DrawSvg(
        session(), format(), chart,
        theme == kThemeNames[1] ? Theme::kDark : Theme::kLight, width, height);
  }
  std::string Explanations() const {
    JsonWriter json;
    WriteExplanations(session().scenario(), session().report(), format(), json);
    return json.Take();
  }
  std::string ResultsTable() const {
    JsonWriter json;
    WriteResultsTable(session().scenario(), session().report(), format(), json);
    return json.Take();
  }

 private:
  const Session& session() const { return app_.session(); }
  const NumberFormat& format() const { return app_.surroundings().format; }
  Language language() const { return format().language; }

  void UpdateMoneyStyle() {
    app_.SetMoneyStyle(
        DefaultMoneyStyle(session().scenario().currency, language()));
  }

  std::string Done(const std::optional<Error>& error) {
    app_.Wake();
    return Sentence(error, language());
  }

  void Push(uintptr_t value) {
    draw_lists_.push_back(static_cast<int32_t>(value));
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
        draw_lists_.push_back(static_cast<int32_t>(edge * 64));
      }
      Push(command.IdxOffset);
      Push(command.ElemCount);
    }
  }

  HostRasterizer rasterizer_;
  HostTools tools_;
  Application app_;
  std::vector<int32_t> draw_lists_;
};

}  // namespace

uintptr_t RoomForTexts(const std::string& tag) {
  return reinterpret_cast<uintptr_t>(
      TextRoom(FindLanguage(tag).value_or(Language::kEnglish)));
}

EMSCRIPTEN_BINDINGS(sextant_app) {
  emscripten::function("textRoom", &RoomForTexts);
  emscripten::function("textsReplaced", &TextsReplaced);
  emscripten::class_<App>("App")
      .constructor<val, val>()
      .function("resize", &App::Resize)
      .function("setScroll", &App::SetScroll)
      .function("contentHeight", &App::ContentHeight)
      .function("covered", &App::Covered)
      .function("setLanguage", &App::SetLanguage)
      .function("setTheme", &App::SetTheme)
      .function("setMoneyStyle", &App::SetMoneyStyle)
      .function("setView", &App::SetView)
      .function("setReducedMotion", &App::SetReducedMotion)
      .function("pointer", &App::Pointer)
      .function("dragAxis", &App::AxisAt)
      .function("cursor", &App::Cursor)
      .function("setToolsState", &App::SetToolsState)
      .function("when", &App::When)
      .function("frame", &App::Frame)
      .function("drawLists", &App::DrawLists)
      .function("indexSize", &App::IndexSize)
      .function("backgroundColor", &App::BackgroundColor)
      .function("semanticsRevision", &App::SemanticsRevision)
      .function("semantics", &App::SemanticNodes)
      .function("setValue", &App::SetValue)
      .function("step", &App::Step)
      .function("setPosition", &App::SetPosition)
      .function("activate", &App::Activate)
      .function("focus", &App::Focus)
      .function("editRequest", &App::Edit)
      .function("commitEdit", &App::CommitEdit)
      .function("pasteBlock", &App::PasteBlock)
      .function("cancelEdit", &App::CancelEdit)
      .function("revision", &App::Revision)
      .function("link", &App::Link)
      .function("loadLink", &App::LoadLink)
      .function("loadPreset", &App::LoadPreset)
      .function("reset", &App::Reset)
      .function("presets", &App::PresetList)
      .function("origin", &App::Origin)
      .function("presetId", &App::PresetId)
      .function("title", &App::Title)
      .function("setTitle", &App::SetTitle)
      .function("currency", &App::Currency)
      .function("setCurrency", &App::SetCurrency)
      .function("canUndo", &App::CanUndo)
      .function("canRedo", &App::CanRedo)
      .function("forgetHistory", &App::ForgetHistory)
      .function("undo", &App::Undo)
      .function("redo", &App::Redo)
      .function("scenarioJson", &App::ScenarioJson)
      .function("setScenario", &App::SetScenario)
      .function("sessionBytes", &App::SessionBytes)
      .function("sessionSize", &App::SessionSize)
      .function("sessionReplaced", &App::SessionReplaced)
      .function("reportJson", &App::ReportText)
      .function("announcement", &App::Announcement)
      .function("svg", &App::DrawSvg)
      .function("explain", &App::Explanations)
      .function("table", &App::ResultsTable);
}

}  // namespace sextant
