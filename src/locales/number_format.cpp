#include "locales/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace sextant {
namespace {

constexpr std::string_view kMinus = "\u2212";
constexpr double kPowersOfTen[] = {1, 10, 100, 1000};
constexpr double kLargestWhole = 1.8e19;  // fits in 64 bits

// A rounded number as text without its sign.
struct Digits {
  bool negative = false;  // never for a number that rounds to zero
  std::string text;
};

enum class TrailingZeros { kKeep, kDrop };

// "1.23e45": for numbers too large for grouped digits, which occur only after a
// division by nearly zero.
std::string Scientific(double magnitude) {
  // A ratio of two extremes may be too large for a double.
  magnitude = std::min(magnitude, std::numeric_limits<double>::max());
  int exponent = 0;
  for (; magnitude >= 9.995; ++exponent) magnitude /= 10;
  const int hundredths = static_cast<int>(magnitude * 100 + 0.5);
  std::string text;
  for (const int digit :
       {hundredths / 100, -1, hundredths / 10 % 10, hundredths % 10}) {
    text += digit < 0 ? '.' : static_cast<char>('0' + digit);
  }
  text += 'e';
  if (exponent >= 100) text += static_cast<char>('0' + exponent / 100);
  text += static_cast<char>('0' + exponent / 10 % 10);
  text += static_cast<char>('0' + exponent % 10);
  return text;
}

// Grouped by thousands. Written from the right into a buffer, because this runs
// for every number on screen in every frame.
Digits Fixed(double value, int decimals, TrailingZeros zeros) {
  const double magnitude = std::fabs(value);
  if (!(magnitude < kLargestWhole)) {
    return {value < 0, Scientific(magnitude)};
  }
  if (magnitude * kPowersOfTen[decimals] >= kLargestWhole) decimals = 0;
  auto scaled = static_cast<uint64_t>(magnitude * kPowersOfTen[decimals] + 0.5);
  const bool negative = value < 0 && scaled != 0;
  if (zeros == TrailingZeros::kDrop) {
    for (; decimals > 0 && scaled % 10 == 0; --decimals) scaled /= 10;
  }

  char buffer[40];
  char* const end = buffer + sizeof(buffer);
  char* begin = end;
  for (int i = 0; i < decimals; ++i, scaled /= 10) {
    *--begin = static_cast<char>('0' + scaled % 10);
  }
  if (decimals > 0) *--begin = '.';
  int whole_digits = 0;
  do {
    if (whole_digits > 0 && whole_digits % 3 == 0) *--begin = ',';
    *--begin = static_cast<char>('0' + scaled % 10);
    scaled /= 10;
    ++whole_digits;
  } while (scaled != 0);
  return {negative, std::string(begin, end)};
}

std::string Signed(const Digits& digits, std::string_view prefix,
                   std::string_view suffix) {
  std::string text;
  text.reserve(prefix.size() + digits.text.size() + suffix.size() + 3);
  if (digits.negative) text += kMinus;
  text += prefix;
  text += digits.text;
  text += suffix;
  return text;
}

std::string Plain(double value, int decimals, std::string_view suffix = {}) {
  return Signed(Fixed(value, decimals, TrailingZeros::kDrop), {}, suffix);
}

struct SizeWord {
  double size;
  std::string_view word;
};

constexpr SizeWord kEnglishSizes[] = {
    {1e3, "K"}, {1e6, "M"}, {1e9, "B"}, {1e12, "T"}};
constexpr SizeWord kChineseSizes[] = {
    {1e4, " 萬"}, {1e8, " 億"}, {1e12, " 兆"}, {1e16, " 京"}};
constexpr int kSizeCount = 4;
constexpr double kSmallestCompact = 10000;

// Four significant digits, at most two of them decimals.
int CompactDecimals(double scaled) {
  if (scaled < 99.995) return 2;
  return scaled < 999.95 ? 1 : 0;
}

struct Compact {
  Digits digits;
  std::string_view word;
};

Compact CompactDigits(double value, Language language) {
  const SizeWord* sizes =
      language == Language::kEnglish ? kEnglishSizes : kChineseSizes;
  const double magnitude = std::fabs(value);
  // Four digits, rounded: 999,960 is 1M and not 1,000K.
  constexpr double kAlmost = 1 - 0.5e-4;
  int size = 0;
  while (size + 1 < kSizeCount && magnitude >= sizes[size + 1].size * kAlmost) {
    ++size;
  }
  const double scaled = value / sizes[size].size;
  constexpr double kTooLongForTheLargestWord = 1e9;
  if (std::fabs(scaled) >= kTooLongForTheLargestWord) {
    return {{value < 0, Scientific(magnitude)}, {}};
  }
  return {
      Fixed(scaled, CompactDecimals(std::fabs(scaled)), TrailingZeros::kDrop),
      sizes[size].word};
}

bool IsCompact(double value) {
  return std::fabs(value) >= kSmallestCompact - 0.5;
}

struct CurrencySign {
  std::string_view currency;
  std::string_view english;
  std::string_view chinese;
};

constexpr CurrencySign kCurrencySigns[] = {
    {"TWD", "NT$", "$"},   {"USD", "$", "US$"}, {"JPY", "¥", "¥"},
    {"EUR", "€", "€"},     {"GBP", "£", "£"},   {"CNY", "CN¥", "CN¥"},
    {"HKD", "HK$", "HK$"}, {"KRW", "₩", "₩"},
};

}  // namespace

std::string NumberFormat::Count(double value) const {
  return Plain(value, std::fabs(value) < 9.995 ? 2 : 0);
}

namespace {

// Two decimals or none: "NT$9.60", "NT$8".
Digits MoneyDigits(double value, int decimals) {
  Digits digits = Fixed(value, decimals, TrailingZeros::kKeep);
  const size_t point = digits.text.find('.');
  if (point != std::string::npos &&
      digits.text.find_first_not_of('0', point + 1) == std::string::npos) {
    digits.text.resize(point);
  }
  return digits;
}

}  // namespace

std::string NumberFormat::Money(double value) const {
  const int decimals = std::fabs(value) < 99.995 ? 2 : 0;
  return Signed(MoneyDigits(value, decimals), money.prefix, money.suffix);
}

std::string NumberFormat::ExactMoney(double value) const {
  return Signed(MoneyDigits(value, 2), money.prefix, money.suffix);
}

std::string NumberFormat::CompactCount(double value) const {
  if (!IsCompact(value)) return Count(value);
  const Compact compact = CompactDigits(value, language);
  return Signed(compact.digits, {}, compact.word);
}

std::string NumberFormat::CompactMoney(double value) const {
  if (!IsCompact(value)) return Money(value);
  Compact compact = CompactDigits(value, language);
  compact.digits.text += compact.word;
  return Signed(compact.digits, money.prefix, money.suffix);
}

std::string NumberFormat::Percent(double fraction) const {
  return Plain(fraction * 100, 2, "%");
}

std::string NumberFormat::SignedPercent(double fraction) const {
  const double percent = fraction * 100;
  const Digits digits =
      Fixed(percent, std::fabs(percent) < 9.95 ? 1 : 0, TrailingZeros::kDrop);
  return Signed(digits, digits.negative ? "" : "+", "%");
}

std::string NumberFormat::Ratio(double value) const { return Plain(value, 2); }

std::string NumberFormat::Months(double value) const {
  if (language == Language::kTraditionalChinese) return Count(value) + " 個月";
  return Count(value) + (value == 1 ? " month" : " months");
}

std::optional<std::string> FormatAs(std::string_view unit, double value,
                                    const NumberFormat& format) {
  static constexpr struct {
    std::string_view unit;
    std::string (NumberFormat::*write)(double) const;
  } kUnits[] = {
      {"count", &NumberFormat::Count},
      {"money", &NumberFormat::Money},
      {"exactMoney", &NumberFormat::ExactMoney},
      {"share", &NumberFormat::Percent},
      {"signedShare", &NumberFormat::SignedPercent},
      {"ratio", &NumberFormat::Ratio},
      {"months", &NumberFormat::Months},
  };
  for (const auto& entry : kUnits) {
    if (unit != entry.unit) continue;
    if (std::isnan(value)) return std::string(kUndefined);
    return (format.*entry.write)(value);
  }
  return std::nullopt;
}

MoneyStyle DefaultMoneyStyle(std::string_view currency, Language language) {
  MoneyStyle style;
  for (const CurrencySign& sign : kCurrencySigns) {
    if (currency != sign.currency) continue;
    style.prefix = language == Language::kEnglish ? sign.english : sign.chinese;
    return style;
  }
  style.prefix = currency;
  style.prefix += "\u00a0";
  return style;
}

}  // namespace sextant
