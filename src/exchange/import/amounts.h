// Numbers as exports write them. What "." and "," mean, all numbers of a file
// say together.
#ifndef SEXTANT_EXCHANGE_IMPORT_AMOUNTS_H_
#define SEXTANT_EXCHANGE_IMPORT_AMOUNTS_H_

#include <cstdint>
#include <string_view>

#include "base/optional_number.h"

namespace sextant {

// What the numbers of a file say about "." and ",".
class SeparatorEvidence {
 public:
  // `is_count`: the number has no decimals, so that "1.234" is 1234.
  void Add(std::string_view text, bool is_count);
  // The decimal separator, "." or ","; `usual` when no number says it.
  char Decimal(char usual) const;

 private:
  uint32_t point_ = 0;  // how many say that "." is the decimal separator
  uint32_t comma_ = 0;
  uint32_t point_of_counts_ = 0;
  uint32_t comma_of_counts_ = 0;
};

// Of a field.
struct Amount {
  enum class State : uint8_t {
    kNumber,
    kUnknown,  // empty, "-", "--", "—"
    kRate,     // a percentage: never read
    kUnreadable,
  };
  State state = State::kUnreadable;
  double value = 0;
  int decimals = 0;
  std::string_view currency;  // the sign or code, as CurrencySigns() has it
};

Amount ReadAmount(std::string_view text, char decimal);

// Whether it could be a number or an unknown one. Quick: looks at the first
// sign that counts.
bool LooksLikeAmount(std::string_view text);

// The currency that a sign or code means: `expected` if it may mean that.
std::string_view CurrencyOf(std::string_view sign, std::string_view expected);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_AMOUNTS_H_
