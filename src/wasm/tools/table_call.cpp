#include "wasm/tools/table_call.h"

#include <algorithm>
#include <new>
#include <string>
#include <utility>

#include "base/integer_text.h"
#include "engine/model/validation.h"
#include "exchange/import/delimited.h"
#include "exchange/json_reader.h"
#include "wasm/tools/call.h"
#include "wasm/tools/note_text.h"

namespace sextant {
namespace {

// Of the columns that a user can choose; the other roles are not for choosing.
constexpr ColumnRole kChoices[] = {
    ColumnRole::kChannel,  ColumnRole::kSourceMedium, ColumnRole::kCampaignType,
    ColumnRole::kCampaign, ColumnRole::kVisits,       ColumnRole::kOrders,
    ColumnRole::kRevenue,  ColumnRole::kCost};

std::string_view RoleName(ColumnRole role) {
  return kColumnRoleNames[static_cast<size_t>(role)];
}

// "social.paid": any medium, since scenarios may have others.
bool IsCellId(std::string_view id) {
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view kind = id.substr(dot + 1);
  if (kind != "organic" && kind != "paid") return false;
  Medium medium;
  medium.id = id.substr(0, dot);
  return dot <= kMaxMediumIdLength && !CheckMedia({&medium, 1});
}

bool TooMany(JsonReader& options, std::string path) {
  return options.FailAt(std::move(path), ErrorCode::kTooMany,
                        IntegerText(kMaxAnswers));
}

bool ReadChannels(JsonReader& options, TableOptions& asked) {
  if (!options.BeginObject()) return false;
  std::string_view name;
  while (options.NextMember(&name)) {
    if (asked.answers.size() == kMaxAnswers) {
      return TooMany(options, "channels");
    }
    std::string key(name);
    std::string_view cell;
    if (!options.ReadText(&cell)) return false;
    if (!cell.empty() && !IsCellId(cell)) {
      return options.Fail(ErrorCode::kUnknownCell, Truncated(cell));
    }
    asked.answers.push_back({std::move(key), std::string(cell)});
  }
  return !options.failed();
}

bool ReadRole(JsonReader& options, ColumnRole* role) {
  std::string_view name;
  if (!options.ReadText(&name)) return false;
  if (name.empty()) return true;
  for (const ColumnRole choice : kChoices) {
    if (name != RoleName(choice)) continue;
    *role = choice;
    return true;
  }
  return options.Fail(ErrorCode::kUnknownOption, Truncated(name));
}

bool ReadColumns(JsonReader& options, TableOptions& asked) {
  asked.chooses = true;
  if (!options.BeginObject()) return false;
  std::string_view header;
  while (options.NextMember(&header)) {
    if (asked.choices.size() == RecordReader::kMaxFields) {
      return TooMany(options, "columns");
    }
    TableOptions::Choice choice{std::string(header), ColumnRole::kNone};
    if (!ReadRole(options, &choice.role)) return false;
    for (const auto& other : asked.choices) {
      if (choice.role == ColumnRole::kNone || choice.role != other.role) {
        continue;
      }
      return options.Fail(ErrorCode::kDuplicate, RoleName(choice.role));
    }
    asked.choices.push_back(std::move(choice));
  }
  return !options.failed();
}

bool ReadCurrency(JsonReader& options, std::string* currency) {
  std::string_view code;
  if (!options.ReadText(&code)) return false;
  const auto error = CheckCurrency(code, "");
  if (error) return options.Fail(error->code, error->detail);
  *currency = code;
  return true;
}

bool ReadAsked(JsonReader& options, TableOptions& asked, Language* language) {
  return ReadCallOptions(
      options,
      [&](std::string_view key) {
        if (key == "channels") return ReadChannels(options, asked);
        if (key == "currency") return ReadCurrency(options, &asked.currency);
        if (key == "columns") return ReadColumns(options, asked);
        return RefuseOption(options, key);
      },
      language);
}

void WriteMeasures(const Measures& values, JsonWriter& json) {
  for (size_t i = 0; i < kMeasureCount; ++i) {
    json.Member(kMeasureNames[i], values[i]);
  }
}

void WriteNamed(std::string_view key, std::string_view name_key,
                std::span<const NamedMeasures> list, bool with_rows,
                JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const NamedMeasures& item : list) {
    json.BeginObject().Member(name_key, item.name);
    if (with_rows) json.Member("rows", static_cast<double>(item.rows));
    WriteMeasures(item.values, json);
    json.EndObject();
  }
  json.EndArray();
}

// null for "".
JsonWriter& WriteText(std::string_view text, JsonWriter& json) {
  return text.empty() ? json.Null() : json.Value(text);
}

void WriteDescription(const ImportedTable& table, JsonWriter& json) {
  const auto kind = static_cast<size_t>(table.kind);
  json.Member("kind", kExportKindNames[kind])
      .Member("encoding", "utf-8")
      .Member("delimiter", std::string_view(&table.delimiter, 1))
      .Member("decimal", std::string_view(&table.decimal, 1));
  WriteText(table.currency, json.Key("currency"));
  json.Key("period");
  if (table.period.known()) {
    json.BeginObject()
        .Member("start", DayText(table.period.start))
        .Member("end", DayText(table.period.end))
        .EndObject();
  } else {
    json.Null();
  }
  json.Key("columns").BeginArray();
  for (const auto& column : table.columns) {
    const ColumnRole role = column.role == ColumnRole::kKeyEvents
                                ? ColumnRole::kOrders
                                : column.role;
    json.BeginObject().Member("header", column.header).Key("meaning");
    WriteText(role == ColumnRole::kNone ? std::string_view() : RoleName(role),
              json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteNotes(const ImportedTable& table, Language language,
                JsonWriter& json) {
  json.Key("ignored").BeginArray();
  for (const IgnoredLine& line : table.ignored) {
    json.BeginObject()
        .Member("line", static_cast<double>(line.line))
        .Member("reason", NoteText(language, line.reason, line.values))
        .EndObject();
  }
  json.EndArray().Key("warnings").BeginArray();
  for (const TableWarning& warning : table.warnings) {
    json.BeginObject()
        .Member("code", warning.code)
        .Member("message", NoteText(language, warning.message, warning.values));
    WriteLines(warning.lines, json).EndObject();
  }
  json.EndArray();
}

void WriteTable(const ImportedTable& table, Language language,
                JsonWriter& json) {
  json.BeginObject().Key("table").BeginObject();
  WriteDescription(table, json);
  json.Key("rows").Null();
  WriteNamed("cells", "id", table.cells, false, json);
  WriteNamed("asks", "name", table.asks, true, json);
  json.Key("total").BeginObject();
  WriteMeasures(table.total, json);
  json.EndObject();
  WriteNamed("stated", "label", table.stated, false, json);
  WriteNotes(table, language, json);
  json.EndObject().Key("names").BeginArray();
  for (size_t i = 0; i < table.names.size(); ++i) json.Value(table.names[i]);
  json.EndArray().Key("cellIds").BeginArray();
  for (const std::string& id : table.cell_ids) json.Value(id);
  json.EndArray().EndObject();
}

}  // namespace

const ImportedTable* ReadTableCall(std::string_view text, JsonReader& options,
                                   JsonWriter& json) {
  TableOptions asked;
  Language language = UsualLanguage();
  if (!ReadAsked(options, asked, &language)) return nullptr;
  Result<ImportedTable> table = ReadTable(text, asked);
  if (!table) {
    options.FailAt(table.error().field, table.error().code,
                   table.error().detail);
    return nullptr;
  }
  WriteTable(table.value(), language, json);
  // Lives until the next call, as all memory does.
  return new ImportedTable(std::move(table.value()));
}

}  // namespace sextant
