// The bits of a double or float; std::bit_cast is missing from
// Emscripten 3.1.6.
#ifndef SEXTANT_BASE_DOUBLE_BITS_H_
#define SEXTANT_BASE_DOUBLE_BITS_H_

#include <cstdint>
#include <cstring>

namespace sextant {

inline uint64_t BitsOf(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  return bits;
}

inline uint32_t BitsOf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof(bits));
  return bits;
}

inline double DoubleOf(uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof(value));
  return value;
}

}  // namespace sextant

#endif  // SEXTANT_BASE_DOUBLE_BITS_H_
