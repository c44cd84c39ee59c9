#include "app/typed_number.h"

#include <cmath>
#include <optional>

#include "base/decimal.h"
#include "exchange/error_message.h"
#include "exchange/number_text.h"

namespace sextant {
namespace {

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// "12.000": one to three digits, not 0 first, a point and three digits.
bool LooksGrouped(std::string_view number) {
  const size_t point = number.find('.');
  return point >= 1 && point <= 3 && number[0] != '0' &&
         number.size() == point + 4;
}

}  // namespace

std::string DoubtAbout(std::string_view text, Unit unit,
                       std::string_view currency, Language language) {
  const std::string simple = SimpleSigns(text);
  const std::string capitals = Capitals(simple);
  for (const auto& [sign, currencies] : CurrencySigns()) {
    if (!Has(capitals, sign)) continue;
    if (Has(currencies, currency)) break;
    return FormatText(language, TextId::kUiForeignCurrency,
                      {{"sign", sign}, {"currency", currency}});
  }
  const size_t begin = simple.find_first_of("0123456789.,");
  if (begin == std::string::npos) return {};
  std::string number = simple.substr(
      begin, simple.find_first_not_of("0123456789.,' ", begin) - begin);
  number.erase(number.find_last_not_of(' ') + 1);
  const Result<double> alone = ParseTypedNumber(number, unit);
  const Result<double> all = ParseTypedNumber(text, unit);
  // With a word that makes it larger it is clear.
  if (!alone.ok() || !all.ok() || alone.value() != all.value()) return {};
  std::string typed = number;
  if (unit == Unit::kShare) {
    const double share = all.value();
    if (share <= 0 || share >= 0.01 || Has(simple, "%")) return {};
    typed += '%';
    // Rounded so that 6.8 is not 6.800000000000001.
    number = NumberText(std::round(share * 1e14) / 1e10) + "%";
  } else {
    const bool is_amount = unit == Unit::kMoney || unit == Unit::kCount;
    if (!is_amount || !LooksGrouped(number)) return {};
    typed = NumberText(all.value());
    number[number.find('.')] = ',';
  }
  return FormatText(language, TextId::kUiTypedQuestion,
                    {{"typed", typed}, {"meant", number}});
}

std::string TakeTyped(Session& session, const FieldAddress& address,
                      std::string_view text, bool sure, Language language) {
  const FieldDefinition& field = address.definition();
  std::string doubt = DoubtAbout(text, field.unit,
                                 session.scenario().currency.view(), language);
  if (!doubt.empty() && !(sure && Has(doubt, "\n"))) return doubt;
  const auto error = session.Apply(edit::TypeField{address, text});
  return error ? InputErrorMessage(*error, language, field) : std::string();
}

}  // namespace sextant
