// Whole numbers of up to 4,000 bits, for exact conversion between decimal and
// binary fractions.
#ifndef SEXTANT_BASE_BIG_NUMBER_H_
#define SEXTANT_BASE_BIG_NUMBER_H_

#include <cstdint>

namespace sextant {

class BigNumber {
 public:
  explicit BigNumber(uint64_t value = 0);

  void MultiplyAdd(uint32_t factor, uint32_t summand);
  void MultiplyByPowerOfTen(int exponent);
  void ShiftLeft(int bits);
  void ShiftRightByOne();
  void Add(const BigNumber& other);
  void Subtract(const BigNumber& other);  // other ≤ *this

  int BitLength() const;
  // −1, 0 or 1 as a <, =, > b.
  static int Compare(const BigNumber& a, const BigNumber& b);

 private:
  static constexpr int kCapacity = 160;  // words; callers stay far below
  void Push(uint32_t word);
  void DropLeadingZeros();

  int size_ = 0;               // the most significant word is not zero
  uint32_t words_[kCapacity];  // least significant first
};

}  // namespace sextant

#endif  // SEXTANT_BASE_BIG_NUMBER_H_
