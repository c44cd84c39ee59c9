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
    {u'\u2212', u'-'}, {u'\u3000', u' '}, {u'\u00a0', u' '},
    {u'\u2009', u' '}, {u'\u202f', u' '}, {u'\t', u' '},
    {u'\uffe5', u'¥'}, {u'万', u'萬'},    {u'亿', u'億'},
};

constexpr std::string_view kCurrencySigns[] = {
    "NT$", "US$", "HK$", "CN¥", "TWD", "USD", "EUR", "JPY",
    "$",   "€",   "£",   "¥",   "₩",   "元",  "圓"};

struct Multiplier {
  std::string_view word;
  int exponent;
};

constexpr Multiplier kMultipliers[] = {
    {"bn", 9}, {"mn", 6}, {"k", 3},  {"K", 3},  {"m", 6},
    {"M", 6},  {"b", 9},  {"B", 9},  {"t", 12}, {"T", 12},
    {"百", 2}, {"千", 3}, {"萬", 4}, {"億", 8}, {"兆", 12},
};

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

int32_t Simplified(int32_t code_point) {
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

void SkipCurrency(std::string_view& text) {
  SkipSpaces(text);
  for (std::string_view sign : kCurrencySigns) {
    if (!StartsWith(text, sign)) continue;
    text.remove_prefix(sign.size());
    break;
  }
  SkipSpaces(text);
}

// "12000", or "12,000" and "12 000" in groups of three.
bool TakeGroupedDigits(std::string_view& text, std::string& digits) {
  digits = TakeDigits(text);
  if (digits.empty() || digits.size() > 3) return true;
  while (text.size() > 1 && (text[0] == ',' || text[0] == ' ') &&
         IsDigit(text[1])) {
    text.remove_prefix(1);
    const std::string_view group = TakeDigits(text);
    if (group.size() != 3) return false;
    digits += group;
  }
  return true;
}

bool IsAsciiLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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
  bool has_word = false;
};

// One number with its word: "1.2萬". The decimal point is moved before the text
// becomes a double, so that 6.82% is exactly 0.0682.
std::optional<TypedTerm> TakeTypedTerm(std::string_view& text, bool share) {
  TypedTerm term;
  if (!TakeGroupedDigits(text, term.number)) return std::nullopt;
  const bool has_whole = !term.number.empty();
  if (!has_whole) term.number = "0";
  // JSON has no leading zeros.
  term.number.erase(
      0, std::min(term.number.find_first_not_of('0'), term.number.size() - 1));
  const bool has_point = Take(text, '.');
  const std::string_view fraction =
      has_point ? TakeDigits(text) : std::string_view();
  if (!has_whole && fraction.empty()) return std::nullopt;
  if (!fraction.empty()) {
    term.number += '.';
    term.number += fraction;
  }
  int exponent = 0;
  if (text.size() > 1 && (text[0] == 'e' || text[0] == 'E')) {
    text.remove_prefix(1);
    const std::optional<int> typed = TakeExponent(text);
    if (!typed) return std::nullopt;
    exponent = *typed;
  }
  SkipSpaces(text);
  const int word = TakeMultipliers(text);
  term.has_word = word > 0;
  exponent += word;
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
  SkipCurrency(text);
  const bool negative = Take(text, '-');
  if (!negative) Take(text, '+');
  SkipCurrency(text);
  double sum = 0;
  double previous = std::numeric_limits<double>::infinity();
  bool may_go_on = true;
  do {
    if (!may_go_on) return std::nullopt;
    const std::optional<TypedTerm> term = TakeTypedTerm(text, share);
    if (!term) return std::nullopt;
    const std::optional<double> value = ParseNumber(term->number);
    // "1億2000萬" is one number, "50 20" and "1萬2億" are none.
    if (!value || *value >= previous) return std::nullopt;
    sum += *value;
    previous = *value;
    may_go_on = term->has_word;
    SkipCurrency(text);
  } while (!text.empty());
  // Adding 0 turns −0 into 0.
  return (negative ? -sum : sum) + 0.0;
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
  if (text.size() <= kLongestTyped) {
    const std::string simple = SimpleSigns(text);
    const std::optional<double> value =
        ReadTypedNumber(unit == Unit::kMonths ? WithoutMonths(simple) : simple,
                        unit == Unit::kShare);
    if (value) return *value;
  }
  return Error{ErrorCode::kNotANumber, {}, std::string(text)};
}

}  // namespace sextant
