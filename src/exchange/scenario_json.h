// A scenario as JSON, as in the JavaScript API (DOMAIN.md, section 2).
#ifndef SEXTANT_EXCHANGE_SCENARIO_JSON_H_
#define SEXTANT_EXCHANGE_SCENARIO_JSON_H_

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/fields.h"
#include "engine/model/lists.h"
#include "engine/model/result.h"
#include "engine/model/scenario.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace sextant {

// Anything left out takes its default. Without "cells", media with the same id
// as in the default scenario have its cells. With "cells", a cell that is not
// listed is zero, and one without id is identified by its position. Invalid
// input is refused with its path; a returned scenario is valid.
Result<Scenario> ReadScenario(std::string_view json);

// The same from a reader positioned at the scenario's value.
Result<Scenario> ReadScenario(JsonReader& reader);

// Reads one scenario after another. If only numbers have changed since the last
// one, it needs neither the text nor an allocation (unless there are numbers in
// the lists of assists, of months, or of cells in a block: those it reads
// anew).
class ScenarioReader {
 public:
  ScenarioReader() = default;
  ScenarioReader(const ScenarioReader&) = delete;
  ScenarioReader& operator=(const ScenarioReader&) = delete;

  // From now on, shares of segments that do not sum to 1 are divided by their
  // sum instead of refused.
  void NormaliseSharesRead() { normalises_shares_ = true; }

  // As ReadScenario.
  std::optional<Error> Read(JsonReader& reader);

  // Replaces the numbers of the last text by `numbers`, in the same order.
  // False when there was no text, when the count differs, or when a number is
  // refused; Read then gives the error.
  bool ReadNumbers(std::span<const double> numbers);

  // The last scenario that was read without error.
  const Scenario& scenario() const { return scenario_; }

 private:
  // Media may come after the cells that refer to them, so cells are kept as
  // listed until the end.
  struct ListedCell {
    bool has_id = false;
    // Cut to what a message quotes, which is longer than any valid id.
    InlineText<kQuotedBytes> id;
    Cell cell;
    size_t position = 0;
  };
  // The place of a number of the text in the scenario.
  struct Number {
    double* value;
    const FieldDefinition* field;
  };
  static constexpr size_t kMaxNumbers =
      kMaxCells * kCellFieldCount + kScenarioFieldCount;

  bool ReadMember(std::string_view key);
  bool RefuseKey(std::string_view key);
  bool Accept(const std::optional<Error>& error);
  bool ReadField(const FieldDefinition& field, double* value);
  // The object whose fields' ids begin with `block`: "flywheel.segments.".
  bool ReadBlock(std::string_view block);
  bool ReadBlockMember(std::string_view block, std::string_view key);
  bool ReadScenarioField(const ScenarioField& field);
  bool ReadMode();
  // Lists refer to cells, and media may come after them, so they are read at
  // the end: a copy of the reader is kept, and the list skipped.
  std::optional<Error> ReadPostponed();
  bool ReadList(size_t list);
  bool ReadRow(size_t list, size_t place, std::array<bool, kMaxCells>& given);
  bool ReadColumn(const Column& column, double* value);
  bool ReadMedia();
  bool FailMediaCount();
  bool ReadMedium(Medium* medium);
  bool ReadCells();
  bool ReadCell(ListedCell& listed);
  bool ReadCellMember(std::string_view key, ListedCell& listed);
  void StartCells();
  std::optional<Error> PlaceListedCells();
  Error CellError(ErrorCode code, size_t index) const;

  JsonReader* reader_ = nullptr;
  Scenario scenario_;
  bool normalises_shares_ = false;
  bool lists_cells_ = false;
  size_t listed_count_ = 0;
  std::array<ListedCell, kMaxCells> listed_;
  std::array<std::optional<JsonReader>, kListCount> postponed_;
  bool can_repeat_ = false;
  size_t number_count_ = 0;
  std::array<Number, kMaxNumbers> numbers_;
};

// The complete scenario, including defaults. Reads back as the same scenario
// bit for bit.
std::string WriteScenario(const Scenario& scenario);
void WriteScenario(const Scenario& scenario, JsonWriter& writer);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_SCENARIO_JSON_H_
