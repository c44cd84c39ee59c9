// The session for the form: web/form/session.ts is the other side, function by
// function (web/form/form_module.d.ts).
//
// Plain C functions on linear memory, as in engine_bindings.cpp. The session is
// a plain value, so nothing is lost when memory is forgotten.
#include <emscripten.h>

#include <optional>
#include <string>
#include <string_view>

#include "app/paste.h"
#include "app/session.h"
#include "app/typed_number.h"
#include "charts/chart_svg.h"
#include "engine/metrics/shock.h"
#include "exchange/error_message.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/link.h"
#include "exchange/report_json.h"
#include "exchange/scenario_json.h"
#include "locales/hosted_texts.h"
#include "wasm/boundary.h"
#include "wasm/error_json.h"
#include "wasm/form_state.h"
#include "wasm/results_table.h"
#include "wasm/session_calls.h"
#include "words/announcement.h"
#include "words/explanation.h"
#include "words/names.h"

namespace sextant {
namespace {

Session session;
Language language = Language::kEnglish;
// What the next edit of a field is about.
std::optional<FieldAddress> chosen_field;
// What shown() has last told the page in the present language.
std::optional<Scenario> told;

NumberFormat Format() {
  return {language, DefaultMoneyStyle(session.scenario().currency, language)};
}

}  // namespace
}  // namespace sextant

using namespace sextant;

extern "C" {

// --- What is shown -----------------------------------------------------------

// Where the page puts the texts of the language with the given tag, before it
// is set; then it calls the other function.
EMSCRIPTEN_KEEPALIVE char* text_room(size_t size) {
  return TextRoom(FindLanguage(GivenText(size)).value_or(language));
}
EMSCRIPTEN_KEEPALIVE void texts_replaced() { TextsReplaced(); }

// "en", "zh-TW"; another tag changes nothing.
EMSCRIPTEN_KEEPALIVE void set_language(size_t size) {
  language = FindLanguage(GivenText(size)).value_or(language);
  told.reset();
}

EMSCRIPTEN_KEEPALIVE void shown() {
  JsonWriter json;
  WriteShown(session, told ? &*told : nullptr, Format(), json);
  told = session.scenario();
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void labels() {
  JsonWriter json;
  WriteFieldLabels(language, json);
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void change_of_revenue() {
  Answer(ExplainChangeOfRevenue(session, Format()));
}

EMSCRIPTEN_KEEPALIVE void table() {
  JsonWriter json;
  WriteResultsTable(session.scenario(), session.report(), Format(), json);
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void quadrant_svg(double width, double height, bool dark) {
  const NumberFormat format = Format();
  const ChartContext context = {session.scenario(), session.report(), format};
  Answer(
      ChartSvg(Chart::kQuadrant,
               DrawQuadrant(context, PictureSide(width), PictureSide(height)),
               context, dark ? Theme::kDark : Theme::kLight));
}

// A number as it is written everywhere; "" for an unknown unit.
EMSCRIPTEN_KEEPALIVE void format(size_t unit, double value) {
  Answer(FormatAs(GivenText(unit), value, Format()).value_or(""));
}

// What has moved since the last announcement.
EMSCRIPTEN_KEEPALIVE int moved() {
  return static_cast<int>(WhatMoved(session.announced(), session.scenario()));
}
EMSCRIPTEN_KEEPALIVE void mark_announced() { session.MarkAnnounced(); }

EMSCRIPTEN_KEEPALIVE void revenue_sentence() {
  Answer(ExplainRevenue(session.scenario(), session.report(),
                        session.baseline(), Format()));
}

EMSCRIPTEN_KEEPALIVE void presets() {
  JsonWriter json;
  WritePresetNames(language, json);
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void link_text() {
  Answer(EncodeLink(session.scenario()));
}
EMSCRIPTEN_KEEPALIVE void scenario_json() {
  Answer(WriteScenario(session.scenario()));
}
EMSCRIPTEN_KEEPALIVE void report_json() {
  Answer(WriteReport(session.scenario(), session.report()));
}
EMSCRIPTEN_KEEPALIVE void title() { Answer(session.scenario().title.str()); }
EMSCRIPTEN_KEEPALIVE void currency() {
  Answer(session.scenario().currency.str());
}
EMSCRIPTEN_KEEPALIVE void origin() {
  Answer(session.origin() ? session.origin()->id : "");
}
EMSCRIPTEN_KEEPALIVE void preset_id() {
  const Preset* preset = session.matching_preset();
  Answer(preset ? preset->id : "");
}
EMSCRIPTEN_KEEPALIVE int revision() {
  return static_cast<int>(session.revision());
}
EMSCRIPTEN_KEEPALIVE bool can_undo() { return session.can_undo(); }
EMSCRIPTEN_KEEPALIVE bool can_redo() { return session.can_redo(); }

// --- Edits. Those with an answer: "" or a sentence why it was refused. -------

// The field with the given path, for the next edit of one. False: there is none
// (its medium has been removed), and the edit does nothing.
EMSCRIPTEN_KEEPALIVE bool choose_field(size_t size) {
  chosen_field = FindField(session.scenario(), GivenText(size));
  return chosen_field.has_value();
}

EMSCRIPTEN_KEEPALIVE void slide_field(double position) {
  if (!chosen_field) return;
  (void)session.Apply(edit::SlideField{*chosen_field, position});
}

EMSCRIPTEN_KEEPALIVE void set_field_to_end(double end) {
  if (!chosen_field) return;
  (void)session.Apply(edit::SetToEnd{*chosen_field, end});
}

EMSCRIPTEN_KEEPALIVE void step_field(double steps) {
  if (!chosen_field) return;
  (void)session.Apply(edit::StepField{*chosen_field, steps});
}

EMSCRIPTEN_KEEPALIVE void type_field(size_t size, bool sure) {
  Answer(chosen_field ? TakeTyped(session, *chosen_field, GivenText(size), sure,
                                  language)
                      : std::string());
}

// A block of a spreadsheet, from the chosen field on.
EMSCRIPTEN_KEEPALIVE void paste_block(size_t size) {
  Answer(chosen_field ? Paste(session, *chosen_field, GivenText(size), language)
                      : std::string());
}

// Of a block that was refused: app/paste.h.
EMSCRIPTEN_KEEPALIVE void preview_paste(size_t size) {
  Answer(chosen_field
             ? PreviewPaste(session, *chosen_field, GivenText(size), language)
             : std::string());
}
EMSCRIPTEN_KEEPALIVE void paste_others(size_t size) {
  if (chosen_field) {
    PasteOthers(session, *chosen_field, GivenText(size), language);
  }
}

EMSCRIPTEN_KEEPALIVE void set_medium_label(int medium, size_t size) {
  const auto label =
      LabelFor(session.scenario(), medium, GivenText(size), language);
  Answer(
      Sentence(session.Apply(edit::SetMediumLabel{medium, label}), language));
}

EMSCRIPTEN_KEEPALIVE void set_title(size_t size) {
  Answer(Sentence(session.Apply(edit::SetTitle{GivenText(size)}), language));
}

EMSCRIPTEN_KEEPALIVE void set_currency(size_t size) {
  Answer(Sentence(session.Apply(edit::SetCurrency{GivenText(size)}), language));
}

// `mode`: as in Thresholds::Mode.
EMSCRIPTEN_KEEPALIVE void set_threshold_mode(int mode) {
  (void)session.Apply(
      edit::SetThresholdMode{static_cast<Thresholds::Mode>(mode)});
}

EMSCRIPTEN_KEEPALIVE void add_medium() {
  (void)session.Apply(edit::AddMedium{});
}

EMSCRIPTEN_KEEPALIVE void remove_medium(int medium) {
  (void)session.Apply(edit::RemoveMedium{medium});
}

EMSCRIPTEN_KEEPALIVE void switch_shock(size_t id, int medium) {
  SwitchShock(session, GivenText(id), medium);
}

EMSCRIPTEN_KEEPALIVE void load_link(size_t size) {
  Answer(LoadLink(session, GivenText(size), language));
}

EMSCRIPTEN_KEEPALIVE void load_preset(size_t size) {
  Answer(LoadPreset(session, GivenText(size), language));
}

// "" or JSON text of {code, field, message}.
EMSCRIPTEN_KEEPALIVE void set_scenario(size_t size, size_t number_count) {
  JsonReader reader(GivenText(size), GivenNumbers(number_count));
  const Result<Scenario> scenario = ReadScenario(reader);
  const auto error = scenario.ok()
                         ? session.Apply(edit::LoadScenario{scenario.value()})
                         : scenario.error();
  JsonWriter json;
  if (error) WriteError(*error, language, nullptr, json);
  Answer(json.Take());
}

EMSCRIPTEN_KEEPALIVE void reset() { (void)session.Apply(edit::Reset{}); }
EMSCRIPTEN_KEEPALIVE bool in_gesture() { return session.in_gesture(); }
EMSCRIPTEN_KEEPALIVE void begin_gesture() { session.BeginGesture(); }
// Afterwards sliders are around other numbers.
EMSCRIPTEN_KEEPALIVE void end_gesture() {
  session.EndGesture();
  told.reset();
}
EMSCRIPTEN_KEEPALIVE void cancel_gesture() {
  session.CancelGesture();
  told.reset();
}
EMSCRIPTEN_KEEPALIVE void end_run() { session.EndRun(); }
EMSCRIPTEN_KEEPALIVE void undo() { session.Undo(); }
EMSCRIPTEN_KEEPALIVE void redo() { session.Redo(); }
EMSCRIPTEN_KEEPALIVE void forget_history() { session.ForgetHistory(); }
EMSCRIPTEN_KEEPALIVE void pin_baseline() { session.PinBaseline(); }
EMSCRIPTEN_KEEPALIVE void clear_baseline() { session.ClearBaseline(); }
EMSCRIPTEN_KEEPALIVE void forget_change() { session.ForgetChange(); }

// --- For other modules -------------------------------------------------------

// The bytes of the scenario, which mean the same in the module sextant-later.
EMSCRIPTEN_KEEPALIVE const Scenario* scenario_bytes() {
  return &session.scenario();
}
EMSCRIPTEN_KEEPALIVE size_t scenario_size() { return sizeof(Scenario); }
// And those of the scenario that it is compared with; nullptr: there is none.
EMSCRIPTEN_KEEPALIVE const Scenario* before_bytes() {
  return session.compared() ? &session.compared()->past.scenario : nullptr;
}

// The same for the shock preset at this position, if it is applied: the
// scenario before and the one after. `medium`: the one that a shock of one
// medium is aimed at.
EMSCRIPTEN_KEEPALIVE int shock_count() { return kShockPresetCount; }
EMSCRIPTEN_KEEPALIVE const Scenario* before_shock(int preset, int medium) {
  const auto* applied = session.applied(ShockPresets()[preset], medium);
  return applied ? &applied->before : nullptr;
}
EMSCRIPTEN_KEEPALIVE const Scenario* after_shock(int preset, int medium) {
  const auto* applied = session.applied(ShockPresets()[preset], medium);
  return applied ? &applied->after : nullptr;
}

// The bytes of the session, which mean the same in the canvas's module. After
// they have been replaced, session_replaced() is called.
EMSCRIPTEN_KEEPALIVE Session* session_bytes() { return &session; }
EMSCRIPTEN_KEEPALIVE size_t session_size() { return sizeof(Session); }
EMSCRIPTEN_KEEPALIVE void session_replaced(uint32_t seen) {
  session.Continue(seen);
}

}  // extern "C"
