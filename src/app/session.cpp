#include "app/session.h"

#include <algorithm>
#include <utility>

#include "app/slide.h"
#include "base/integer_text.h"
#include "engine/model/validation.h"
#include "exchange/number_text.h"

namespace sextant {
namespace {

void WriteField(Scenario& scenario, const FieldAddress& address, double value) {
  if (address.cell < 0) {
    SetField(scenario, ScenarioFields()[address.index], value);
  } else {
    scenario.cells[address.cell].*CellFields()[address.index].member = value;
  }
}

// The segment whose share the field is, if it is one.
std::optional<Segment> SegmentOfShare(const Scenario& scenario,
                                      const FieldAddress& address) {
  if (address.cell >= 0) return std::nullopt;
  const double* value = ScenarioFields()[address.index].find(scenario);
  for (int i = 0; i < kSegmentCount; ++i) {
    if (value == &scenario.flywheel.segments[i].share) {
      return static_cast<Segment>(i);
    }
  }
  return std::nullopt;
}

constexpr std::string_view kReferralConversionRate =
    "flywheel.referralConversionRate";

// A referral rate set to its default value follows the default again.
void FollowDefaultAgain(Scenario& scenario, double value) {
  auto& own = scenario.flywheel.referral_conversion_rate;
  if (own != value) return;
  own.reset();
  if (ReferralConversionRate(scenario) != value) own = value;
}

std::string NewMediumId(const Scenario& scenario) {
  for (int number = static_cast<int>(scenario.media.size()) + 1;; ++number) {
    std::string id = "medium-" + IntegerText(number);
    const bool taken =
        std::any_of(scenario.media.begin(), scenario.media.end(),
                    [&](const Medium& medium) { return medium.id == id; });
    if (!taken) return id;
  }
}

// `scenario` with what the shock has changed, and nobody has since, as it was
// before.
Scenario Without(const Session::AppliedShock& shock, Scenario scenario) {
  for (int cell = 0; cell < static_cast<int>(shock.before.cells.size());
       ++cell) {
    const int now = FindCell(scenario, CellId(shock.before, cell));
    if (now < 0) continue;
    for (const CellField& field : CellFields()) {
      double& value = scenario.cells[now].*field.member;
      if (value == shock.after.cells[cell].*field.member) {
        value = shock.before.cells[cell].*field.member;
      }
    }
  }
  return scenario;
}

// Of a medium that is removed, whose cells begin at `first`.
void RemoveAssistsOf(int first, InlineVector<Assist, kMaxAssists>& assists) {
  const InlineVector<Assist, kMaxAssists> before = assists;
  assists.clear();
  for (Assist assist : before) {
    const int medium = MediumOf(first);
    if (MediumOf(assist.from) == medium || MediumOf(assist.to) == medium) {
      continue;
    }
    if (assist.from > first) assist.from -= kKindCount;
    if (assist.to > first) assist.to -= kKindCount;
    assists.push_back(assist);
  }
}

// `past` with its cells in the places of the media of `scenario`.
Session::Past Beside(const Session::Past& past, const Scenario& scenario) {
  Session::Past beside = past;
  beside.scenario.media = scenario.media;
  beside.scenario.cells.resize(scenario.cells.size());
  beside.report.medium_count = static_cast<int>(scenario.media.size());
  for (int cell = 0; cell < static_cast<int>(scenario.cells.size()); ++cell) {
    const int was = FindCell(past.scenario, CellId(scenario, cell));
    beside.scenario.cells[cell] = was < 0 ? Cell() : past.scenario.cells[was];
    beside.report.cell_storage[cell] =
        was < 0 ? CellMetrics() : past.report.cell_storage[was];
  }
  return beside;
}

}  // namespace

const FieldDefinition& FieldAddress::definition() const {
  if (cell < 0) return ScenarioFields()[index];
  return CellFields()[index];
}

FieldAddress AddressOf(const CellField& field, int cell) {
  return {cell, static_cast<int>(&field - CellFields().data())};
}

FieldAddress AddressOf(const ScenarioField& field) {
  return {-1, static_cast<int>(&field - ScenarioFields().data())};
}

std::string FieldPath(const Scenario& scenario, const FieldAddress& address) {
  if (address.cell < 0) return address.definition().id;
  return CellId(scenario, address.cell) + "/" + address.definition().id;
}

std::optional<FieldAddress> FindField(const Scenario& scenario,
                                      std::string_view path) {
  const size_t slash = path.find('/');
  if (slash == std::string_view::npos) {
    const ScenarioField* field = FindScenarioField(path);
    if (field == nullptr) return std::nullopt;
    return AddressOf(*field);
  }
  const int cell = FindCell(scenario, std::string(path.substr(0, slash)));
  const CellField* field = FindCellField(path.substr(slash + 1));
  if (cell < 0 || field == nullptr) return std::nullopt;
  return AddressOf(*field, cell);
}

double GetField(const Scenario& scenario, const FieldAddress& address) {
  if (address.cell < 0) {
    return GetField(scenario, ScenarioFields()[address.index]);
  }
  return scenario.cells[address.cell].*CellFields()[address.index].member;
}

Session::Session() : scenario_(DefaultScenario()) {
  report_ = Evaluate(scenario_);
}

void Session::BeforeEdit(std::optional<FieldAddress> run) {
  if (in_gesture()) return;
  const bool continues = run && run == run_;
  run_ = run;
  if (continues) return;
  history_.Remember(scenario_);
}

void Session::BeforeChange(std::optional<FieldAddress> run) {
  const bool continues = run && run == run_;
  if (!in_gesture() && !continues) RememberChange(scenario_, report_);
  BeforeEdit(run);
}

void Session::RememberChange(const Scenario& before, const Report& report) {
  change_ = {{before, report}, {before, report}};
}

void Session::AfterEdit() {
  ++revision_;
  report_ = Evaluate(
      scenario_, in_gesture() ? &gesture_->past.report.thresholds : nullptr);
}

void Session::AfterReplacement() {
  run_.reset();
  SelectCell(selected_cell_);
  for (auto* compared : {&baseline_, &change_}) {
    if (*compared) (*compared)->beside = Beside((*compared)->past, scenario_);
  }
  AfterEdit();
}

std::optional<Error> Session::Apply(const Edit& edit) {
  return std::visit([this](const auto& each) { return Do(each); }, edit);
}

std::optional<Error> Session::Do(const edit::SetField& edit) {
  const auto& [address, value] = edit;
  if (auto error = CheckField(address.definition(), value,
                              FieldPath(scenario_, address))) {
    return error;
  }
  if (GetField(scenario_, address) == value) return std::nullopt;
  const bool continues = run_ == address;
  BeforeChange(address);
  if (const auto segment = SegmentOfShare(scenario_, address)) {
    // Recomputed from the shares at the start of the gesture or run, so that a
    // share pushed to 0 recovers.
    const Scenario& start = gesture_    ? gesture_->past.scenario
                            : continues ? history_.last()
                                        : scenario_;
    SetShare(scenario_.flywheel, *segment, value, start.flywheel);
  } else {
    WriteField(scenario_, address, value);
    if (address.definition().id == kReferralConversionRate) {
      FollowDefaultAgain(scenario_, value);
    }
  }
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::SetFields& edit) {
  Scenario scenario = scenario_;
  for (const auto& [address, value] : edit.fields) {
    if (auto error = CheckField(address.definition(), value,
                                FieldPath(scenario_, address))) {
      return error;
    }
    WriteField(scenario, address, value);
  }
  return Do(edit::LoadScenario{scenario});
}

std::optional<Error> Session::Do(const edit::SlideField& edit) {
  return Do(edit::SetField{
      edit.field, ValueAround(edit.field.definition(), SliderPivot(edit.field),
                              edit.position)});
}

std::optional<Error> Session::Do(const edit::SetToEnd& edit) {
  return Do(edit::SetField{edit.field,
                           SliderValue(edit.field.definition(), edit.end)});
}

std::optional<Error> Session::Do(const edit::StepField& edit) {
  const double value = GetField(scenario_, edit.field);
  return Do(edit::SetField{
      edit.field, StepValue(edit.field.definition(), value, edit.steps)});
}

std::optional<Error> Session::Do(const edit::TypeField& edit) {
  const Result<double> value =
      ParseTypedNumber(edit.text, edit.field.definition().unit);
  if (!value.ok()) return value.error();
  EndRun();
  auto error = Do(edit::SetField{edit.field, value.value()});
  EndRun();
  return error;
}

std::optional<Error> Session::Do(const edit::SetTitle& edit) {
  const std::string_view title = edit.title;
  if (auto error = CheckText(title, kMaxTitleLength, "title")) return error;
  if (scenario_.title == title) return std::nullopt;
  BeforeEdit();
  scenario_.title = title;
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::SetCurrency& edit) {
  const std::string_view currency = edit.currency;
  if (auto error = CheckCurrency(currency, "currency")) return error;
  if (scenario_.currency == currency) return std::nullopt;
  BeforeEdit();
  scenario_.currency = currency;
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::SetMediumLabel& edit) {
  const auto& [medium, label] = edit;
  const std::string path = "media[" + IntegerText(medium) + "].label";
  if (auto error = CheckText(label, kMaxLabelLength, path)) return error;
  if (scenario_.media[medium].label == label) return std::nullopt;
  BeforeEdit();
  scenario_.media[medium].label = label;
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::SetThresholdMode& edit) {
  if (scenario_.thresholds.mode == edit.mode) return std::nullopt;
  BeforeEdit();
  Thresholds& thresholds = scenario_.thresholds;
  // One's own thresholds start where the lines are, rounded, not at zero.
  const auto start = [&](double& target, Ratio line, const char* id) {
    if (edit.mode != Thresholds::Mode::kTarget || target != 0 || !line) return;
    target = RoundForPeople(*FindFieldDefinition(id), *line);
  };
  start(thresholds.cpc, report_.thresholds.cpc, "thresholds.cpc");
  start(thresholds.cpa, report_.thresholds.cpa, "thresholds.cpa");
  thresholds.mode = edit.mode;
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::SetCostAndConversion& edit) {
  BeforeChange();
  Cell& cell = scenario_.cells[edit.cell];
  cell.cost_per_click = edit.cost_per_click;
  cell.conversion_rate = edit.conversion_rate;
  AfterEdit();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::AddMedium&) {
  if (scenario_.media.size() >= kMaxMedia) return std::nullopt;
  EndGesture();
  BeforeChange();
  scenario_.media.push_back({NewMediumId(scenario_), ""});
  scenario_.cells.resize(scenario_.media.size() * kKindCount);
  // Selects the new medium, which is the one to fill in.
  selected_cell_ = static_cast<int>(scenario_.cells.size()) - 1;
  AfterReplacement();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::RemoveMedium& edit) {
  if (scenario_.media.size() <= 1) return std::nullopt;
  const int medium = edit.medium;
  EndGesture();
  BeforeChange();
  const int first = CellIndex(medium, Kind::kOrganic);
  scenario_.media.erase(scenario_.media.begin() + medium);
  scenario_.cells.erase(scenario_.cells.begin() + first,
                        scenario_.cells.begin() + first + kKindCount);
  RemoveAssistsOf(first, scenario_.assists);
  if (selected_cell_ >= first + kKindCount) selected_cell_ -= kKindCount;
  AfterReplacement();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::LoadScenario& edit) {
  const Scenario& scenario = edit.scenario;
  if (auto error = Validate(scenario)) return error;
  // Ends a drag in progress, so that cancelling it later does not undo this.
  EndGesture();
  if (scenario == scenario_) return std::nullopt;
  BeforeChange();
  scenario_ = scenario;
  AfterReplacement();
  return std::nullopt;
}

std::optional<Error> Session::Do(const edit::LoadPreset& edit) {
  origin_ = static_cast<int>(&edit.preset - Presets().data());
  return Do(edit::Reset{});
}

std::optional<Error> Session::Do(const edit::Reset&) {
  Scenario scenario = origin() ? origin()->scenario : DefaultScenario();
  scenario.currency = scenario_.currency;
  return Do(edit::LoadScenario{scenario});
}

const Session::AppliedShock* Session::applied(const ShockPreset& preset,
                                              int medium) const {
  const auto& applied = shocks_[&preset - ShockPresets().data()];
  if (!applied) return nullptr;
  if (applied->target != ShocksOf(preset, scenario_, medium)[0].target) {
    return nullptr;
  }
  return Without(*applied, scenario_) == scenario_ ? nullptr : &*applied;
}

std::optional<Error> Session::Do(const edit::SwitchShock& edit) {
  const auto& [preset, medium] = edit;
  if (const AppliedShock* applied = this->applied(preset, medium)) {
    return Do(edit::LoadScenario{Without(*applied, scenario_)});
  }
  const std::vector<Shock> shocks = ShocksOf(preset, scenario_, medium);
  const auto shocked = ApplyShocks(scenario_, shocks);
  if (!shocked.ok()) return std::nullopt;
  shocks_[&preset - ShockPresets().data()] = {shocks[0].target, scenario_,
                                              shocked.value()};
  return Do(edit::LoadScenario{shocked.value()});
}

void Session::BeginGesture() {
  if (in_gesture()) return;
  const Past present = {scenario_, report_};
  gesture_ = {present, present};
}

double Session::SliderPivot(const FieldAddress& field) const {
  const Scenario* start = gesture_start();
  const bool same_cells =
      start && start->cells.size() == scenario_.cells.size();
  return GetField(same_cells ? *start : scenario_, field);
}

void Session::EndGesture() {
  if (!in_gesture()) return;
  const Past before = std::exchange(gesture_, std::nullopt)->past;
  Scenario start = before.scenario;
  if (start == scenario_) return;
  RememberChange(start, before.report);
  std::swap(start, scenario_);
  BeforeEdit();
  std::swap(start, scenario_);
  // The averages move, and the sliders are around their new numbers.
  AfterEdit();
}

void Session::CancelGesture() {
  if (!in_gesture()) return;
  const Scenario start = std::exchange(gesture_, std::nullopt)->past.scenario;
  if (start == scenario_) return;
  scenario_ = start;
  AfterReplacement();
}

void Session::Continue(uint32_t seen) {
  EndGesture();
  revision_ = std::max(revision_, seen) + 1;
}

void Session::ForgetHistory() {
  history_.Clear();
  run_.reset();
  change_.reset();
}

void Session::Undo() {
  if (!can_undo() || in_gesture()) return;
  history_.Undo(scenario_);
  change_.reset();
  AfterReplacement();
}

void Session::Redo() {
  if (!can_redo() || in_gesture()) return;
  history_.Redo(scenario_);
  change_.reset();
  AfterReplacement();
}

void Session::PinBaseline() {
  const Past present = {scenario_, report_};
  baseline_ = {present, present};
}

void Session::ClearBaseline() { baseline_.reset(); }

void Session::ForgetChange() {
  change_.reset();
  EndRun();
}

bool Session::compares_with_baseline() const {
  const bool drags = gesture_ && gesture_->past.scenario != scenario_;
  return !drags && baseline_;
}

const Session::Compared* Session::compared() const {
  if (gesture_ && gesture_->past.scenario != scenario_) return &*gesture_;
  if (baseline_) return &*baseline_;
  return change_ ? &*change_ : nullptr;
}

void Session::SelectCell(int cell) {
  const int last = static_cast<int>(scenario_.cells.size()) - 1;
  selected_cell_ = std::clamp(cell, 0, last);
}

const Preset* Session::matching_preset() const {
  Scenario untitled = scenario_;
  untitled.title.clear();
  for (const Preset& preset : Presets()) {
    untitled.currency = preset.scenario.currency;
    if (preset.scenario == untitled) return &preset;
  }
  return nullptr;
}

const Preset* Session::origin() const {
  return origin_ < 0 ? nullptr : &Presets()[origin_];
}

const Scenario& Session::announced() const {
  if (announced_) return *announced_;
  return can_undo() ? history_.last() : scenario_;
}

}  // namespace sextant
