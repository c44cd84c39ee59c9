#include "exchange/error_message.h"

#include <optional>

#include "base/integer_text.h"
#include "exchange/json_reader.h"
#include "exchange/number_text.h"
#include "locales/number_format.h"

namespace sextant {
namespace {

// Details that are replaced by a text in the reader's language.
struct NamedDetail {
  ErrorCode code;
  std::string_view detail;
  TextId text;
};

constexpr NamedDetail kNamedDetails[] = {
    {ErrorCode::kWrongType, json_detail::kNumber, TextId::kTypeNumber},
    {ErrorCode::kWrongType, json_detail::kText, TextId::kTypeText},
    {ErrorCode::kWrongType, json_detail::kYesOrNo, TextId::kTypeYesOrNo},
    {ErrorCode::kWrongType, json_detail::kObject, TextId::kTypeObject},
    {ErrorCode::kWrongType, json_detail::kList, TextId::kTypeList},
    {ErrorCode::kBadSyntax, json_detail::kUnexpectedCharacter,
     TextId::kSyntaxUnexpectedCharacter},
    {ErrorCode::kBadSyntax, json_detail::kUnexpectedEnd,
     TextId::kSyntaxUnexpectedEnd},
    {ErrorCode::kBadSyntax, json_detail::kBadNumber, TextId::kSyntaxBadNumber},
    {ErrorCode::kBadSyntax, json_detail::kBadText, TextId::kSyntaxBadText},
    {ErrorCode::kBadSyntax, json_detail::kTooDeep, TextId::kSyntaxTooDeep},
};

std::string Bound(std::string_view text, Language language, bool percent) {
  const NumberFormat format{language, {}};
  const double value = ParseNumber(text).value_or(0);
  // Two decimals are too few.
  if (!percent && value > 0 && value < 1) return std::string(text);
  return percent ? format.Percent(value) : format.ExactMoney(value);
}

std::string DetailText(const Error& error, Language language, bool percent) {
  for (const NamedDetail& named : kNamedDetails) {
    if (named.code == error.code && named.detail == error.detail) {
      return std::string(Text(language, named.text));
    }
  }
  const std::string_view detail = error.detail;
  if (error.code == ErrorCode::kTooMany) {
    return NumberFormat{language, {}}.Count(ParseNumber(detail).value_or(0));
  }
  if (error.code == ErrorCode::kSharesDoNotSum) {
    return NumberFormat{language, {}}.Percent(ParseNumber(detail).value_or(0) /
                                              1e6);
  }
  const size_t dots = detail.find("..");
  const bool is_range = error.code == ErrorCode::kOutOfBounds ||
                        error.code == ErrorCode::kBudgetOutOfReach;
  if (!is_range || dots == std::string::npos) {
    return std::string(Truncated(detail));  // shocks quote their input
  }
  const std::string minimum = Bound(detail.substr(0, dots), language, percent);
  const std::string maximum = Bound(detail.substr(dots + 2), language, percent);
  return FormatText(language, TextId::kTypeRange,
                    {{"minimum", minimum}, {"maximum", maximum}});
}

std::string Sentence(const Error& error, Language language,
                     std::string_view field, bool percent) {
  const std::string detail = DetailText(error, language, percent);
  const std::string line = IntegerText(error.line);
  return FormatText(language, ErrorText(error.code),
                    {{"field", field}, {"detail", detail}, {"line", line}});
}

}  // namespace

std::string ErrorMessage(const Error& error, Language language) {
  const std::string_view field = error.field.empty()
                                     ? Text(language, TextId::kTypeInput)
                                     : std::string_view(error.field);
  return Sentence(error, language, field, false);
}

std::string InputErrorMessage(const Error& error, Language language,
                              const FieldDefinition& field) {
  return Sentence(error, language, Text(language, field.label),
                  field.unit == Unit::kShare);
}

}  // namespace sextant
