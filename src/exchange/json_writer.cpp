#include "exchange/json_writer.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "exchange/number_text.h"

namespace sextant {

char* JsonWriter::Room(size_t size) {
  if (capacity_ - size_ < size) {
    capacity_ = 2 * (size_ + size) + 1000;
    std::unique_ptr<char[]> larger(new char[capacity_]);
    if (size_ > 0) std::memcpy(larger.get(), text_.get(), size_);
    text_ = std::move(larger);
  }
  return text_.get() + size_;
}

JsonWriter& JsonWriter::Write(std::string_view text, bool quoted) {
  static constexpr char kHex[] = "0123456789abcdef";
  constexpr size_t kLongestEscape = 6;
  char* end = Room(kLongestEscape * text.size() + 3);
  if (size_ > 0 && (quoted || !EndsValue(text.front()))) {
    const char last = end[-1];
    if (last != '{' && last != '[' && last != ':') *end++ = ',';
  }
  if (quoted) *end++ = '"';
  // What is not quoted has nothing to escape.
  for (const char c : text) {
    if (quoted && (c == '"' || c == '\\')) *end++ = '\\';
    if (static_cast<unsigned char>(c) >= 0x20) {
      *end++ = c;
      continue;
    }
    std::memcpy(end, "\\u00", 4);
    end[4] = kHex[c >> 4];
    end[5] = kHex[c & 15];
    end += kLongestEscape;
  }
  if (quoted) *end++ = '"';
  size_ = static_cast<size_t>(end - text_.get());
  return *this;
}

JsonWriter& JsonWriter::BeginObject() { return Write("{", false); }
JsonWriter& JsonWriter::EndObject() { return Write("}", false); }
JsonWriter& JsonWriter::BeginArray() { return Write("[", false); }
JsonWriter& JsonWriter::EndArray() { return Write("]", false); }

JsonWriter& JsonWriter::Key(std::string_view key) {
  return Value(key).Write(":", false);
}

JsonWriter& JsonWriter::Value(std::string_view text) {
  return Write(text, true);
}

JsonWriter& JsonWriter::Value(bool value) {
  return Write(value ? "true" : "false", false);
}

JsonWriter& JsonWriter::Value(double value) {
  if (!std::isfinite(value)) return Null();
  return Write(NumberText(value), false);
}

JsonWriter& JsonWriter::Null() { return Write("null", false); }

}  // namespace sextant
