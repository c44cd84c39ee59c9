#include "exchange/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/exponential.h"
#include "engine/integer_text.h"
#include "exchange/big_number.h"
#include "exchange/double_bits.h"

namespace sextant {
namespace {

constexpr double kPowersOfTen[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int kLargestExactPower = 22;
constexpr uint64_t kHiddenBit = uint64_t{1} << 52;
constexpr int kSmallestExponent = -1074;  // of the last bit of a double

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

Decimal WithoutTrailingZeros(uint64_t digits, int exponent) {
  if (digits == 0) return {};
  for (; digits % 10 == 0; digits /= 10) ++exponent;
  return {digits, exponent};
}

// Numbers with few decimals, as people write them. At most 15 digits: two such
// decimals never read as the same double, so the one that does is the shortest.
std::optional<Decimal> ShortDecimal(double value) {
  constexpr double kFifteenDigits = 1e15;
  constexpr int kMostDecimals = 8;
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals) {
    const double scaled = std::nearbyint(value * kPowersOfTen[decimals]);
    if (scaled >= kFifteenDigits) break;
    if (scaled / kPowersOfTen[decimals] == value) {
      return WithoutTrailingZeros(static_cast<uint64_t>(scaled), -decimals);
    }
  }
  return std::nullopt;
}

// value = mantissa · 2^exponent.
struct Binary {
  uint64_t mantissa;
  int exponent;
};

Binary Split(double value) {
  const auto bits = BitsOf(value);
  const auto biased = static_cast<int>(bits >> 52 & 0x7FF);
  const uint64_t fraction = bits & (kHiddenBit - 1);
  if (biased == 0) return {fraction, kSmallestExponent};
  return {fraction | kHiddenBit, biased + kSmallestExponent - 1};
}

// Burger and Dybvig, "Printing floating-point numbers quickly and accurately"
// (1996), free-format algorithm. The number is remainder/scale; every decimal
// strictly between (remainder − below)/scale and (remainder + above)/scale
// reads back as the same double.
class DigitGenerator {
 public:
  explicit DigitGenerator(double value) {
    const Binary binary = Split(value);
    // The next smaller double is only half as far away at a power of two.
    const bool uneven =
        binary.mantissa == kHiddenBit && binary.exponent > kSmallestExponent;
    inclusive_ = binary.mantissa % 2 == 0;
    remainder_ = BigNumber(binary.mantissa);
    scale_ = above_ = below_ = BigNumber(1);
    const int up = std::max(binary.exponent, 0);
    remainder_.ShiftLeft(up + (uneven ? 2 : 1));
    scale_.ShiftLeft(std::max(-binary.exponent, 0) + (uneven ? 2 : 1));
    above_.ShiftLeft(up + (uneven ? 1 : 0));
    below_.ShiftLeft(up);
    // At most one too small.
    ScaleToFirstDigit(static_cast<int>(std::ceil(Log10(value) - 1e-10)));
  }

  Decimal Generate() {
    uint64_t digits = 0;
    for (int exponent = point_ - 1;; --exponent) {
      TimesTen();
      int digit = 0;
      for (; BigNumber::Compare(remainder_, scale_) >= 0; ++digit) {
        remainder_.Subtract(scale_);
      }
      digits = digits * 10 + static_cast<uint64_t>(digit);
      const int low = BigNumber::Compare(remainder_, below_);
      const bool may_stop = low < 0 || (low == 0 && inclusive_);
      const bool may_round_up = ReachesScale();
      if (!may_stop && !may_round_up) continue;
      if (may_round_up && (!may_stop || RoundsUp(digit))) ++digits;
      return WithoutTrailingZeros(digits, exponent);
    }
  }

 private:
  void ScaleToFirstDigit(int estimate) {
    point_ = estimate;
    if (estimate >= 0) {
      scale_.MultiplyByPowerOfTen(estimate);
    } else {
      for (BigNumber* number : {&remainder_, &above_, &below_}) {
        number->MultiplyByPowerOfTen(-estimate);
      }
    }
    if (!ReachesScale()) return;
    scale_.MultiplyAdd(10, 0);
    ++point_;
  }

  void TimesTen() {
    for (BigNumber* number : {&remainder_, &above_, &below_}) {
      number->MultiplyAdd(10, 0);
    }
  }

  bool ReachesScale() const {
    BigNumber sum = remainder_;
    sum.Add(above_);
    const int order = BigNumber::Compare(sum, scale_);
    return order > 0 || (order == 0 && inclusive_);
  }

  // To the nearer digit; in the middle to the even one, as JavaScript does.
  bool RoundsUp(int digit) const {
    BigNumber twice = remainder_;
    twice.ShiftLeft(1);
    const int half = BigNumber::Compare(twice, scale_);
    return half > 0 || (half == 0 && digit % 2 == 1);
  }

  bool inclusive_;
  int point_ = 0;  // the number is 0.ddd · 10^point_
  BigNumber remainder_;
  BigNumber scale_;
  BigNumber above_;
  BigNumber below_;
};

// numerator/denominator, both above 0, rounded to the nearest double.
double DivideExactly(BigNumber numerator, BigNumber denominator) {
  constexpr int kMantissaBits = 53;
  constexpr int kLargestExponent = 1024;
  // 2^(magnitude − 1) < quotient < 2^(magnitude + 1).
  const int magnitude = numerator.BitLength() - denominator.BitLength();
  if (magnitude > kLargestExponent) {
    return std::numeric_limits<double>::infinity();
  }
  if (magnitude < kSmallestExponent - 2) return 0;
  // The last bit of the result, unless the quotient turns out to be one bit
  // shorter.
  int last = std::max(magnitude - kMantissaBits, kSmallestExponent);
  if (last < 0) numerator.ShiftLeft(-last);
  if (last > 0) denominator.ShiftLeft(last);
  const BigNumber unit = denominator;

  constexpr int kQuotientBits = kMantissaBits + 2;
  denominator.ShiftLeft(kQuotientBits);
  uint64_t quotient = 0;
  for (int i = 0; i <= kQuotientBits; ++i) {
    quotient <<= 1;
    if (BigNumber::Compare(numerator, denominator) >= 0) {
      numerator.Subtract(denominator);
      quotient |= 1;
    }
    denominator.ShiftRightByOne();
  }
  const bool odd_last_bit = quotient % 2 == 1;
  int half;  // what is cut off, compared with half of the last bit
  if (quotient >> kMantissaBits != 0) {
    const bool exact = numerator.BitLength() == 0;
    half = !odd_last_bit ? -1 : exact ? 0 : 1;
    quotient >>= 1;
    ++last;
  } else {
    numerator.ShiftLeft(1);
    half = BigNumber::Compare(numerator, unit);
  }
  const bool round_up = half > 0 || (half == 0 && quotient % 2 == 1);
  return std::ldexp(static_cast<double>(quotient + (round_up ? 1 : 0)), last);
}

// A JSON number taken apart.
struct NumberParts {
  bool negative = false;
  std::string_view whole;
  std::string_view fraction;
  int exponent = 0;
};

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

std::optional<NumberParts> TakeApart(std::string_view text) {
  NumberParts parts;
  parts.negative = Take(text, '-');
  parts.whole = TakeDigits(text);
  if (parts.whole.empty()) return std::nullopt;
  if (parts.whole.size() > 1 && parts.whole.front() == '0') return std::nullopt;
  if (Take(text, '.')) {
    parts.fraction = TakeDigits(text);
    if (parts.fraction.empty()) return std::nullopt;
  }
  if (Take(text, 'e') || Take(text, 'E')) {
    const std::optional<int> exponent = TakeExponent(text);
    if (!exponent) return std::nullopt;
    parts.exponent = *exponent;
  }
  if (!text.empty()) return std::nullopt;
  return parts;
}

// The significant digits of a number with the exponent of the last one. More
// digits than can matter are replaced by one that says "and some more".
class DigitReader {
 public:
  void Read(std::string_view digits, bool fraction) {
    for (char c : digits) ReadDigit(c - '0', fraction);
  }

  double Value(int exponent) const {
    if (count_ == 0) return 0;
    exponent += exponent_;
    if (count_ <= 15 && std::abs(exponent) <= kLargestExactPower) {
      const auto digits = static_cast<double>(small_);
      return exponent < 0 ? digits / kPowersOfTen[-exponent]
                          : digits * kPowersOfTen[exponent];
    }
    if (count_ + exponent > 310) return std::numeric_limits<double>::infinity();
    if (count_ + exponent < -325) return 0;
    BigNumber numerator = big_;
    BigNumber denominator(1);
    numerator.MultiplyByPowerOfTen(std::max(exponent, 0));
    denominator.MultiplyByPowerOfTen(std::max(-exponent, 0));
    return DivideExactly(numerator, denominator);
  }

 private:
  void ReadDigit(int digit, bool fraction) {
    // A double, and the middle between two, has at most 768 digits.
    constexpr int kMostDigits = 770;
    if (count_ >= kMostDigits) {
      if (!fraction) ++exponent_;
      if (digit != 0 && !has_more_) {
        has_more_ = true;
        Append(1);
        --exponent_;
      }
      return;
    }
    if (fraction) --exponent_;
    if (count_ == 0 && digit == 0) return;
    Append(digit);
  }

  void Append(int digit) {
    ++count_;
    if (count_ <= 15) small_ = small_ * 10 + static_cast<uint64_t>(digit);
    if (count_ == 1) {
      big_ = BigNumber(static_cast<uint64_t>(digit));
    } else {
      big_.MultiplyAdd(10, static_cast<uint32_t>(digit));
    }
  }

  int count_ = 0;
  int exponent_ = 0;
  bool has_more_ = false;
  uint64_t small_ = 0;
  BigNumber big_;
};

// --- What people type --------------------------------------------------------

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// Different signs for the same thing.
constexpr Replacement kReplacements[] = {
    {"\uff0e", "."}, {"\uff0c", ","}, {"\uff05", "%"}, {"\uff0b", "+"},
    {"\uff0d", "-"}, {"\u2212", "-"}, {"\u3000", " "}, {"\u00a0", " "},
    {"\u2009", " "}, {"\u202f", " "}, {"\t", " "},     {"\uff04", "$"},
    {"\uffe5", "¥"}, {"万", "萬"},    {"亿", "億"},
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

std::optional<char> FullWidthDigit(std::string_view text) {
  if (!StartsWith(text, "\xef\xbc") || text.size() < 3) return std::nullopt;
  const int digit = static_cast<unsigned char>(text[2]) - 0x90;
  if (digit < 0 || digit > 9) return std::nullopt;
  return static_cast<char>('0' + digit);
}

std::string Simplify(std::string_view text) {
  std::string simple;
  while (!text.empty()) {
    if (const std::optional<char> digit = FullWidthDigit(text)) {
      simple += *digit;
      text.remove_prefix(3);
      continue;
    }
    const auto* replacement =
        std::find_if(std::begin(kReplacements), std::end(kReplacements),
                     [text](const Replacement& candidate) {
                       return StartsWith(text, candidate.from);
                     });
    if (replacement == std::end(kReplacements)) {
      simple += text.front();
      text.remove_prefix(1);
    } else {
      simple += replacement->to;
      text.remove_prefix(replacement->from.size());
    }
  }
  return simple;
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

// Powers of ten said in words after a number; 0 when there is none.
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

// One number with its word: "1.2萬". The decimal point moves before the text
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
  // Adding 0 makes 0 of −0.
  return (negative ? -sum : sum) + 0.0;
}

}  // namespace

Decimal ShortestDecimal(double value) {
  if (value == 0) return {};
  if (const std::optional<Decimal> decimal = ShortDecimal(value)) {
    return *decimal;
  }
  return DigitGenerator(value).Generate();
}

std::string NumberText(double value) {
  const Decimal decimal = ShortestDecimal(std::fabs(value));
  const std::string digits = IntegerText(static_cast<int64_t>(decimal.digits));
  const auto count = static_cast<int>(digits.size());
  const int point = count + decimal.exponent;  // digits before the point
  std::string text = value < 0 ? "-" : "";
  if (decimal.digits == 0) return "0";
  if (point > 21 || point < -5) {
    text += digits[0];
    if (count > 1) text += '.';
    text.append(digits, 1);
    text += point > 0 ? "e+" : "e-";
    text += IntegerText(std::abs(point - 1));
  } else if (point <= 0) {
    text += "0.";
    text.append(static_cast<size_t>(-point), '0');
    text += digits;
  } else if (point >= count) {
    text += digits;
    text.append(static_cast<size_t>(point - count), '0');
  } else {
    text.append(digits, 0, static_cast<size_t>(point));
    text += '.';
    text.append(digits, static_cast<size_t>(point));
  }
  return text;
}

std::optional<double> ParseNumber(std::string_view text) {
  const std::optional<NumberParts> parts = TakeApart(text);
  if (!parts) return std::nullopt;
  DigitReader reader;
  reader.Read(parts->whole, false);
  reader.Read(parts->fraction, true);
  const double value = reader.Value(parts->exponent);
  return parts->negative ? -value : value;
}

Result<double> ParseTypedNumber(std::string_view text, Unit unit) {
  constexpr size_t kLongestTyped = 64;
  if (text.size() <= kLongestTyped) {
    const std::optional<double> value =
        ReadTypedNumber(Simplify(text), unit == Unit::kShare);
    if (value) return *value;
  }
  return Error{ErrorCode::kNotANumber, {}, std::string(text)};
}

}  // namespace sextant
