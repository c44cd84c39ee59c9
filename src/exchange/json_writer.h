// Writes JSON text and its commas. Does not check the structure.
#ifndef SEXTANT_EXCHANGE_JSON_WRITER_H_
#define SEXTANT_EXCHANGE_JSON_WRITER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/optional_number.h"

namespace sextant {

class JsonWriter {
 public:
  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  // Inside an object, before its value.
  JsonWriter& Key(std::string_view key);

  JsonWriter& Value(std::string_view text);
  JsonWriter& Value(const char* text) { return Value(std::string_view(text)); }
  JsonWriter& Value(const std::string& text) {
    return Value(std::string_view(text));
  }
  JsonWriter& Value(bool value);
  // The shortest text that reads back as the same double; NaN and infinity,
  // which JSON cannot express, become null.
  JsonWriter& Value(double value);
  JsonWriter& Value(int value) { return Value(static_cast<double>(value)); }
  JsonWriter& Value(OptionalNumber value) {
    return Value(value.value_or_nan());
  }
  JsonWriter& Null();

  template <typename T>
  JsonWriter& Member(std::string_view key, const T& value) {
    return Key(key).Value(value);
  }

  std::string_view text() const { return {text_.get(), size_}; }
  std::string Take() { return std::string(text()); }

 private:
  static bool EndsValue(char c) { return c == '}' || c == ']' || c == ':'; }

  // `text` after the comma that it may need; a string is quoted.
  JsonWriter& Write(std::string_view text, bool quoted);
  // Where the next so many characters go.
  char* Room(size_t size);

  // Not a std::string: optimised for size, its functions are called for every
  // character.
  std::unique_ptr<char[]> text_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_JSON_WRITER_H_
