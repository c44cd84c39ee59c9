// Writes JSON text and its commas. Does not check the structure.
#ifndef SEXTANT_EXCHANGE_JSON_WRITER_H_
#define SEXTANT_EXCHANGE_JSON_WRITER_H_

#include <string>
#include <string_view>

#include "base/optional_number.h"

namespace sextant {

class JsonWriter {
 public:
  JsonWriter& BeginObject() { return Open('{'); }
  JsonWriter& EndObject() { return Close('}'); }
  JsonWriter& BeginArray() { return Open('['); }
  JsonWriter& EndArray() { return Close(']'); }
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

  const std::string& text() const { return text_; }
  std::string Take() { return std::move(text_); }

 private:
  JsonWriter& Open(char bracket);
  JsonWriter& Close(char bracket);
  void Separate();

  std::string text_;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_JSON_WRITER_H_
