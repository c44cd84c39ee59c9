#include "exchange/import/amounts.h"

#include <string>

#include "base/decimal.h"
#include "base/utf8.h"
#include "exchange/import/names.h"
#include "exchange/number_text.h"

namespace sextant {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsPlain(std::string_view text) {
  for (const char c : text) {
    if (c & 0x80) return false;
  }
  return true;
}

// Digits and signs as ASCII has them; other signs stay.
std::string PlainSigns(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    char32_t sign = NextCodePoint(text, at);
    if (sign >= 0xFF01 && sign <= 0xFF5E) sign -= 0xFEE0;
    if (sign == 0x2212 || sign == 0x2013 || sign == 0x2014) sign = '-';
    if (sign == 0x2019) sign = '\'';
    if (sign == 0xFFE5) sign = 0xA5;  // the yen sign
    if (sign == 0xA0 || sign == 0x202F || sign == 0x2009 || sign == 0x3000) {
      sign = ' ';
    }
    AppendCodePoint(plain, static_cast<int32_t>(sign));
  }
  return plain;
}

// What is around the digits of a number.
struct Frame {
  std::string_view digits;  // with separators
  std::string_view currency;
  bool negative = false;
  bool percent = false;
};

// Takes one sign or code of a currency from an end of `text`.
bool TakeCurrency(std::string_view& text, bool from_end, Frame& frame) {
  if (!frame.currency.empty()) return false;
  for (const CurrencySign& known : CurrencySigns()) {
    const std::string_view sign = known.sign;
    const bool is_there =
        from_end ? text.ends_with(sign) : text.starts_with(sign);
    if (!is_there) continue;
    if (from_end) {
      text.remove_suffix(sign.size());
    } else {
      text.remove_prefix(sign.size());
    }
    frame.currency = sign;
    return true;
  }
  return false;
}

void TakeFront(std::string_view& text, Frame& frame) {
  while (!text.empty() && !IsDigit(text.front()) && text.front() != '.' &&
         text.front() != ',') {
    const char first = text.front();
    if (first == '-' && !frame.negative) {
      frame.negative = true;
    } else if (first != ' ' && first != '+') {
      if (!TakeCurrency(text, false, frame)) return;
      continue;
    }
    text.remove_prefix(1);
  }
}

void TakeBack(std::string_view& text, Frame& frame) {
  while (!text.empty() && !IsDigit(text.back())) {
    if (text.back() == '%') {
      frame.percent = true;
    } else if (text.back() != ' ') {
      if (!TakeCurrency(text, true, frame)) return;
      continue;
    }
    text.remove_suffix(1);
  }
}

// Brackets around an amount are a minus sign.
Frame FrameOf(std::string_view text) {
  Frame frame;
  if (text.starts_with('(') && text.ends_with(')')) {
    frame.negative = true;
    text = text.substr(1, text.size() - 2);
  }
  TakeFront(text, frame);
  TakeBack(text, frame);
  frame.digits = text;
  return frame;
}

bool Groups(char c) { return c == '\'' || c == ' '; }

// Three digits after each separator, one to three before the first.
bool IsGrouped(std::string_view digits) {
  size_t run = 0;
  bool first = true;
  for (const char c : digits) {
    if (IsDigit(c)) {
      ++run;
      continue;
    }
    if (first ? run < 1 || run > 3 : run != 3) return false;
    first = false;
    run = 0;
  }
  return first ? run > 0 : run == 3;
}

// The number of plain digits and a point. Up to 15 digits, dividing by a power
// of ten is exact; the rest is for the reader of decimal numbers.
double ValueOf(std::string_view digits, int decimals) {
  constexpr double kPowers[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
  if (digits.size() > 15) {
    std::string text(digits);
    size_t start = 0;
    while (start + 1 < text.size() - static_cast<size_t>(decimals) &&
           text[start] == '0') {
      ++start;
    }
    text.erase(0, start);
    if (decimals > 0) {
      text.insert(text.size() - static_cast<size_t>(decimals), 1, '.');
    }
    if (text.front() == '.') text.insert(0, 1, '0');
    return NearestDouble(text);
  }
  uint64_t whole = 0;
  for (const char c : digits)
    whole = whole * 10 + static_cast<uint64_t>(c - '0');
  if (decimals >= static_cast<int>(std::size(kPowers))) {
    return static_cast<double>(whole) / 1e14 / kPowers[decimals - 14];
  }
  return static_cast<double>(whole) / kPowers[decimals];
}

// Reads the digits of a frame; false if they are no number.
bool ReadDigits(std::string_view text, char decimal, Amount& amount) {
  const char group = decimal == '.' ? ',' : '.';
  const size_t point = text.find(decimal);
  const bool has_point = point != std::string_view::npos;
  const std::string_view whole = text.substr(0, point);
  const std::string_view part =
      has_point ? text.substr(point + 1) : std::string_view();
  for (const char c : part) {
    if (!IsDigit(c)) return false;
  }
  if (whole.empty() && part.empty()) return false;
  char digits[40];
  size_t size = 0;
  const auto keep = [&](char c) {
    if (size == std::size(digits)) return false;
    digits[size++] = c;
    return true;
  };
  bool grouped = false;
  for (const char c : whole) {
    if (c == group || Groups(c)) {
      grouped = true;
    } else if (!IsDigit(c) || !keep(c)) {
      return false;
    }
  }
  if (grouped && !IsGrouped(whole)) return false;
  for (const char c : part) {
    if (!keep(c)) return false;
  }
  amount.decimals = static_cast<int>(part.size());
  amount.value = ValueOf({digits, size}, amount.decimals);
  return true;
}

bool IsUnknown(std::string_view text) {
  for (const char c : text) {
    if (c != '-' && c != ' ') return false;
  }
  return text.size() <= 4;
}

Amount ReadPlainAmount(std::string_view text, char decimal) {
  Amount amount;
  if (IsUnknown(text)) {
    amount.state = Amount::State::kUnknown;
    return amount;
  }
  const Frame frame = FrameOf(text);
  if (!ReadDigits(frame.digits, decimal, amount)) return amount;
  if (frame.negative && amount.value != 0) amount.value = -amount.value;
  amount.currency = frame.currency;
  amount.state = frame.percent ? Amount::State::kRate : Amount::State::kNumber;
  return amount;
}

}  // namespace

bool LooksLikeAmount(std::string_view text) {
  text = Trimmed(text);
  if (text.empty() || IsDigit(text.front())) return true;
  const std::string plain = PlainSigns(text);
  if (IsUnknown(plain)) return true;
  const std::string_view digits = FrameOf(plain).digits;
  return !digits.empty() && (IsDigit(digits.front()) || digits.front() == '.' ||
                             digits.front() == ',');
}

Amount ReadAmount(std::string_view text, char decimal) {
  text = Trimmed(text);
  if (IsPlain(text)) return ReadPlainAmount(text, decimal);
  const std::string plain = PlainSigns(text);
  return ReadPlainAmount(Trimmed(plain), decimal);
}

void SeparatorEvidence::Add(std::string_view text, bool is_count) {
  if (text.find_first_of(".,") == std::string_view::npos && IsPlain(text)) {
    return;
  }
  const std::string plain = PlainSigns(Trimmed(text));
  const std::string_view digits = FrameOf(plain).digits;
  const size_t last = digits.find_last_of(".,");
  if (last == std::string_view::npos ||
      digits.find_first_not_of("0123456789.,' ") != std::string_view::npos) {
    return;
  }
  const char separator = digits[last];
  const char other = separator == '.' ? ',' : '.';
  uint32_t& is_decimal = separator == '.' ? point_ : comma_;
  uint32_t& is_group = separator == '.' ? comma_ : point_;
  const bool once = digits.find(separator) == last;
  const bool has_other = digits.find(other) != std::string_view::npos;
  if (!once) {
    // "1.234.567"; a date such as "01.08.2024" says nothing.
    if (!has_other && IsGrouped(digits)) ++is_group;
    return;
  }
  const std::string_view whole = digits.substr(0, last);
  const bool three = digits.size() - last - 1 == 3;
  // "1.234,5", "12,5", "1234,567", "0,125".
  const bool decides = has_other || !three || whole.size() > 3 ||
                       whole.empty() || whole.front() == '0';
  if (decides) {
    if (!has_other || IsGrouped(whole)) ++is_decimal;
  } else if (is_count) {
    ++(separator == '.' ? comma_of_counts_ : point_of_counts_);
  }
}

char SeparatorEvidence::Decimal(char usual) const {
  if (point_ != comma_) return point_ > comma_ ? '.' : ',';
  if (point_of_counts_ != comma_of_counts_) {
    return point_of_counts_ > comma_of_counts_ ? '.' : ',';
  }
  return usual;
}

std::string_view CurrencyOf(std::string_view sign, std::string_view expected) {
  for (const CurrencySign& known : CurrencySigns()) {
    if (known.sign != sign) continue;
    const std::string_view all = known.currencies;
    if (!expected.empty() && all.find(expected) != std::string_view::npos) {
      return expected;
    }
    // A dollar of which nobody says more is that of the United States.
    return sign == "$" ? std::string_view("USD") : all.substr(0, 3);
  }
  return {};
}

}  // namespace sextant
