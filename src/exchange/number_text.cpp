#include "exchange/number_text.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "base/integer_text.h"
#include "base/utf8.h"

namespace sextant {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view TakeDigits(std::string_view& text) {
  size_t count = 0;
  while (count < text.size() && IsDigit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool Take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> TakeExponent(std::string_view& text) {
  constexpr int kBeyondEveryDouble = 100000;
  const bool negative = Take(text, '-');
  if (!negative) Take(text, '+');
  const std::string_view digits = TakeDigits(text);
  if (digits.empty()) return std::nullopt;
  int exponent = 0;
  for (char c : digits) {
    exponent = std::min(exponent * 10 + (c - '0'), kBeyondEveryDouble);
  }
  return negative ? -exponent : exponent;
}

// Whether the whole text is a number as JSON writes it.
bool IsJsonNumber(std::string_view text) {
  Take(text, '-');
  const std::string_view whole = TakeDigits(text);
  if (whole.empty()) return false;
  if (whole.size() > 1 && whole.front() == '0') return false;
  if (Take(text, '.') && TakeDigits(text).empty()) return false;
  if ((Take(text, 'e') || Take(text, 'E')) && !TakeExponent(text)) return false;
  return text.empty();
}

// --- What people type --------------------------------------------------------

// Different signs for the same thing.
struct Replacement {
  char16_t from;
  char16_t to;
};

constexpr Replacement kReplacements[] = {
    {u'\u2212', u'-'}, {u'\u2019', u'\''}, {u'\uffe5', u'¥'}, {u'\uffe1', u'£'},
    {u'\uffe6', u'₩'}, {u'万', u'萬'},     {u'亿', u'億'},    {u'〇', u'0'},
    {u'零', u'0'},     {u'一', u'1'},      {u'二', u'2'},     {u'兩', u'2'},
    {u'两', u'2'},     {u'三', u'3'},      {u'四', u'4'},     {u'五', u'5'},
    {u'六', u'6'},     {u'七', u'7'},      {u'八', u'8'},     {u'九', u'9'},
};

constexpr CurrencySign kCurrencySigns[] = {
    {"NT$", "TWD"},        {"NTD", "TWD"},
    {"NT", "TWD"},         {"US$", "USD"},
    {"HK$", "HKD"},        {"CN¥", "CNY"},
    {"CA$", "CAD"},        {"NZ$", "NZD"},
    {"A$", "AUD"},         {"R$", "BRL"},
    {"S$", "SGD"},         {"TWD", "TWD"},
    {"USD", "USD"},        {"EUR", "EUR"},
    {"JPY", "JPY"},        {"GBP", "GBP"},
    {"CNY", "CNY"},        {"HKD", "HKD"},
    {"KRW", "KRW"},        {"SGD", "SGD"},
    {"AUD", "AUD"},        {"CAD", "CAD"},
    {"CHF", "CHF"},        {"INR", "INR"},
    {"€", "EUR"},          {"£", "GBP"},
    {"₩", "KRW"},          {"₹", "INR"},
    {"¥", "JPY CNY"},      {"$", "TWD USD HKD SGD AUD CAD NZD MXN"},
    {"元", "TWD CNY HKD"}, {"圓", "TWD JPY"}};

struct Multiplier {
  std::string_view word;
  int exponent;
};

constexpr Multiplier kMultipliers[] = {
    {"bn", 9}, {"mn", 6}, {"k", 3},  {"K", 3},   {"m", 6},  {"M", 6},
    {"b", 9},  {"B", 9},  {"t", 12}, {"T", 12},  {"十", 1}, {"百", 2},
    {"千", 3}, {"萬", 4}, {"億", 8}, {"兆", 12},
};

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

int32_t Simplified(int32_t code_point) {
  if (IsBlank(static_cast<char32_t>(code_point))) return ' ';
  constexpr int32_t kFullWidth = 0xFF01 - '!';
  if (code_point >= '!' + kFullWidth && code_point <= '~' + kFullWidth) {
    return code_point - kFullWidth;
  }
  for (const Replacement& replacement : kReplacements) {
    if (code_point == replacement.from) return replacement.to;
  }
  return code_point;
}

void SkipSpaces(std::string_view& text) {
  while (Take(text, ' ')) {
  }
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char Capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Whether there was one that ends with a letter.
bool SkipCurrency(std::string_view& text) {
  SkipSpaces(text);
  for (const auto& [sign, currencies] : kCurrencySigns) {
    if (Capitals(text.substr(0, sign.size())) != sign) continue;
    text.remove_prefix(sign.size());
    SkipSpaces(text);
    return IsAsciiLetter(sign.back());
  }
  return false;
}

constexpr std::string_view kMarks = ".,' ";

// "12000", or groups of three digits with the same mark between them.
bool TakeGroups(std::string_view text, std::string& digits) {
  std::string_view group = TakeDigits(text);
  const bool is_group = group.size() <= 3;
  digits = group;
  const char mark = text.empty() ? '\0' : text.front();
  while (!text.empty()) {
    if (!is_group || !Take(text, mark)) return false;
    group = TakeDigits(text);
    if (group.size() != 3) return false;
    digits += group;
  }
  return true;
}

// Whether the last mark, between `whole` and `fraction`, is that of a fraction.
// A comma is, where it cannot be one between thousands: "8,5", "0,068",
// "1.234,567".
bool IsPoint(std::string_view whole, char mark, std::string_view fraction,
             bool share) {
  if (whole.find(mark) != std::string_view::npos) return false;
  if (mark == '.') return true;
  const bool has_other_marks =
      whole.find_first_of(kMarks) != std::string_view::npos;
  return mark == ',' && (share || fraction.size() < 3 || whole.empty() ||
                         whole == "0" || has_other_marks);
}

// Digits with marks: "12,000", "1.234,56", "1'234.50", "12 000". `number` is
// what JSON writes for it, or empty if it is none.
std::string TakeMarkedNumber(std::string_view& text, bool share) {
  size_t size = 0;
  const auto is_digit = [text](size_t i) {
    return i < text.size() && IsDigit(text[i]);
  };
  const auto is_mark = [text](size_t i) {
    return i < text.size() && kMarks.find(text[i]) != std::string_view::npos;
  };
  while (is_digit(size) || (is_mark(size) && is_digit(size + 1))) ++size;
  std::string_view whole = text.substr(0, size);
  text.remove_prefix(size);
  if (whole.empty()) return {};
  std::string_view fraction;
  const size_t last = whole.find_last_of(kMarks);
  if (last == std::string_view::npos) {
    Take(text, '.');
  } else if (IsPoint(whole.substr(0, last), whole[last], whole.substr(last + 1),
                     share)) {
    fraction = whole.substr(last + 1);
    whole = whole.substr(0, last);
  }
  std::string number;
  if (!TakeGroups(whole, number)) return {};
  // JSON has no leading zeros, and one before a point.
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  if (number.empty()) number = "0";
  if (!fraction.empty()) {
    number += '.';
    number += fraction;
  }
  return number;
}

// "T" in "2T", but not in "2 TWD".
bool StartsWithWord(std::string_view text, std::string_view word) {
  if (!StartsWith(text, word)) return false;
  return text.size() == word.size() || !IsAsciiLetter(word.back()) ||
         !IsAsciiLetter(text[word.size()]);
}

// The power of ten that a word after a number stands for; 0 without a word.
int TakeMultipliers(std::string_view& text) {
  int exponent = 0;
  bool found = true;
  while (found) {
    found = false;
    for (const Multiplier& multiplier : kMultipliers) {
      if (!StartsWithWord(text, multiplier.word)) continue;
      text.remove_prefix(multiplier.word.size());
      exponent += multiplier.exponent;
      found = true;
      break;
    }
  }
  return exponent;
}

struct TypedTerm {
  std::string number;  // as JSON writes it
  bool is_one_digit = false;
  int word = 0;  // the power of ten of the word after it
};

// One number with its word: "1.2萬". The decimal point is moved before the text
// becomes a double, so that 6.82% is exactly 0.0682.
std::optional<TypedTerm> TakeTypedTerm(std::string_view& text, bool share) {
  TypedTerm term;
  const size_t size = text.size();
  term.number = TakeMarkedNumber(text, share);
  if (term.number.empty()) return std::nullopt;
  term.is_one_digit = size - text.size() == 1;
  int exponent = 0;
  // Not "12EUR".
  if (text.size() > 1 && Capital(text[0]) == 'E' &&
      (IsDigit(text[1]) || text[1] == '-' || text[1] == '+')) {
    text.remove_prefix(1);
    const std::optional<int> typed = TakeExponent(text);
    if (!typed) return std::nullopt;
    exponent = *typed;
  }
  SkipSpaces(text);
  term.word = TakeMultipliers(text);
  exponent += term.word;
  SkipSpaces(text);
  if (share) {
    Take(text, '%');
    exponent -= 2;
  }
  term.number += 'e';
  term.number += IntegerText(exponent);
  return term;
}

std::optional<double> ReadTypedNumber(std::string_view text, bool share) {
  bool after_letter = SkipCurrency(text);
  const bool negative = Take(text, '-');
  if (!negative) Take(text, '+');
  after_letter |= SkipCurrency(text);
  // The point of "NT.500" is not one of a fraction.
  if (after_letter && !text.empty() && text.front() == '.') return std::nullopt;
  double sum = 0;
  double previous = std::numeric_limits<double>::infinity();
  int word = 1;
  do {
    if (word == 0) return std::nullopt;
    const std::optional<TypedTerm> term = TakeTypedTerm(text, share);
    if (!term) return std::nullopt;
    // "1萬2" is said for 12,000, and would be 10,002.
    if (word > 1 && term->word == 0 && term->is_one_digit) return std::nullopt;
    const std::optional<double> value = ParseNumber(term->number);
    // "1億2000萬" is one number, "50 20" and "1萬2億" are none.
    if (!value || *value >= previous) return std::nullopt;
    sum += *value;
    previous = *value;
    word = term->word;
    SkipCurrency(text);
  } while (!text.empty());
  // Adding 0 turns −0 into 0.
  return (negative ? -sum : sum) + 0.0;
}

// Two Chinese digits beside each other say about how much ("兩三萬"), two lines
// are two numbers.
bool IsOneNumber(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  const size_t line_end =
      text.find_first_of("\r\n", text.find_first_of(kDigits));
  const size_t last = text.find_last_of(kDigits);
  if (last != std::string_view::npos && line_end < last) return false;
  bool was_digit = false;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = NextCodePoint(text, i);
    const int32_t simple = Simplified(static_cast<int32_t>(c));
    const bool is_digit =
        c > '9' && c < 0xFF00 && simple >= '1' && simple <= '9';
    if (was_digit && is_digit) return false;
    was_digit = is_digit;
  }
  return true;
}

// "24 months", as NumberFormat::Months writes it.
std::string_view WithoutMonths(std::string_view text) {
  for (std::string_view word : {" months", " month", "個月"}) {
    const size_t size = text.size() - std::min(text.size(), word.size());
    if (text.substr(size) == word) return text.substr(0, size);
  }
  return text;
}

}  // namespace

std::optional<double> ParseNumber(std::string_view text) {
  if (!IsJsonNumber(text)) return std::nullopt;
  return NearestDouble(text);
}

std::span<const CurrencySign> CurrencySigns() { return kCurrencySigns; }

std::string Capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) c = Capital(c);
  return capitals;
}

std::string SimpleSigns(std::string_view text) {
  std::string simple;
  for (size_t position = 0; position < text.size();) {
    const int32_t code_point = TakeCodePoint(text, position);
    if (code_point < 0) return {};
    AppendCodePoint(simple, Simplified(code_point));
  }
  return simple;
}

Result<double> ParseTypedNumber(std::string_view text, Unit unit) {
  constexpr size_t kLongestTyped = 64;
  if (text.size() <= kLongestTyped && IsOneNumber(text)) {
    const std::string simple = SimpleSigns(text);
    const std::optional<double> value =
        ReadTypedNumber(unit == Unit::kMonths ? WithoutMonths(simple) : simple,
                        unit == Unit::kShare);
    if (value) return *value;
  }
  return Error{ErrorCode::kNotANumber, {}, std::string(text)};
}

}  // namespace sextant
