#include "exchange/json_writer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "exchange/number_text.h"

namespace sextant {

char* JsonWriter::Room(size_t size) {
  if (capacity_ - size_ < size) {
    capacity_ = std::max<size_t>(2 * capacity_, size_ + size + 1000);
    std::unique_ptr<char[]> larger(new char[capacity_]);
    if (size_ > 0) std::memcpy(larger.get(), text_.get(), size_);
    text_ = std::move(larger);
  }
  return text_.get() + size_;
}

char* JsonWriter::RoomForValue(size_t size) {
  char* end = Room(size + 1);
  if (size_ == 0) return end;
  const char last = end[-1];
  if (last != '{' && last != '[' && last != ':') *end++ = ',';
  return end;
}

JsonWriter& JsonWriter::Literal(std::string_view text) {
  char* const end = RoomForValue(text.size());
  return WrittenUpTo(std::copy(text.begin(), text.end(), end));
}

JsonWriter& JsonWriter::Open(char bracket) {
  char* end = RoomForValue(1);
  *end++ = bracket;
  return WrittenUpTo(end);
}

JsonWriter& JsonWriter::Close(char bracket) {
  char* end = Room(1);
  *end++ = bracket;
  return WrittenUpTo(end);
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Value(key);
  return Close(':');
}

JsonWriter& JsonWriter::Value(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  constexpr size_t kLongestEscape = 6;
  char* end = RoomForValue(kLongestEscape * text.size() + 2);
  *end++ = '"';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      for (const char escape : {'\\', 'u', '0', '0', kHex[c >> 4]}) {
        *end++ = escape;
      }
      *end++ = kHex[c & 15];
      continue;
    }
    if (c == '"' || c == '\\') *end++ = '\\';
    *end++ = c;
  }
  *end++ = '"';
  return WrittenUpTo(end);
}

JsonWriter& JsonWriter::Value(bool value) {
  return Literal(value ? "true" : "false");
}

JsonWriter& JsonWriter::Value(double value) {
  if (!std::isfinite(value)) return Null();
  return Literal(NumberText(value));
}

JsonWriter& JsonWriter::Null() { return Literal("null"); }

}  // namespace sextant
