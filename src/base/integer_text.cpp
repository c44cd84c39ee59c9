#include "base/integer_text.h"

namespace sextant {

std::string IntegerText(int64_t value) {
  uint64_t rest =
      value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  char buffer[21];
  char* const end = buffer + sizeof(buffer);
  char* begin = end;
  do {
    *--begin = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *--begin = '-';
  return std::string(begin, end);
}

}  // namespace sextant
