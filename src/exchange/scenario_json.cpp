#include "exchange/scenario_json.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "base/integer_text.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"
#include "engine/model/presets.h"
#include "engine/model/validation.h"

namespace sextant {
namespace {

constexpr const char* kModeNames[] = {"portfolio", "breakEven", "target"};

// "flywheel.segments." of "flywheel.segments.promoter.".
std::string_view Outer(std::string_view block) {
  return block.substr(0, block.rfind('.', block.size() - 2) + 1);
}

void WriteRow(const Scenario& scenario, const List& list, const Row& row,
              JsonWriter& writer) {
  writer.BeginObject();
  for (size_t i = 0; i < list.columns.size(); ++i) {
    const Column& column = list.columns[i];
    if (column.kind == Column::kCell) {
      writer.Member(column.id, CellId(scenario, static_cast<int>(row[i])));
    } else if (!std::isnan(row[i])) {
      writer.Member(column.id, row[i]);
    }
  }
  writer.EndObject();
}

// The lists of a block, which come after its numbers.
void WriteLists(const Scenario& scenario, std::string_view block,
                JsonWriter& writer) {
  for (size_t i = 0; i < kListCount; ++i) {
    const List& list = Lists()[i];
    if (block != list.block) continue;
    writer.Key(list.id).BeginArray();
    for (size_t place = 0; place < list.capacity; ++place) {
      if (const auto row = GetRow(scenario, i, place)) {
        WriteRow(scenario, list, *row, writer);
      }
    }
    writer.EndArray();
  }
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
  for (size_t i = 0; i < kListCount; ++i) {
    if (block != Lists()[i].block || key != Lists()[i].id) continue;
    postponed_[i] = *reader_;
    return reader_->SkipList();
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

std::optional<Error> ScenarioReader::ReadPostponed() {
  for (size_t i = 0; i < kListCount; ++i) {
    if (!postponed_[i]) continue;
    reader_ = &*postponed_[i];
    if (!ReadList(i)) return reader_->error();
  }
  return CheckAssists(scenario_);
}

bool ScenarioReader::ReadList(size_t list) {
  std::array<bool, kMaxCells> given{};  // or months
  if (!reader_->BeginList()) return false;
  for (size_t place = 0; reader_->NextElement(); ++place) {
    const size_t capacity = Lists()[list].capacity;
    if (place == capacity) {
      return reader_->Fail(ErrorCode::kTooMany,
                           IntegerText(static_cast<int64_t>(capacity)));
    }
    if (!ReadRow(list, place, given)) return false;
  }
  return !reader_->failed();
}

bool ScenarioReader::ReadRow(size_t list, size_t place,
                             std::array<bool, kMaxCells>& given) {
  const std::span<const Column> columns = Lists()[list].columns;
  Row row;
  for (size_t i = 0; i < columns.size(); ++i) row[i] = columns[i].usual;
  if (!reader_->BeginObject()) return false;
  std::string_view key;
  while (reader_->NextMember(&key)) {
    size_t i = 0;
    while (i < columns.size() && key != columns[i].id) ++i;
    if (i == columns.size()) return RefuseKey(key);
    if (!ReadColumn(columns[i], &row[i])) return false;
  }
  if (reader_->failed()) return false;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].required || !std::isnan(row[i])) continue;
    return reader_->FailAt(
        reader_->Path() + '.' + columns[i].id, ErrorCode::kWrongType,
        columns[i].kind == Column::kCell ? json_detail::kText
                                         : json_detail::kNumber);
  }
  const bool of_cell = columns[0].kind == Column::kCell;
  if (std::isnan(row[0])) {
    row[0] = static_cast<double>(place);
    if (place >= scenario_.cells.size()) {
      return reader_->Fail(ErrorCode::kUnknownCell,
                           IntegerText(static_cast<int64_t>(place + 1)));
    }
  }
  const auto first = static_cast<size_t>(row[0]) - (of_cell ? 0 : 1);
  // A cell may assist several.
  if (given[first] && !columns[1].required) {
    return reader_->Fail(ErrorCode::kDuplicate,
                         of_cell ? CellId(scenario_, static_cast<int>(first))
                                 : IntegerText(static_cast<int64_t>(row[0])));
  }
  given[first] = true;
  SetRow(scenario_, list, row);
  return true;
}

bool ScenarioReader::ReadColumn(const Column& column, double* value) {
  can_repeat_ = false;
  if (column.kind == Column::kCell) {
    std::string_view id;
    if (!reader_->ReadText(&id)) return false;
    const int cell = FindCell(scenario_, id);
    *value = cell;
    return cell >= 0 || reader_->Fail(ErrorCode::kUnknownCell, Truncated(id));
  }
  if (!reader_->ReadNumber(value) ||
      !Accept(CheckRange(*value, column.minimum, column.maximum, {}))) {
    return false;
  }
  return column.kind != Column::kMonth || *value == std::floor(*value) ||
         reader_->Fail(ErrorCode::kNotWhole);
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
  WriteLists(scenario, {}, writer);
  writer.EndObject();
}

std::string WriteScenario(const Scenario& scenario) {
  JsonWriter writer;
  WriteScenario(scenario, writer);
  return writer.Take();
}

}  // namespace sextant
