#include "exchange/scenario_json.h"

#include <optional>
#include <utility>
#include <vector>

#include "engine/fields.h"
#include "engine/presets.h"
#include "engine/validation.h"

namespace sextant {
namespace {

constexpr const char* kModeNames[] = {"portfolio", "target"};

// Media may stand after the cells that name them, so cells are kept as listed
// until the end.
struct ListedCell {
  std::optional<std::string> id;
  Cell cell;
};

class ScenarioReader {
 public:
  explicit ScenarioReader(JsonReader& reader) : reader_(reader) {}

  Result<Scenario> Read() {
    scenario_ = EmptyScenario();
    if (!reader_.BeginObject()) return reader_.error();
    std::string_view key;
    while (reader_.NextMember(&key)) {
      if (!ReadMember(key)) break;
    }
    if (reader_.failed()) return reader_.error();
    if (auto error = CheckMedia(scenario_.media)) return *std::move(error);
    if (auto error = Complete()) return *std::move(error);
    return std::move(scenario_);
  }

 private:
  bool ReadMember(std::string_view key) {
    if (key == "cells") return ReadCells();
    if (key == "media") return ReadMedia();
    if (key == "thresholds") return ReadThresholds();
    if (key == "grossMargin") {
      return ReadField(ScenarioFields()[0], &scenario_.gross_margin);
    }
    if (key == "title") {
      return reader_.ReadText(&scenario_.title) &&
             Accept(CheckText(scenario_.title, kMaxTitleLength, {}));
    }
    if (key == "currency") {
      return reader_.ReadText(&scenario_.currency) &&
             Accept(CheckCurrency(scenario_.currency, {}));
    }
    return RefuseKey(key);
  }

  bool RefuseKey(std::string_view key) {
    return reader_.Fail(ErrorCode::kUnknownField, Quotable(key));
  }

  // Turns an error without a path into one at the present value.
  bool Accept(const std::optional<Error>& error) {
    return !error || reader_.Fail(error->code, error->detail);
  }

  bool ReadField(const FieldDefinition& field, double* value) {
    return reader_.ReadNumber(value) && Accept(CheckField(field, *value, {}));
  }

  bool ReadThresholds() {
    if (!reader_.BeginObject()) return false;
    std::string_view key;
    while (reader_.NextMember(&key)) {
      if (!ReadThreshold(key)) return false;
    }
    return !reader_.failed();
  }

  bool ReadThreshold(std::string_view key) {
    if (key == "mode") return ReadMode();
    constexpr std::string_view kPrefix = "thresholds.";
    for (const ScenarioField& field : ScenarioFields()) {
      const std::string_view id = field.id;
      if (id.substr(0, kPrefix.size()) == kPrefix &&
          id.substr(kPrefix.size()) == key) {
        return ReadField(field, &field.get(scenario_));
      }
    }
    return RefuseKey(key);
  }

  bool ReadMode() {
    std::string mode;
    if (!reader_.ReadText(&mode)) return false;
    for (int i = 0; i < 2; ++i) {
      if (mode != kModeNames[i]) continue;
      scenario_.thresholds.mode = static_cast<Thresholds::Mode>(i);
      return true;
    }
    return reader_.Fail(ErrorCode::kUnknownOption, Quotable(mode));
  }

  bool ReadMedia() {
    std::vector<Medium> media;
    if (!reader_.BeginList()) return false;
    while (reader_.NextElement()) {
      if (media.size() == kMaxMedia) return FailMediaCount();
      Medium medium;
      // The scenario still has the default media here.
      if (media.size() < scenario_.media.size()) {
        medium.id = scenario_.media[media.size()].id;
      }
      if (!ReadMedium(&medium)) return false;
      media.push_back(std::move(medium));
    }
    if (reader_.failed()) return false;
    if (media.empty()) return FailMediaCount();
    scenario_.media = std::move(media);
    return true;
  }

  bool FailMediaCount() {
    return reader_.FailAt("media", ErrorCode::kMediaCount);
  }

  bool ReadMedium(Medium* medium) {
    if (!reader_.BeginObject()) return false;
    std::string_view key;
    while (reader_.NextMember(&key)) {
      bool good;
      if (key == "id") {
        good = reader_.ReadText(&medium->id);
      } else if (key == "label") {
        good = reader_.ReadText(&medium->label) &&
               Accept(CheckText(medium->label, kMaxLabelLength, {}));
      } else {
        good = RefuseKey(key);
      }
      if (!good) return false;
    }
    return !reader_.failed();
  }

  bool ReadCells() {
    constexpr size_t kMost = kMaxCells;
    cells_.emplace();
    cells_->reserve(scenario_.cells.size());
    if (!reader_.BeginList()) return false;
    while (reader_.NextElement()) {
      if (cells_->size() == kMost) {
        return reader_.Fail(ErrorCode::kUnknownCell, std::to_string(kMost + 1));
      }
      if (!ReadCell(&cells_->emplace_back())) return false;
    }
    return !reader_.failed();
  }

  bool ReadCell(ListedCell* listed) {
    if (!reader_.BeginObject()) return false;
    std::string_view key;
    while (reader_.NextMember(&key)) {
      if (!ReadCellMember(key, listed)) return false;
    }
    return !reader_.failed();
  }

  bool ReadCellMember(std::string_view key, ListedCell* listed) {
    if (key == "id") return reader_.ReadText(&listed->id.emplace());
    const CellField* field = FindCellField(key);
    if (field == nullptr) return RefuseKey(key);
    return ReadField(*field, &(listed->cell.*field->member));
  }

  // Gives every cell its values once all of the input is known.
  std::optional<Error> Complete() {
    const size_t count = scenario_.media.size() * kKindCount;
    scenario_.cells.assign(count, Cell{});
    return cells_ ? PlaceListedCells() : TakeDefaultCells();
  }

  std::optional<Error> TakeDefaultCells() {
    const Scenario& defaults = DefaultScenario();
    for (size_t i = 0; i < scenario_.media.size(); ++i) {
      for (size_t j = 0; j < defaults.media.size(); ++j) {
        if (scenario_.media[i].id != defaults.media[j].id) continue;
        for (size_t kind = 0; kind < kKindCount; ++kind) {
          scenario_.cells[i * kKindCount + kind] =
              defaults.cells[j * kKindCount + kind];
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Error> PlaceListedCells() {
    std::vector<bool> given(scenario_.cells.size());
    for (size_t i = 0; i < cells_->size(); ++i) {
      const ListedCell& listed = (*cells_)[i];
      int position = static_cast<int>(i);
      if (listed.id) position = FindCell(scenario_, *listed.id);
      if (position < 0 || position >= static_cast<int>(given.size())) {
        return CellError(ErrorCode::kUnknownCell, i);
      }
      const auto cell = static_cast<size_t>(position);
      if (given[cell]) return CellError(ErrorCode::kDuplicate, i);
      given[cell] = true;
      scenario_.cells[cell] = listed.cell;
    }
    return std::nullopt;
  }

  Error CellError(ErrorCode code, size_t index) const {
    const std::optional<std::string>& id = (*cells_)[index].id;
    std::string path = "cells[" + std::to_string(index) + "]";
    if (id) return {code, path + ".id", Quotable(*id)};
    if (index >= scenario_.cells.size()) {
      return {code, path, std::to_string(index + 1)};
    }
    return {code, path, CellId(scenario_, static_cast<int>(index))};
  }

  JsonReader& reader_;
  Scenario scenario_;
  std::optional<std::vector<ListedCell>> cells_;
};

}  // namespace

Result<Scenario> ReadScenario(JsonReader& reader) {
  return ScenarioReader(reader).Read();
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
  // Portfolio thresholds have no values of their own, unless some were kept
  // from before.
  if (thresholds != Thresholds{}) {
    writer.Member("cpc", thresholds.cpc).Member("cpa", thresholds.cpa);
  }
  writer.EndObject().EndObject();
}

std::string WriteScenario(const Scenario& scenario) {
  JsonWriter writer;
  WriteScenario(scenario, writer);
  return writer.Take();
}

}  // namespace sextant
