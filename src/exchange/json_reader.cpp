#include "exchange/json_reader.h"

#include <algorithm>
#include <cstdint>

#include "base/integer_text.h"
#include "base/utf8.h"
#include "exchange/number_text.h"

namespace sextant {
namespace {

using namespace json_detail;

constexpr char kKeyEnd = '\xFF';

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool IsNumberStart(char c) { return c == '-' || (c >= '0' && c <= '9'); }

bool IsNumberPart(char c) {
  return IsNumberStart(c) || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// Whether a value of any type may start with `c`.
bool IsValueStart(char c) {
  return IsNumberStart(c) || c == '"' || c == '{' || c == '[' || c == 't' ||
         c == 'f' || c == 'n';
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Reads four hexadecimal digits at the start of `text`; -1 if there are not
// four.
int32_t HexCodeUnit(std::string_view text) {
  if (text.size() < 4) return -1;
  int32_t unit = 0;
  for (int i = 0; i < 4; ++i) {
    const int digit = HexValue(text[static_cast<size_t>(i)]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool IsHighSurrogate(int32_t unit) { return unit >> 10 == 0xD800 >> 10; }
bool IsLowSurrogate(int32_t unit) { return unit >> 10 == 0xDC00 >> 10; }

char SimpleEscape(char c) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kCharacters = "\"\\/\b\f\n\r\t";
  const size_t found = kNames.find(c);
  return found == std::string_view::npos ? '\0' : kCharacters[found];
}

}  // namespace

std::string_view Truncated(std::string_view text) {
  size_t length = std::min(text.size(), kQuotedBytes);
  // Not in the middle of a code point.
  while (length < text.size() && (text[length] & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

bool JsonReader::Fail(ErrorCode code, std::string_view detail) {
  return FailAt(Path(), code, detail);
}

bool JsonReader::FailAt(std::string path, ErrorCode code,
                        std::string_view detail) {
  if (failed()) return false;
  const std::string_view before = text_.substr(0, position_);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  error_ = Error{code, std::move(path), std::string(detail),
                 compact_ ? 0 : static_cast<int>(line)};
  return false;
}

bool JsonReader::FailSyntax(std::string_view reason) {
  return Fail(
      ErrorCode::kBadSyntax,
      position_ < text_.size() || reason == kTooDeep ? reason : kUnexpectedEnd);
}

std::string JsonReader::Path() const {
  std::string path;
  for (size_t i = path_start_; i < depth_; ++i) {
    const Level& level = levels_[i];
    if (level.is_list && level.index >= 0) {
      path += '[';
      path += IntegerText(level.index);
      path += ']';
    } else if (level.has_key) {
      if (!path.empty()) path += '.';
      path += Truncated(
          std::string_view(keys_).substr(level.key.start, level.key.size));
    }
  }
  return path;
}

char JsonReader::Peek() {
  while (position_ < text_.size() && IsSpace(text_[position_])) ++position_;
  return position_ < text_.size() ? text_[position_] : '\0';
}

// A value of another type is kWrongType; anything else is kBadSyntax.
bool JsonReader::ExpectType(bool as_expected, std::string_view type) {
  if (failed()) return false;
  if (as_expected) return true;
  const char c = Peek();
  if (IsValueStart(c) || (compact_ && (c == '#' || c == '?'))) {
    return Fail(ErrorCode::kWrongType, type);
  }
  return FailSyntax(kUnexpectedCharacter);
}

bool JsonReader::Enter(char bracket, std::string_view expected) {
  if (!ExpectType(Peek() == bracket, expected)) return false;
  if (depth_ == kMaxDepth) return FailSyntax(kTooDeep);
  ++position_;
  Level& level = levels_[depth_++];
  level = Level();
  level.is_list = bracket == '[';
  level.first_key = keys_.size();
  return true;
}

// Moves past the comma to the next entry, or past the closing bracket.
bool JsonReader::HasNext(char closing) {
  if (failed()) return false;
  Level& level = levels_[depth_ - 1];
  const bool first = level.index < 0;
  const char c = Peek();
  if (c == closing) {
    ++position_;
    keys_.resize(level.first_key);
    --depth_;
    return false;
  }
  ++level.index;
  if (first) return true;
  if (c != ',') return FailSyntax(kUnexpectedCharacter);
  ++position_;
  return true;
}

bool JsonReader::BeginObject() { return Enter('{', kObject); }

bool JsonReader::BeginList() { return Enter('[', kList); }

bool JsonReader::NextElement() { return HasNext(']'); }

bool JsonReader::NextMember(std::string_view* key) {
  if (!HasNext('}')) return false;
  levels_[depth_ - 1].has_key = false;
  if (Peek() != '"') return FailSyntax(kUnexpectedCharacter);
  bool has_escapes = false;
  if (!ScanText(key, &has_escapes)) return false;
  if (has_escapes) {
    if (!Unescape(*key, &key_)) return false;
    *key = key_;
  }
  if (!RememberKey(*key)) return false;
  if (Peek() != ':') return FailSyntax(kUnexpectedCharacter);
  ++position_;
  return true;
}

bool JsonReader::RememberKey(std::string_view key) {
  Level& level = levels_[depth_ - 1];
  const size_t start = keys_.size();
  keys_ += key;
  keys_ += kKeyEnd;
  level.key = {start, key.size()};
  level.has_key = true;
  // Compares complete earlier keys of this object.
  for (size_t i = level.first_key; i < start;) {
    const size_t end = keys_.find(kKeyEnd, i);
    if (std::string_view(keys_).substr(i, end - i) == key) {
      return Fail(ErrorCode::kDuplicate, Truncated(key));
    }
    i = end + 1;
  }
  return true;
}

bool JsonReader::ScanText(std::string_view* raw, bool* has_escapes) {
  const size_t start = ++position_;
  for (; position_ < text_.size(); ++position_) {
    const char c = text_[position_];
    if (c == '"') {
      *raw = text_.substr(start, position_++ - start);
      return IsUtf8(*raw) || Fail(ErrorCode::kBadText);
    }
    if (static_cast<unsigned char>(c) < 0x20) break;
    if (c != '\\') continue;
    *has_escapes = true;
    ++position_;
  }
  return FailSyntax(kBadText);
}

bool JsonReader::Unescape(std::string_view raw, std::string* text) {
  text->clear();
  for (size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      *text += raw[i];
      continue;
    }
    const char name = raw[++i];
    if (const char simple = SimpleEscape(name)) {
      *text += simple;
      continue;
    }
    int32_t unit = name == 'u' ? HexCodeUnit(raw.substr(i + 1)) : -1;
    if (unit < 0) return FailSyntax(kBadText);
    i += 4;
    if (IsHighSurrogate(unit) && raw.substr(i + 1, 2) == "\\u") {
      const int32_t low = HexCodeUnit(raw.substr(i + 3));
      if (IsLowSurrogate(low)) {
        unit = 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF);
        i += 6;
      }
    }
    // Half of a surrogate pair is not a character.
    if (IsHighSurrogate(unit) || IsLowSurrogate(unit)) {
      return Fail(ErrorCode::kBadText);
    }
    AppendCodePoint(*text, unit);
  }
  return true;
}

bool JsonReader::ReadText(std::string_view* text) {
  if (!ExpectType(Peek() == '"', kText)) return false;
  bool has_escapes = false;
  if (!ScanText(text, &has_escapes)) return false;
  if (has_escapes) {
    if (!Unescape(*text, &unescaped_)) return false;
    *text = unescaped_;
  }
  return true;
}

bool JsonReader::ReadNumber(double* number) {
  const char c = Peek();
  if (compact_) {
    if (!ExpectType(c == '#', kNumber)) return false;
    if (next_number_ >= numbers_.size()) return FailSyntax(kBadNumber);
    ++position_;
    *number = numbers_[next_number_++] + 0.0;
    return true;
  }
  if (!ExpectType(IsNumberStart(c), kNumber)) return false;
  const size_t start = position_;
  while (position_ < text_.size() && IsNumberPart(text_[position_])) {
    ++position_;
  }
  const std::optional<double> value =
      ParseNumber(text_.substr(start, position_ - start));
  if (!value) return Fail(ErrorCode::kBadSyntax, kBadNumber);
  *number = *value + 0.0;
  return true;
}

bool JsonReader::ReadYesOrNo(bool* yes) {
  *yes = Peek() == 't';
  const std::string_view word = *yes ? "true" : "false";
  if (!ExpectType(text_.substr(position_, word.size()) == word, kYesOrNo)) {
    return false;
  }
  position_ += word.size();
  return true;
}

bool JsonReader::SkipList() {
  if (!ExpectType(Peek() == '[', kList)) return false;
  int open = 0;
  bool in_text = false;
  while (position_ < text_.size()) {
    const char c = text_[position_++];
    if (in_text && c == '\\') {
      ++position_;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text) {
      if (c == '[' || c == '{') ++open;
      if (c == ']' || c == '}') --open;
      if (c == '#') ++next_number_;
      if (open == 0) return true;
    }
  }
  return FailSyntax(kUnexpectedEnd);
}

bool JsonReader::Finish() {
  if (failed()) return false;
  if (Peek() == '\0' && position_ >= text_.size()) return true;
  return FailSyntax(kUnexpectedCharacter);
}

}  // namespace sextant
