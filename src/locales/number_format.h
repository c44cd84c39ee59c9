// Writes numbers as is usual in the language. The sign of a currency and its
// side are plain data: the page gets them once from Intl.NumberFormat, so that
// no frame has to call the browser.
#ifndef SEXTANT_LOCALES_NUMBER_FORMAT_H_
#define SEXTANT_LOCALES_NUMBER_FORMAT_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/optional_number.h"
#include "locales/text.h"

namespace sextant {

inline constexpr std::string_view kUndefined = "—";

// How money is written: "NT$1,234.50".
struct MoneyStyle {
  std::string prefix;  // "NT$"
  std::string suffix;  // "" or " €"
};

struct NumberFormat {
  Language language = Language::kEnglish;
  MoneyStyle money;

  // 12,345; thousands grouped, rounded to whole numbers; below 10 with up to
  // two decimals ("0.5 orders" exist).
  std::string Count(double value) const;
  // NT$4,812,300; below 100 with two decimals unless whole, in every currency:
  // an average click may cost NT$9.61.
  std::string Money(double value) const;
  // A typed amount: two decimals unless whole, however large.
  std::string ExactMoney(double value) const;
  // At most four significant digits and a word for the size: 4.81M, 481.2 萬,
  // 1.2 億. The full form below 10,000.
  std::string CompactCount(double value) const;
  std::string CompactMoney(double value) const;
  // 0.0682 → "6.82%": up to two decimals, no trailing zeros, no space before
  // the sign.
  std::string Percent(double fraction) const;
  // +12% / −3.4%: always with a sign (U+2212 for minus), one decimal below 10.
  std::string SignedPercent(double fraction) const;
  // 3.21: up to two decimals (ROAS, "× the average").
  std::string Ratio(double value) const;
  // 24 months, 1 month, 24 個月.
  std::string Months(double value) const;
};

// "—" when undefined.
template <typename Formatter>
std::string OrUndefined(OptionalNumber value, Formatter formatter) {
  return value ? formatter(*value) : std::string(kUndefined);
}

// `value` written by one of the functions above, chosen by the name that
// JavaScript uses: count, money, exactMoney, share (Percent), signedShare
// (SignedPercent), ratio, months. "—" for NaN; nothing when there is no such
// name.
std::optional<std::string> FormatAs(std::string_view unit, double value,
                                    const NumberFormat& format);

// The style before the browser has given its own: "NT$", "$", "¥", "€" or the
// code itself.
MoneyStyle DefaultMoneyStyle(std::string_view currency, Language language);

}  // namespace sextant

#endif  // SEXTANT_LOCALES_NUMBER_FORMAT_H_
