// A strict pull parser for JSON: the caller asks for what it expects next, so
// no tree is built. Errors have the path of the value
// ("cells[1].conversionRate") and, in a text, the line.
#ifndef SEXTANT_EXCHANGE_JSON_READER_H_
#define SEXTANT_EXCHANGE_JSON_READER_H_

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/result.h"

namespace sextant {

// How many bytes of the input an error message quotes at most. Truncated cuts
// between two characters.
inline constexpr size_t kQuotedBytes = 64;
std::string_view Truncated(std::string_view text);

// Error::detail of kWrongType and kBadSyntax; error_message.cpp has the texts.
namespace json_detail {
inline constexpr std::string_view kNumber = "number";
inline constexpr std::string_view kText = "text";
inline constexpr std::string_view kYesOrNo = "yesOrNo";
inline constexpr std::string_view kObject = "object";
inline constexpr std::string_view kList = "list";
inline constexpr std::string_view kUnexpectedCharacter = "unexpectedCharacter";
inline constexpr std::string_view kUnexpectedEnd = "unexpectedEnd";
inline constexpr std::string_view kBadNumber = "badNumber";
inline constexpr std::string_view kBadText = "badText";
inline constexpr std::string_view kTooDeep = "tooDeep";
}  // namespace json_detail

// RFC 8259 and stricter: duplicate keys and invalid UTF-8 are refused, nesting
// is limited.
//
// JavaScript passes objects in a compact form (web/engine/boundary.mjs): the
// same text, in which `#` stands for the next of `numbers` (so that NaN,
// infinity and −0 are passed unchanged) and `?` for a value that JSON cannot
// express (a function, a Date).
//
// A function returns false when it has failed, or when a list or object has no
// more entries; failed() tells which. After a failure every function returns
// false.
class JsonReader {
 public:
  static constexpr size_t kMaxDepth = 16;

  explicit JsonReader(std::string_view text) : text_(text) {}
  JsonReader(std::string_view structure, std::span<const double> numbers)
      : text_(structure), numbers_(numbers), compact_(true) {}

  // Each of these enters the list or object; the matching Next… leaves it when
  // it returns false.
  bool BeginObject();
  // `key` is valid until the next member is read.
  bool NextMember(std::string_view* key);
  bool BeginList();
  bool NextElement();

  // `text` is valid until the next text is read.
  bool ReadText(std::string_view* text);
  // −0 becomes 0. In JSON text the number is finite unless it is too large for
  // a double; in the compact form it may be any number of JavaScript.
  bool ReadNumber(double* number);

  bool ReadYesOrNo(bool* yes);

  // Passes a list without reading it; a copy of the reader, made before, can
  // read it later. Any other value is refused.
  bool SkipList();

  // Nothing but white space may be left.
  bool Finish();

  // From here on, paths do not mention the lists and objects already entered.
  void StartPathsHere() { path_start_ = depth_; }
  void StartPathsAtRoot() { path_start_ = 0; }

  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }

  // Refuses the current value, or the one at `path`; returns false.
  bool Fail(ErrorCode code, std::string_view detail = {});
  bool FailAt(std::string path, ErrorCode code, std::string_view detail = {});
  // The path of the current value.
  std::string Path() const;

 private:
  // Where a key is in keys_.
  struct Key {
    size_t start = 0;
    size_t size = 0;
  };
  struct Level {
    bool is_list = false;
    bool has_key = false;
    int index = -1;        // of the current element or member
    Key key;               // of the current member
    size_t first_key = 0;  // where the keys of this object start in keys_
  };

  char Peek();  // the next character that is not white space; 0 at the end
  bool Enter(char bracket, std::string_view expected);
  bool HasNext(char closing);
  bool RememberKey(std::string_view key);
  // Finds the contents of the text literal at the current position, escapes
  // included.
  bool ScanText(std::string_view* raw, bool* has_escapes);
  bool Unescape(std::string_view raw, std::string* text);
  bool ExpectType(bool as_expected, std::string_view type);
  bool FailSyntax(std::string_view reason);

  std::string_view text_;
  std::span<const double> numbers_;
  bool compact_ = false;
  size_t position_ = 0;
  size_t next_number_ = 0;
  size_t path_start_ = 0;
  size_t depth_ = 0;
  std::array<Level, kMaxDepth> levels_;
  // The keys of the entered objects, each followed by a byte that is in no
  // UTF-8 text.
  std::string keys_;
  std::string key_;        // the current one, without escapes
  std::string unescaped_;  // the last text that had escapes, without them
  std::optional<Error> error_;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_JSON_READER_H_
