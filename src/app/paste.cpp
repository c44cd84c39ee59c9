#include "app/paste.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/typed_number.h"
#include "base/integer_text.h"
#include "exchange/error_message.h"
#include "exchange/number_text.h"
#include "words/names.h"

namespace sextant {
namespace {

// Splits a block into its values, one after the other.
class BlockReader {
 public:
  // A line break at the end begins no line.
  explicit BlockReader(std::string_view text) : rest_(text) {
    while (!rest_.empty() && (rest_.back() == '\n' || rest_.back() == '\r')) {
      rest_.remove_suffix(1);
    }
  }

  bool at_end() const { return at_end_; }
  int line() const { return line_; }
  int column() const { return column_; }

  // The value at line() and column(), before it goes on to the next.
  std::string Take() {
    std::string value;
    bool quoted = false;
    size_t i = 0;
    for (; i < rest_.size(); ++i) {
      const char c = rest_[i];
      if (c == '"' && (quoted || value.empty())) {
        // Two within quotes are one of the value.
        if (quoted && i + 1 < rest_.size() && rest_[i + 1] == '"') {
          value += rest_[++i];
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == '\t' || c == '\n')) {
        break;
      } else if (c != '\r') {
        value += c;
      }
    }
    at_end_ = i == rest_.size();
    next_line_ = !at_end_ && rest_[i] == '\n';
    rest_.remove_prefix(std::min(i + 1, rest_.size()));
    return value;
  }

  void Next() {
    line_ += next_line_ ? 1 : 0;
    column_ = next_line_ ? 0 : column_ + 1;
  }

 private:
  std::string_view rest_;
  int line_ = 0;
  int column_ = 0;
  bool at_end_ = false;
  bool next_line_ = false;
};

// Where the values of a block go: fields of cells, from `start` on.
std::optional<FieldAddress> Target(const Session& session,
                                   const FieldAddress& start, int line,
                                   int column) {
  const auto fields = CellFieldsShown(Shown::kCard);
  const auto first =
      std::find(fields.begin(), fields.end(), &CellFields()[start.index]);
  const int cell = start.cell + line;
  if (cell >= static_cast<int>(session.scenario().cells.size()) ||
      fields.end() - first <= column) {
    return std::nullopt;
  }
  return AddressOf(**(first + column), cell);
}

// A value in quotes may have both in it, which separate what a preview says.
std::string OneLine(std::string text) {
  for (char& c : text) c = c == '\t' || c == '\n' ? ' ' : c;
  return text;
}

struct PastedValue {
  int line;
  int column;
  std::string text;
  std::optional<FieldAddress> field;
  double value = 0;
  std::string refusal;  // empty: it can be taken
};

// Whether it can be taken, and as what. A block has to be clear: of a question
// only the first line is said.
void Check(const Session& session, Language language, PastedValue& pasted) {
  if (!pasted.field) {
    pasted.refusal = Text(language, TextId::kUiPasteNoInput);
    return;
  }
  const FieldDefinition& definition = pasted.field->definition();
  const std::string doubt =
      DoubtAbout(pasted.text, definition.unit,
                 session.scenario().currency.view(), language);
  pasted.refusal = doubt.substr(0, doubt.find('\n'));
  if (!doubt.empty()) return;
  const Result<double> number = ParseTypedNumber(pasted.text, definition.unit);
  const auto error = number.ok()
                         ? CheckField(definition, number.value(), definition.id)
                         : number.error();
  if (error) {
    pasted.refusal = InputErrorMessage(*error, language, definition);
  } else {
    pasted.value = number.value();
  }
}

// Without the empty ones.
std::vector<PastedValue> ReadBlock(const Session& session,
                                   const FieldAddress& start,
                                   std::string_view text, Language language) {
  std::vector<PastedValue> values;
  BlockReader reader(text);
  for (bool more = true; more; reader.Next()) {
    PastedValue pasted = {
        reader.line(),
        reader.column(),
        reader.Take(),
        Target(session, start, reader.line(), reader.column()),
        0,
        {}};
    more = !reader.at_end();
    if (pasted.text.find_first_not_of(" \u00a0") == std::string::npos) continue;
    Check(session, language, pasted);
    values.push_back(std::move(pasted));
  }
  return values;
}

void Take(Session& session, const std::vector<PastedValue>& values) {
  std::vector<edit::SetField> edits;
  for (const PastedValue& pasted : values) {
    if (pasted.refusal.empty()) edits.push_back({*pasted.field, pasted.value});
  }
  (void)session.Apply(edit::SetFields{edits});
}

}  // namespace

std::string Paste(Session& session, const FieldAddress& start,
                  std::string_view text, Language language) {
  const auto values = ReadBlock(session, start, text, language);
  for (const PastedValue& pasted : values) {
    if (pasted.refusal.empty()) continue;
    return FormatText(language, TextId::kUiPasteRefused,
                      {{"line", IntegerText(pasted.line + 1)},
                       {"column", IntegerText(pasted.column + 1)},
                       {"reason", pasted.refusal}});
  }
  Take(session, values);
  return {};
}

void PasteOthers(Session& session, const FieldAddress& start,
                 std::string_view text, Language language) {
  Take(session, ReadBlock(session, start, text, language));
}

std::string PreviewPaste(const Session& session, const FieldAddress& start,
                         std::string_view text, Language language) {
  const auto values = ReadBlock(session, start, text, language);
  const auto fitting = std::count_if(
      values.begin(), values.end(),
      [](const PastedValue& pasted) { return pasted.refusal.empty(); });
  std::string rows =
      FormatText(language, TextId::kUiPasteOthers,
                 {{"count", IntegerText(static_cast<int>(fitting))}});
  for (const PastedValue& pasted : values) {
    rows += '\n';
    if (pasted.field) {
      rows += CellName(session.scenario(), pasted.field->cell, language);
      rows += " · ";
      rows += Text(language, pasted.field->definition().label);
    }
    rows += '\t' + OneLine(pasted.text) + '\t' + pasted.refusal;
  }
  return rows;
}

}  // namespace sextant
