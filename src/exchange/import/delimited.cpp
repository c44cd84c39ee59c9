#include "exchange/import/delimited.h"

#include "exchange/import/names.h"

namespace sextant {
namespace {

bool EndsLine(char c) { return c == '\n' || c == '\r'; }

}  // namespace

bool RecordReader::Next() {
  if (at_ >= text_.size()) return false;
  record_start_ = at_;
  record_line_ = next_line_;
  count_ = 0;
  for (;;) {
    Field field;
    const bool quoted = quotes_ && at_ < text_.size() && text_[at_] == '"';
    if (!quoted || !ReadQuoted(&field)) ReadPlain(&field);
    if (count_ < kMaxFields) fields_[count_] = field;
    ++count_;
    if (at_ >= text_.size() || text_[at_] != delimiter_) break;
    ++at_;
  }
  record_end_ = at_;
  EndLine();
  return true;
}

// Leaves at_ after the closing quote and whatever follows it in the field.
bool RecordReader::ReadQuoted(Field* field) {
  const size_t start = at_ + 1;
  uint32_t lines = 0;
  size_t at = start;
  for (; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '\n' || (c == '\r' && text_.substr(at + 1, 1) != "\n")) ++lines;
    if (c != '"') continue;
    if (text_.substr(at + 1, 1) != "\"") break;
    field->has_doubled_quotes = true;
    ++at;
  }
  if (at >= text_.size()) {
    quotes_ = false;
    field->has_doubled_quotes = false;
    return false;
  }
  field->start = static_cast<uint32_t>(start);
  field->size = static_cast<uint32_t>(at - start);
  next_line_ += lines;
  for (at_ = at + 1; at_ < text_.size(); ++at_) {
    if (text_[at_] == delimiter_ || EndsLine(text_[at_])) break;
  }
  return true;
}

void RecordReader::ReadPlain(Field* field) {
  const size_t start = at_;
  const char* const data = text_.data();
  const size_t end = text_.size();
  size_t at = at_;
  while (at < end && data[at] != delimiter_ && !EndsLine(data[at])) ++at;
  at_ = at;
  field->start = static_cast<uint32_t>(start);
  field->size = static_cast<uint32_t>(at - start);
}

void RecordReader::EndLine() {
  if (at_ >= text_.size()) return;
  const bool is_pair = text_.substr(at_, 2) == "\r\n";
  at_ += is_pair ? 2 : 1;
  ++next_line_;
}

std::string RecordReader::Text(size_t at) const {
  const std::string_view whole = Trimmed(raw(at));
  if (!fields_[at].has_doubled_quotes) return std::string(whole);
  std::string text;
  for (size_t i = 0; i < whole.size(); ++i) {
    text += whole[i];
    if (whole.substr(i, 2) == "\"\"") ++i;
  }
  return text;
}

bool RecordReader::IsBlank() const {
  for (size_t i = 0; i < kept(); ++i) {
    if (!Trimmed(raw(i)).empty()) return false;
  }
  return count_ <= kMaxFields;
}

bool RecordReader::IsComment() const {
  const std::string_view first = Trimmed(raw(0));
  return first == "#" || first.starts_with("# ");
}

}  // namespace sextant
