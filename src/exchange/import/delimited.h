// Reads text with delimiters (RFC 4180, and what spreadsheets make of it) one
// record after another, without copying it.
#ifndef SEXTANT_EXCHANGE_IMPORT_DELIMITED_H_
#define SEXTANT_EXCHANGE_IMPORT_DELIMITED_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sextant {

// A field of a record: where it is in the text, without its quotes.
struct Field {
  uint32_t start = 0;
  uint32_t size = 0;
  bool has_doubled_quotes = false;
};

class RecordReader {
 public:
  // More fields than these are counted, but not kept.
  static constexpr size_t kMaxFields = 512;

  // `text` is shorter than 4 GB.
  RecordReader(std::string_view text, char delimiter)
      : text_(text), delimiter_(delimiter) {}

  // Reads the next record; false at the end of the text. Lines end in LF, CRLF
  // or CR; inside quotes they do not.
  bool Next();

  // In how many fields the record has; only the first kMaxFields can be asked
  // for.
  size_t count() const { return count_; }
  size_t kept() const { return count_ < kMaxFields ? count_ : kMaxFields; }
  const Field& field(size_t at) const { return fields_[at]; }
  // As it stands in the file: doubled quotes are still doubled.
  std::string_view raw(size_t at) const {
    return text_.substr(fields_[at].start, fields_[at].size);
  }
  // Trimmed, with single quotes.
  std::string Text(size_t at) const;
  bool IsBlank() const;
  // "#" alone, or what begins with "# ".
  bool IsComment() const;
  // The whole record, as it stands in the file.
  std::string_view Whole() const {
    return text_.substr(record_start_, record_end_ - record_start_);
  }
  // The line of the file on which it begins, from 1.
  uint32_t line() const { return record_line_; }

 private:
  bool ReadQuoted(Field* field);
  void ReadPlain(Field* field);
  void EndLine();

  std::string_view text_;
  char delimiter_;
  size_t at_ = 0;
  size_t record_start_ = 0;
  size_t record_end_ = 0;
  uint32_t next_line_ = 1;
  uint32_t record_line_ = 1;
  size_t count_ = 0;
  // A quote that is never closed does not quote, nor does any after it.
  bool quotes_ = true;
  std::array<Field, kMaxFields> fields_;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_DELIMITED_H_
