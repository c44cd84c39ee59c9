#include "exchange/json_writer.h"

#include <cmath>

#include "exchange/number_text.h"

namespace sextant {
namespace {

bool NeedsEscape(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

void AppendEscaped(char c, std::string& text) {
  static constexpr char kHex[] = "0123456789abcdef";
  if (c == '"' || c == '\\') {
    text += '\\';
    text += c;
  } else {
    text += "\\u00";
    text += kHex[c >> 4];
    text += kHex[c & 15];
  }
}

}  // namespace

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
  Separate();
  text_ += '"';
  // In runs, because most texts have nothing to escape.
  size_t written = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!NeedsEscape(text[i])) continue;
    text_.append(text, written, i - written);
    written = i + 1;
    AppendEscaped(text[i], text_);
  }
  text_.append(text, written);
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

JsonWriter& JsonWriter::Value(std::optional<double> value) {
  return value ? Value(*value) : Null();
}

JsonWriter& JsonWriter::Null() {
  Separate();
  text_ += "null";
  return *this;
}

}  // namespace sextant
