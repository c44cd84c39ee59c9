#include "exchange/link_text.h"

#include <cmath>
#include <cstdint>

#include "base/double_bits.h"
#include "base/integer_text.h"
#include "base/utf8.h"
#include "exchange/number_text.h"

namespace sextant {
namespace {

// The first 62 are letters and digits.
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr int kBitsPerCharacter = 6;

int AlphabetIndex(char c) {
  const size_t found = kAlphabet.find(c);
  return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

char Capital(char c) { return static_cast<char>(c - 'a' + 'A'); }

// --- Numbers -----------------------------------------------------------------

// The bits of a double above 0 and below 2^41, except for the smallest: eight
// bits of exponent instead of eleven, no sign.
constexpr int kPackedLength = 10;
constexpr int kFractionBits = 52;
constexpr uint64_t kLowestExponent = 808;
constexpr uint64_t kPackedExponents = 256;

std::optional<uint64_t> PackDouble(double value) {
  const auto bits = BitsOf(value);
  const uint64_t lowest = kLowestExponent << kFractionBits;
  const uint64_t count = kPackedExponents << kFractionBits;
  if (bits < lowest || bits - lowest >= count) return std::nullopt;
  return bits - lowest;
}

double UnpackDouble(uint64_t packed) {
  return DoubleOf(packed + (kLowestExponent << kFractionBits));
}

// "15e299" of "1.5e+300", "123e5" of "12300000": the significant digits, and
// the exponent of the last one.
std::string Scientific(std::string_view plain) {
  std::string digits;
  int exponent = 0;
  int written_exponent = 0;
  bool is_fraction = false;
  bool is_exponent = false;
  for (char c : plain) {
    if (c == 'e') {
      is_exponent = true;
    } else if (is_exponent && IsDigit(c)) {
      written_exponent = written_exponent * 10 + (c - '0');
    } else if (c == '.') {
      is_fraction = true;
    } else if (IsDigit(c)) {
      if (is_fraction) --exponent;
      if (c != '0' || !digits.empty()) digits += c;
    }
  }
  const bool is_small = plain.find('-') != std::string_view::npos;
  exponent += is_small ? -written_exponent : written_exponent;
  for (; digits.size() > 1 && digits.back() == '0'; digits.pop_back()) {
    ++exponent;
  }
  return digits + 'e' + IntegerText(exponent);
}

std::string ShortNumber(double value) {
  std::string plain = NumberText(value);
  if (plain.size() > 1 && plain.front() == '0') plain.erase(0, 1);
  constexpr size_t kEasilyRead = 7;
  const bool has_exponent = plain.find('e') != std::string::npos;
  if (plain.size() <= kEasilyRead && !has_exponent) return plain;
  const std::string scientific = Scientific(plain);
  return has_exponent || scientific.size() < plain.size() ? scientific : plain;
}

// The length of the number at the start of the text: digits, "." and digits,
// exponent. A point without a digit after it is not part of the number.
size_t NumberLength(std::string_view text) {
  size_t length = 0;
  const auto at = [&](size_t i) { return i < text.size() ? text[i] : '\0'; };
  while (IsDigit(at(length))) ++length;
  if (at(length) == '.' && IsDigit(at(length + 1))) {
    ++length;
    while (IsDigit(at(length))) ++length;
  }
  if (length == 0 || at(length) != 'e') return length;
  ++length;
  if (at(length) == '-') ++length;
  while (IsDigit(at(length))) ++length;
  return length;
}

std::optional<double> TakeShortNumber(std::string_view& link) {
  const size_t length = NumberLength(link);
  std::string number(link.substr(0, length));
  if (!number.empty() && number.front() == '.') number.insert(0, 1, '0');
  const std::optional<double> value = ParseNumber(number);
  if (value) link.remove_prefix(length);
  return value;
}

std::optional<double> TakePackedNumber(std::string_view& link) {
  if (link.size() < kPackedLength) return std::nullopt;
  uint64_t packed = 0;
  for (char c : link.substr(0, kPackedLength)) {
    const int index = AlphabetIndex(c);
    if (index < 0) return std::nullopt;
    packed = packed << kBitsPerCharacter | static_cast<uint64_t>(index);
  }
  link.remove_prefix(kPackedLength);
  return UnpackDouble(packed);
}

// --- Words -------------------------------------------------------------------

constexpr char kSpace = '_';
constexpr char kPunctuation = '*';
constexpr char kRun = '!';
constexpr std::string_view kPunctuationMarks =
    "!\"#$%&'()*+,/:;<=>?@[\\]^_`{|}~";

// Characters outside ASCII as numbers of 15 bits. Most Chinese and Japanese
// characters need one; others need two, and the first one marks that.
constexpr int kUnitBits = 15;
constexpr int32_t kUnitLimit = 1 << kUnitBits;
struct UnitRange {
  int32_t first_unit;
  int32_t first_code_point;
  int32_t count;
};
constexpr UnitRange kUnitRanges[] = {
    {0x0000, 0x3000, 0x7000},  // ideographs, kana, CJK punctuation
    {0x7040, 0xFF00, 0x00F0},  // full-width forms
    {0x7140, 0x2000, 0x0EC0},  // general punctuation, symbols
};
constexpr int32_t kLongForm = 0x7000;
constexpr int32_t kLongFormCount = (0x10FFFF >> kUnitBits) + 1;

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || IsDigit(c) ||
         c == '-' || c == '.';
}

class BitWriter {
 public:
  explicit BitWriter(std::string& link) : link_(link) {}

  void Write(int32_t unit) {
    bits_ = bits_ << kUnitBits | static_cast<uint32_t>(unit);
    count_ += kUnitBits;
    for (; count_ >= kBitsPerCharacter; count_ -= kBitsPerCharacter) {
      Put(bits_ >> (count_ - kBitsPerCharacter));
    }
  }

  void Finish() {
    if (count_ > 0) Put(bits_ << (kBitsPerCharacter - count_));
    count_ = 0;
  }

 private:
  void Put(uint32_t index) { link_ += kAlphabet[index & 63]; }

  std::string& link_;
  uint32_t bits_ = 0;
  int count_ = 0;
};

void WriteCodePoint(int32_t code_point, BitWriter& writer) {
  for (const UnitRange& range : kUnitRanges) {
    const int32_t offset = code_point - range.first_code_point;
    if (offset < 0 || offset >= range.count) continue;
    writer.Write(range.first_unit + offset);
    return;
  }
  writer.Write(kLongForm + (code_point >> kUnitBits));
  writer.Write(code_point & (kUnitLimit - 1));
}

// Appends the characters outside ASCII at `position` and moves past them.
void AppendRun(std::string_view text, size_t& position, std::string& link) {
  link += kRun;
  BitWriter writer(link);
  while (position < text.size() &&
         static_cast<unsigned char>(text[position]) >= 0x80) {
    WriteCodePoint(TakeCodePoint(text, position), writer);
  }
  writer.Finish();
  if (position < text.size()) link += kRun;
}

// Decodes the units of a run to text.
class UnitReader {
 public:
  explicit UnitReader(std::string& text) : text_(text) {}

  bool Read(int32_t unit) {
    if (long_form_ >= 0) {
      const int32_t code_point = long_form_ << kUnitBits | unit;
      long_form_ = -1;
      return Append(code_point);
    }
    for (const UnitRange& range : kUnitRanges) {
      const int32_t offset = unit - range.first_unit;
      if (offset < 0 || offset >= range.count) continue;
      return Append(range.first_code_point + offset);
    }
    long_form_ = unit - kLongForm;
    return long_form_ < kLongFormCount;
  }

  bool is_complete() const { return long_form_ < 0; }

 private:
  bool Append(int32_t code_point) {
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (surrogate || code_point < 0x80 || code_point > 0x10FFFF) return false;
    AppendCodePoint(text_, code_point);
    return true;
  }

  std::string& text_;
  int32_t long_form_ = -1;
};

// Reads the run after its "!".
bool TakeRun(std::string_view& link, std::string& text) {
  UnitReader reader(text);
  uint32_t bits = 0;
  int count = 0;
  while (!link.empty() && AlphabetIndex(link.front()) >= 0) {
    bits = bits << kBitsPerCharacter |
           static_cast<uint32_t>(AlphabetIndex(link.front()));
    count += kBitsPerCharacter;
    link.remove_prefix(1);
    if (count < kUnitBits) continue;
    count -= kUnitBits;
    const uint32_t unit = bits >> count & (kUnitLimit - 1);
    if (!reader.Read(static_cast<int32_t>(unit))) return false;
  }
  if (!link.empty() && link.front() == kRun) link.remove_prefix(1);
  return reader.is_complete() && count < kBitsPerCharacter;
}

}  // namespace

void AppendNamedNumber(std::string_view name, double value, std::string& link) {
  const std::string number = ShortNumber(value);
  const std::optional<uint64_t> packed = PackDouble(value);
  if (number.size() <= kPackedLength || !packed) {
    link += name;
    link += number;
    return;
  }
  link += Capital(name.front());
  link += name.substr(1);
  for (int i = kPackedLength - 1; i >= 0; --i) {
    link += kAlphabet[*packed >> (i * kBitsPerCharacter) & 63];
  }
}

std::optional<double> TakeNamedNumber(std::string_view name,
                                      std::string_view& link) {
  if (link.size() < name.size()) return std::nullopt;
  const bool packed = link.front() == Capital(name.front());
  if (!packed && link.front() != name.front()) return std::nullopt;
  if (link.substr(1, name.size() - 1) != name.substr(1)) return std::nullopt;
  std::string_view rest = link.substr(name.size());
  const std::optional<double> value =
      packed ? TakePackedNumber(rest) : TakeShortNumber(rest);
  if (value) link = rest;
  return value;
}

void AppendLinkText(std::string_view text, std::string& link) {
  for (size_t position = 0; position < text.size();) {
    const char c = text[position];
    if (static_cast<unsigned char>(c) >= 0x80) {
      AppendRun(text, position, link);
      continue;
    }
    ++position;
    const size_t mark = kPunctuationMarks.find(c);
    if (IsPlain(c)) {
      link += c;
    } else if (c == ' ') {
      link += kSpace;
    } else if (mark != std::string_view::npos) {
      link += kPunctuation;
      link += kAlphabet[mark];
    }
  }
}

std::optional<std::string> TakeLinkText(std::string_view& link) {
  std::string text;
  while (!link.empty() && link.front() != ',') {
    const char c = link.front();
    link.remove_prefix(1);
    if (IsPlain(c)) {
      text += c;
    } else if (c == kSpace) {
      text += ' ';
    } else if (c == kRun) {
      if (!TakeRun(link, text)) return std::nullopt;
    } else if (c == kPunctuation && !link.empty()) {
      const auto mark = static_cast<size_t>(AlphabetIndex(link.front()));
      if (mark >= kPunctuationMarks.size()) return std::nullopt;
      text += kPunctuationMarks[mark];
      link.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  return text;
}

LinkChecksum& LinkChecksum::Add(std::string_view text) {
  constexpr uint32_t kPolynomial = 0xEDB88320;
  for (char c : text) {
    remainder_ ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      remainder_ = remainder_ >> 1 ^ (remainder_ & 1 ? kPolynomial : 0);
    }
  }
  return *this;
}

std::string LinkChecksum::Text() const {
  uint32_t rest = ~remainder_;
  // No "-" and "_": programs that find links in text drop them at the end.
  constexpr uint32_t kBase = 62;
  std::string text;
  for (int i = 0; i < 6; ++i, rest /= kBase) text += kAlphabet[rest % kBase];
  return text;
}

}  // namespace sextant
