// Whole numbers as text. One function instead of one std::to_string per type.
#ifndef SEXTANT_BASE_INTEGER_TEXT_H_
#define SEXTANT_BASE_INTEGER_TEXT_H_

#include <cstdint>
#include <string>

namespace sextant {

std::string IntegerText(int64_t value);

}  // namespace sextant

#endif  // SEXTANT_BASE_INTEGER_TEXT_H_
