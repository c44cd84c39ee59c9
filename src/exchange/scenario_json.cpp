#include "exchange/scenario_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "base/integer_text.h"
#include "engine/model/fields.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"

namespace sextant {
namespace {

constexpr const char* kModeNames[] = {"portfolio", "breakEven", "target"};

// The lists that wait until the media are known: those of two blocks, and the
// assists.
constexpr std::string_view kPostponedBlocks[] = {"response.", "uncertainty."};
constexpr size_t kAssists = std::size(kPostponedBlocks);

// "flywheel.segments." of "flywheel.segments.promoter.".
std::string_view Outer(std::string_view block) {
  return block.substr(0, block.rfind('.', block.size() - 2) + 1);
}

void WriteCellOptions(const Scenario& scenario, std::string_view block,
                      JsonWriter& writer) {
  writer.Key("cells").BeginArray();
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    bool is_open = false;
    for (const CellOption& option : CellOptions()) {
      const OptionalNumber value = scenario.cells[i].*option.member;
      if (!value || option.block != block) continue;
      if (!is_open) {
        writer.BeginObject().Member("id",
                                    CellId(scenario, static_cast<int>(i)));
      }
      is_open = true;
      writer.Member(option.id, *value);
    }
    if (is_open) writer.EndObject();
  }
  writer.EndArray();
}

void WriteMonths(const Season& season, JsonWriter& writer) {
  writer.Key("months").BeginArray();
  for (int month = 1; month <= kMonthsOfYear; ++month) {
    const MonthFactors& factors = season.months[static_cast<size_t>(month - 1)];
    if (factors == MonthFactors()) continue;
    writer.BeginObject().Member("month", month);
    for (const MonthFactor& factor : kMonthFactors) {
      writer.Member(factor.id, factors.*factor.member);
    }
    writer.EndObject();
  }
  writer.EndArray();
}

void WriteAssists(const Scenario& scenario, JsonWriter& writer) {
  writer.Key("assists").BeginArray();
  for (const Assist& assist : scenario.assists) {
    writer.BeginObject()
        .Member("from", CellId(scenario, assist.from))
        .Member("to", CellId(scenario, assist.to))
        .Member("share", assist.share)
        .EndObject();
  }
  writer.EndArray();
}

// The lists of a block, which come after its numbers.
void WriteLists(const Scenario& scenario, std::string_view block,
                JsonWriter& writer) {
  for (std::string_view postponed : kPostponedBlocks) {
    if (block == postponed) WriteCellOptions(scenario, block, writer);
  }
  if (block == "season.") WriteMonths(scenario.season, writer);
}

// Writes each field inside the objects that its id names.
void WriteBlocks(const Scenario& scenario, JsonWriter& writer) {
  std::string_view block;  // the objects that are open
  for (const ScenarioField& field : ScenarioFields()) {
    if (!field.in_block || !HasField(scenario, field)) continue;
    const std::string_view id = field.id;
    while (id.substr(0, block.size()) != block) {
      WriteLists(scenario, block, writer);
      writer.EndObject();
      block = Outer(block);
    }
    for (size_t dot; (dot = id.find('.', block.size())) != id.npos;) {
      writer.Key(id.substr(block.size(), dot - block.size())).BeginObject();
      block = id.substr(0, dot + 1);
    }
    writer.Member(id.substr(block.size()), GetField(scenario, field));
  }
  for (; !block.empty(); block = Outer(block)) {
    WriteLists(scenario, block, writer);
    writer.EndObject();
  }
}

}  // namespace

std::optional<Error> ScenarioReader::Read(JsonReader& reader) {
  reader_ = &reader;
  scenario_ = EmptyScenario();
  lists_cells_ = false;
  listed_count_ = 0;
  number_count_ = 0;
  postponed_ = {};
  can_repeat_ = false;
  if (!reader.BeginObject()) return reader.error();
  std::string_view key;
  while (reader.NextMember(&key)) {
    if (!ReadMember(key)) break;
  }
  if (reader.failed()) return reader.error();
  if (normalises_shares_) NormaliseShares(scenario_.flywheel);
  if (auto error = CheckShares(scenario_.flywheel)) return error;
  if (auto error = CheckMedia(scenario_.media)) return error;
  StartCells();
  if (auto error = PlaceListedCells()) return error;
  can_repeat_ = true;
  return ReadPostponed();
}

bool ScenarioReader::ReadMember(std::string_view key) {
  if (key == "cells") return ReadCells();
  if (key == "media") return ReadMedia();
  if (key == "assists") return Postpone(kAssists);
  std::string_view text;
  if (key == "title") {
    if (!reader_->ReadText(&text)) return false;
    scenario_.title = text;
    return Accept(CheckText(text, kMaxTitleLength, {}));
  }
  if (key == "currency") {
    if (!reader_->ReadText(&text)) return false;
    scenario_.currency = text;
    return Accept(CheckCurrency(text, {}));
  }
  return ReadBlockMember({}, key);
}

bool ScenarioReader::RefuseKey(std::string_view key) {
  return reader_->Fail(ErrorCode::kUnknownField, Truncated(key));
}

// An error without a path gets the path of the current value.
bool ScenarioReader::Accept(const std::optional<Error>& error) {
  return !error || reader_->Fail(error->code, error->detail);
}

bool ScenarioReader::ReadField(const FieldDefinition& field, double* value) {
  if (!reader_->ReadNumber(value)) return false;
  // Keys are unique, so there is room for all.
  if (number_count_ < kMaxNumbers) {
    numbers_[number_count_++] = {value, &field};
  }
  return Accept(CheckField(field, *value, {}));
}

bool ScenarioReader::ReadBlock(std::string_view block) {
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    if (!ReadBlockMember(block, key)) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadBlockMember(std::string_view block,
                                     std::string_view key) {
  for (const ScenarioField& field : ScenarioFields()) {
    const std::string_view id = field.id;
    if (id.substr(0, block.size()) != block) continue;
    const std::string_view rest = id.substr(block.size());
    const size_t dot = rest.find('.');
    if (rest.substr(0, dot) != key) continue;
    if (dot == std::string_view::npos) return ReadScenarioField(field);
    return ReadBlock(id.substr(0, block.size() + dot + 1));
  }
  if (block == "thresholds." && key == "mode") return ReadMode();
  if (block == "season." && key == "months") return ReadMonths();
  for (size_t i = 0; i < kAssists; ++i) {
    if (block == kPostponedBlocks[i] && key == "cells") return Postpone(i);
  }
  return RefuseKey(key);
}

bool ScenarioReader::ReadScenarioField(const ScenarioField& field) {
  return ReadField(field, &field.place(scenario_));
}

bool ScenarioReader::ReadMode() {
  std::string_view mode;
  if (!reader_->ReadText(&mode)) return false;
  for (int i = 0; i < 3; ++i) {
    if (mode != kModeNames[i]) continue;
    scenario_.thresholds.mode = static_cast<Thresholds::Mode>(i);
    return true;
  }
  return reader_->Fail(ErrorCode::kUnknownOption, Truncated(mode));
}

bool ScenarioReader::ReadNumberWithin(double minimum, double maximum,
                                      double* number) {
  can_repeat_ = false;
  return reader_->ReadNumber(number) &&
         Accept(CheckRange(*number, minimum, maximum, {}));
}

bool ScenarioReader::ReadMonths() {
  std::array<bool, kMonthsOfYear> given{};
  if (!reader_->BeginList()) return false;
  while (reader_->NextElement()) {
    if (!ReadMonth(given)) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadMonth(std::array<bool, kMonthsOfYear>& given) {
  double month = 0;
  MonthFactors factors;
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    if (key == "month") {
      if (!ReadNumberWithin(1, kMonthsOfYear, &month)) return false;
      if (month != std::floor(month)) {
        return reader_->Fail(ErrorCode::kNotWhole);
      }
      bool& is_given = given[static_cast<size_t>(month) - 1];
      if (is_given) {
        return reader_->Fail(ErrorCode::kDuplicate,
                             IntegerText(static_cast<int64_t>(month)));
      }
      is_given = true;
      continue;
    }
    const auto* factor =
        std::find_if(std::begin(kMonthFactors), std::end(kMonthFactors),
                     [&](const MonthFactor& one) { return key == one.id; });
    if (factor == std::end(kMonthFactors)) return RefuseKey(key);
    if (!ReadNumberWithin(0, kLargestFactor, &(factors.*factor->member))) {
      return false;
    }
  }
  if (reader_->failed()) return false;
  if (month == 0) {
    return reader_->FailAt(reader_->Path() + ".month", ErrorCode::kOutOfBounds,
                           RangeDetail(1, kMonthsOfYear));
  }
  scenario_.season.months[static_cast<size_t>(month) - 1] = factors;
  return true;
}

bool ScenarioReader::Postpone(size_t list) {
  postponed_[list] = *reader_;
  return reader_->SkipList();
}

std::optional<Error> ScenarioReader::ReadPostponed() {
  for (size_t list = 0; list < postponed_.size(); ++list) {
    if (!postponed_[list]) continue;
    reader_ = &*postponed_[list];
    if (!ReadPostponedList(list)) return reader_->error();
  }
  return CheckAssists(scenario_);
}

bool ScenarioReader::ReadPostponedList(size_t list) {
  std::array<bool, kMaxCells> given{};
  if (!reader_->BeginList()) return false;
  for (int position = 0; reader_->NextElement(); ++position) {
    const bool read = list == kAssists ? ReadAssist()
                                       : ReadCellOptions(kPostponedBlocks[list],
                                                         position, given);
    if (!read) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadCellId(int* cell) {
  std::string_view id;
  if (!reader_->ReadText(&id)) return false;
  *cell = FindCell(scenario_, id);
  return *cell >= 0 || reader_->Fail(ErrorCode::kUnknownCell, Truncated(id));
}

bool ScenarioReader::ReadCellOptions(std::string_view block, int position,
                                     std::array<bool, kMaxCells>& given) {
  Cell options;
  int cell = position;
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    if (key == "id") {
      if (!ReadCellId(&cell)) return false;
      continue;
    }
    const CellOption* found = nullptr;
    for (const CellOption& option : CellOptions()) {
      if (block == option.block && key == option.id) found = &option;
    }
    if (found == nullptr) return RefuseKey(key);
    double value = 0;
    if (!ReadNumberWithin(found->minimum, found->maximum, &value)) return false;
    options.*found->member = value;
  }
  if (reader_->failed()) return false;
  if (static_cast<size_t>(cell) >= scenario_.cells.size()) {
    return reader_->Fail(ErrorCode::kUnknownCell, IntegerText(cell + 1));
  }
  if (given[static_cast<size_t>(cell)]) {
    return reader_->Fail(ErrorCode::kDuplicate, CellId(scenario_, cell));
  }
  given[static_cast<size_t>(cell)] = true;
  for (const CellOption& option : CellOptions()) {
    if (block != option.block) continue;
    scenario_.cells[static_cast<size_t>(cell)].*option.member =
        options.*option.member;
  }
  return true;
}

// CheckAssists sees what is wrong between assists.
bool ScenarioReader::ReadAssist() {
  if (scenario_.assists.size() == kMaxAssists) {
    return reader_->FailAt("assists", ErrorCode::kTooMany,
                           IntegerText(kMaxAssists));
  }
  Assist assist{.from = -1, .to = -1, .share = -1};
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    const bool read = key == "from"    ? ReadCellId(&assist.from)
                      : key == "to"    ? ReadCellId(&assist.to)
                      : key == "share" ? ReadNumberWithin(0, 1, &assist.share)
                                       : RefuseKey(key);
    if (!read) return false;
  }
  if (reader_->failed()) return false;
  const char* missing = assist.from < 0    ? ".from"
                        : assist.to < 0    ? ".to"
                        : assist.share < 0 ? ".share"
                                           : nullptr;
  if (missing != nullptr) {
    return reader_->FailAt(reader_->Path() + missing, ErrorCode::kWrongType,
                           assist.share < 0 && assist.to >= 0
                               ? json_detail::kNumber
                               : json_detail::kText);
  }
  scenario_.assists.push_back(assist);
  return true;
}

bool ScenarioReader::ReadMedia() {
  InlineVector<Medium, kMaxMedia> media;
  if (!reader_->BeginList()) return false;
  while (reader_->NextElement()) {
    if (media.size() == kMaxMedia) return FailMediaCount();
    Medium medium;
    // Here the scenario still has the default media.
    if (media.size() < scenario_.media.size()) {
      medium.id = scenario_.media[media.size()].id;
    }
    if (!ReadMedium(&medium)) return false;
    media.push_back(medium);
  }
  if (reader_->failed()) return false;
  if (media.empty()) return FailMediaCount();
  scenario_.media = media;
  return true;
}

bool ScenarioReader::FailMediaCount() {
  return reader_->FailAt("media", ErrorCode::kMediaCount);
}

bool ScenarioReader::ReadMedium(Medium* medium) {
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    std::string_view text;
    if (key != "id" && key != "label") return RefuseKey(key);
    if (!reader_->ReadText(&text)) return false;
    if (key == "id") {
      medium->id = text;
    } else if (Accept(CheckText(text, kMaxLabelLength, {}))) {
      medium->label = text;
    } else {
      return false;
    }
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadCells() {
  lists_cells_ = true;
  if (!reader_->BeginList()) return false;
  while (reader_->NextElement()) {
    if (listed_count_ == kMaxCells) {
      return reader_->Fail(ErrorCode::kUnknownCell, IntegerText(kMaxCells + 1));
    }
    ListedCell& listed = listed_[listed_count_++];
    listed = ListedCell();
    if (!ReadCell(listed)) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadCell(ListedCell& listed) {
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    if (!ReadCellMember(key, listed)) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadCellMember(std::string_view key, ListedCell& listed) {
  if (key == "id") {
    std::string_view id;
    if (!reader_->ReadText(&id)) return false;
    listed.has_id = true;
    listed.id = id;
    return true;
  }
  const CellField* field = FindCellField(key);
  if (field == nullptr) return RefuseKey(key);
  return ReadField(*field, &(listed.cell.*field->member));
}

void ScenarioReader::StartCells() {
  const size_t count = scenario_.media.size() * kKindCount;
  scenario_.cells.clear();
  for (size_t i = 0; i < count; ++i) {
    scenario_.cells.push_back(
        lists_cells_ ? Cell()
                     : DefaultCell(scenario_.media[i / kKindCount].id,
                                   static_cast<Kind>(i % kKindCount)));
  }
}

std::optional<Error> ScenarioReader::PlaceListedCells() {
  std::array<bool, kMaxCells> given{};
  for (size_t i = 0; i < listed_count_; ++i) {
    ListedCell& listed = listed_[i];
    int position = static_cast<int>(i);
    if (listed.has_id) position = FindCell(scenario_, listed.id);
    if (position < 0 || position >= static_cast<int>(scenario_.cells.size())) {
      return CellError(ErrorCode::kUnknownCell, i);
    }
    listed.position = static_cast<size_t>(position);
    if (given[listed.position]) return CellError(ErrorCode::kDuplicate, i);
    given[listed.position] = true;
    scenario_.cells[listed.position] = listed.cell;
  }
  return std::nullopt;
}

Error ScenarioReader::CellError(ErrorCode code, size_t index) const {
  const ListedCell& listed = listed_[index];
  std::string path = "cells[" + IntegerText(static_cast<int64_t>(index)) + "]";
  if (listed.has_id) return {code, path + ".id", listed.id.str()};
  if (index >= scenario_.cells.size()) {
    return {code, path, IntegerText(static_cast<int64_t>(index + 1))};
  }
  return {code, path, CellId(scenario_, static_cast<int>(index))};
}

Result<Scenario> ReadScenario(JsonReader& reader) {
  ScenarioReader scenario_reader;
  if (auto error = scenario_reader.Read(reader)) return *std::move(error);
  return scenario_reader.scenario();
}

Result<Scenario> ReadScenario(std::string_view json) {
  JsonReader reader(json);
  Result<Scenario> scenario = ReadScenario(reader);
  if (scenario && !reader.Finish()) return reader.error();
  return scenario;
}

void WriteScenario(const Scenario& scenario, JsonWriter& writer) {
  writer.BeginObject()
      .Member("title", scenario.title)
      .Member("currency", scenario.currency)
      .Member("grossMargin", scenario.gross_margin)
      .Key("media")
      .BeginArray();
  for (const Medium& medium : scenario.media) {
    writer.BeginObject()
        .Member("id", medium.id)
        .Member("label", medium.label)
        .EndObject();
  }
  writer.EndArray().Key("cells").BeginArray();
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    writer.BeginObject().Member("id", CellId(scenario, static_cast<int>(i)));
    for (const CellField& field : CellFields()) {
      writer.Member(field.id, scenario.cells[i].*field.member);
    }
    writer.EndObject();
  }
  const Thresholds& thresholds = scenario.thresholds;
  writer.EndArray()
      .Key("thresholds")
      .BeginObject()
      .Member("mode", kModeNames[static_cast<int>(thresholds.mode)]);
  // In other modes, the targets are written only if the user has set some
  // before; the mode keeps them.
  if (thresholds.mode == Thresholds::Mode::kTarget || thresholds.cpc != 0 ||
      thresholds.cpa != 0) {
    writer.Member("cpc", thresholds.cpc).Member("cpa", thresholds.cpa);
  }
  writer.EndObject();
  WriteBlocks(scenario, writer);
  WriteAssists(scenario, writer);
  writer.EndObject();
}

std::string WriteScenario(const Scenario& scenario) {
  JsonWriter writer;
  WriteScenario(scenario, writer);
  return writer.Take();
}

}  // namespace sextant
