#include "wasm/tools/apply_call.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/integer_text.h"
#include "exchange/import/apply_tables.h"
#include "exchange/scenario_json.h"
#include "wasm/tools/call.h"
#include "wasm/tools/note_text.h"

namespace sextant {
namespace {

bool ReadCopy(JsonReader& reader, std::string* copy) {
  std::string_view text;
  if (!reader.ReadText(&text)) return false;
  *copy = text;
  return true;
}

// Sums of a file: of any size, but finite.
bool ReadMeasure(JsonReader& reader, double* value) {
  constexpr double kLargest = 1e18;
  return ReadNumberWithin(reader, -kLargest, kLargest, value);
}

bool ReadCell(JsonReader& reader, NamedMeasures& cell) {
  cell.values.fill(kUnknown);
  if (!reader.BeginObject()) return false;
  std::string_view key;
  while (reader.NextMember(&key)) {
    if (key == "id") {
      if (!ReadCopy(reader, &cell.name)) return false;
      continue;
    }
    size_t measure = 0;
    while (measure < kMeasureCount && key != kMeasureNames[measure]) ++measure;
    if (measure == kMeasureCount) return RefuseOption(reader, key);
    if (!ReadMeasure(reader, &cell.values[measure])) return false;
  }
  return !reader.failed();
}

bool ReadCells(JsonReader& reader, std::vector<NamedMeasures>& cells) {
  if (!reader.BeginList()) return false;
  while (reader.NextElement()) {
    cells.emplace_back();
    if (!ReadCell(reader, cells.back())) return false;
    for (size_t i = 0; i + 1 < cells.size(); ++i) {
      if (cells[i].name != cells.back().name) continue;
      return reader.Fail(ErrorCode::kDuplicate, Truncated(cells.back().name));
    }
  }
  return !reader.failed();
}

bool ReadCount(JsonReader& reader, uint32_t* count) {
  double value = 0;
  if (!ReadNumberWithin(reader, 0, 1e9, &value)) return false;
  *count = static_cast<uint32_t>(value);
  return true;
}

bool ReadMoreOrders(JsonReader& reader, AppliedTable& table) {
  if (!reader.BeginList()) return false;
  while (reader.NextElement()) {
    AppliedTable::MoreOrders row{};
    if (!reader.BeginObject()) return false;
    std::string_view key;
    while (reader.NextMember(&key)) {
      const bool read = key == "cell"   ? ReadCopy(reader, &row.cell)
                        : key == "line" ? ReadCount(reader, &row.line)
                                        : RefuseOption(reader, key);
      if (!read) return false;
    }
    table.more_orders.push_back(std::move(row));
  }
  return !reader.failed();
}

bool ReadTable(JsonReader& reader, AppliedTable& table) {
  if (!reader.BeginObject()) return false;
  bool has_kind = false;
  std::string_view key;
  while (reader.NextMember(&key)) {
    bool read = false;
    if (key == "kind") {
      has_kind = true;
      read = ReadChoice(reader, kExportKindNames, &table.kind);
    } else if (key == "currency") {
      read = ReadCopy(reader, &table.currency);
    } else if (key == "cells") {
      read = ReadCells(reader, table.cells);
    } else if (key == "askedRows") {
      read = ReadCount(reader, &table.asked_rows);
    } else if (key == "hasUnreadableRows") {
      read = reader.ReadYesOrNo(&table.has_unreadable_rows);
    } else if (key == "revenueIsZero") {
      read = reader.ReadYesOrNo(&table.revenue_is_zero);
    } else if (key == "moreOrders") {
      read = ReadMoreOrders(reader, table);
    } else {
      read = RefuseOption(reader, key);
    }
    if (!read) return false;
  }
  if (reader.failed()) return false;
  return has_kind || reader.FailAt(reader.Path() + ".kind",
                                   ErrorCode::kWrongType, json_detail::kText);
}

bool ReadTables(JsonReader& reader, std::vector<AppliedTable>& tables) {
  if (!reader.BeginList()) return false;
  while (reader.NextElement()) {
    if (tables.size() == kMaxTables) {
      return reader.FailAt("tables", ErrorCode::kTooMany,
                           IntegerText(kMaxTables));
    }
    tables.emplace_back();
    if (!ReadTable(reader, tables.back())) return false;
  }
  return !reader.failed();
}

bool ReadAgreements(JsonReader& reader, Agreements& agreements) {
  if (!reader.BeginList()) return false;
  while (reader.NextElement()) {
    size_t agreement = 0;
    if (!ReadChoice(reader, kAgreementNames, &agreement)) return false;
    bool& agreed = agreements.agreed[agreement];
    if (agreed) {
      return reader.Fail(ErrorCode::kDuplicate, kAgreementNames[agreement]);
    }
    agreed = true;
  }
  return !reader.failed();
}

void WriteWarning(const ApplyWarning& warning, Language language,
                  JsonWriter& json) {
  json.BeginObject()
      .Member("code", warning.code)
      .Member("message", NoteText(language, warning.message, warning.values))
      .Key("table");
  if (warning.table < 0) {
    json.Null();
  } else {
    json.Value(warning.table);
  }
  json.Key("cell");
  if (warning.cell.empty()) {
    json.Null();
  } else {
    json.Value(warning.cell);
  }
  WriteLines(warning.lines, json).EndObject();
}

void WriteApplied(const Applied& applied, Language language, JsonWriter& json) {
  json.BeginObject().Key("scenario");
  WriteScenario(applied.scenario, json);
  json.Key("changed").BeginArray();
  for (const AppliedChange& change : applied.changed) {
    json.BeginObject()
        .Member("id",
                CellId(applied.scenario, change.cell) + '/' + change.field)
        .Member("before", change.before)
        .Member("after", change.after)
        .EndObject();
  }
  json.EndArray().Key("warnings").BeginArray();
  for (const ApplyWarning& warning : applied.warnings) {
    WriteWarning(warning, language, json);
  }
  json.EndArray().EndObject();
}

}  // namespace

bool ApplyCall(const Scenario& scenario, JsonReader& options,
               JsonWriter& json) {
  Language language = UsualLanguage();
  Agreements agreements;
  std::vector<AppliedTable> tables;
  const bool read = ReadCallOptions(
      options,
      [&](std::string_view key) {
        if (key == "agree") return ReadAgreements(options, agreements);
        if (key == "tables") return ReadTables(options, tables);
        return RefuseOption(options, key);
      },
      &language);
  if (!read) return false;
  WriteApplied(ApplyTables(scenario, tables, agreements), language, json);
  return true;
}

}  // namespace sextant
