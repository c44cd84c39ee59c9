#include "app/paste.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/typed_number.h"
#include "base/integer_text.h"
#include "exchange/error_message.h"
#include "exchange/number_text.h"

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

}  // namespace

std::string Paste(Session& session, const FieldAddress& start,
                  std::string_view text, Language language) {
  std::vector<edit::SetField> edits;
  BlockReader reader(text);
  for (bool more = true; more; reader.Next()) {
    const std::string value = reader.Take();
    more = !reader.at_end();
    const bool blank = value.find_first_not_of(" \u00a0") == std::string::npos;
    if (blank) continue;
    const auto refuse = [&](std::string_view reason) {
      return FormatText(language, TextId::kUiPasteRefused,
                        {{"line", IntegerText(reader.line() + 1)},
                         {"column", IntegerText(reader.column() + 1)},
                         {"reason", reason}});
    };
    const auto field = Target(session, start, reader.line(), reader.column());
    if (!field) return refuse(Text(language, TextId::kUiPasteNoInput));
    const FieldDefinition& definition = field->definition();
    // A block has to be clear: of a question, only the first line is said.
    const std::string doubt = DoubtAbout(
        value, definition.unit, session.scenario().currency.view(), language);
    if (!doubt.empty()) return refuse(doubt.substr(0, doubt.find('\n')));
    const Result<double> number = ParseTypedNumber(value, definition.unit);
    const auto error =
        number.ok() ? CheckField(definition, number.value(), definition.id)
                    : number.error();
    if (error) return refuse(InputErrorMessage(*error, language, definition));
    edits.push_back({*field, number.value()});
  }
  (void)session.Apply(edit::SetFields{edits});
  return {};
}

}  // namespace sextant
