#include "exchange/json_writer.h"

#include <cmath>

#include "exchange/number_text.h"

namespace sextant {

void JsonWriter::Separate() {
  if (text_.empty()) return;
  const char last = text_.back();
  if (last != '{' && last != '[' && last != ':') text_ += ',';
}

JsonWriter& JsonWriter::Open(char bracket) {
  Separate();
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::Close(char bracket) {
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Value(key);
  text_ += ':';
  return *this;
}

JsonWriter& JsonWriter::Value(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  Separate();
  text_ += '"';
  // Most texts have nothing to escape and go as they are.
  size_t written = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    text_.append(text.data() + written, i - written);
    written = i;
    if (c < 0x20) {
      text_ += "\\u00";
      text_ += kHex[c >> 4];
      text_ += kHex[c & 15];
      ++written;
    } else {
      text_ += '\\';
    }
  }
  text_.append(text.data() + written, text.size() - written);
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::Value(bool value) {
  Separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Value(double value) {
  if (!std::isfinite(value)) return Null();
  Separate();
  text_ += NumberText(value);
  return *this;
}

JsonWriter& JsonWriter::Null() {
  Separate();
  text_ += "null";
  return *this;
}

}  // namespace sextant
