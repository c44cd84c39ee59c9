#include "base/big_number.h"

#include <bit>

namespace sextant {

BigNumber::BigNumber(uint64_t value) {
  for (; value != 0; value >>= 32) Push(static_cast<uint32_t>(value));
}

void BigNumber::Push(uint32_t word) {
  if (size_ < kCapacity) words_[size_++] = word;
}

void BigNumber::DropLeadingZeros() {
  while (size_ > 0 && words_[size_ - 1] == 0) --size_;
}

void BigNumber::MultiplyAdd(uint32_t factor, uint32_t summand) {
  uint64_t carry = summand;
  for (int i = 0; i < size_; ++i) {
    carry += static_cast<uint64_t>(words_[i]) * factor;
    words_[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) Push(static_cast<uint32_t>(carry));
}

void BigNumber::MultiplyByPowerOfTen(int exponent) {
  constexpr int kStep = 9;
  constexpr uint32_t kFactor = 1'000'000'000;
  for (; exponent >= kStep; exponent -= kStep) MultiplyAdd(kFactor, 0);
  for (; exponent > 0; --exponent) MultiplyAdd(10, 0);
}

void BigNumber::ShiftLeft(int bits) {
  if (size_ == 0) return;
  const int words = bits / 32;
  const int rest = bits % 32;
  if (size_ + words + 1 > kCapacity) return;
  uint32_t high = 0;
  if (rest != 0) high = words_[size_ - 1] >> (32 - rest);
  for (int i = size_ - 1; i >= 0; --i) {
    const uint32_t low = rest != 0 && i > 0 ? words_[i - 1] >> (32 - rest) : 0;
    words_[i + words] = words_[i] << rest | low;
  }
  for (int i = 0; i < words; ++i) words_[i] = 0;
  size_ += words;
  if (high != 0) Push(high);
}

void BigNumber::ShiftRightByOne() {
  for (int i = 0; i < size_; ++i) {
    const uint32_t next = i + 1 < size_ ? words_[i + 1] << 31 : 0;
    words_[i] = words_[i] >> 1 | next;
  }
  DropLeadingZeros();
}

void BigNumber::Add(const BigNumber& other) {
  while (size_ < other.size_) Push(0);
  uint64_t carry = 0;
  for (int i = 0; i < size_; ++i) {
    carry += words_[i];
    if (i < other.size_) carry += other.words_[i];
    words_[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) Push(1);
}

void BigNumber::Subtract(const BigNumber& other) {
  uint32_t borrow = 0;
  for (int i = 0; i < size_; ++i) {
    const uint64_t taken =
        (i < other.size_ ? uint64_t{other.words_[i]} : 0) + borrow;
    borrow = words_[i] < taken ? 1 : 0;
    words_[i] = static_cast<uint32_t>(words_[i] - taken);
  }
  DropLeadingZeros();
}

int BigNumber::BitLength() const {
  return size_ == 0 ? 0 : size_ * 32 - std::countl_zero(words_[size_ - 1]);
}

int BigNumber::Compare(const BigNumber& a, const BigNumber& b) {
  if (a.size_ != b.size_) return a.size_ < b.size_ ? -1 : 1;
  for (int i = a.size_ - 1; i >= 0; --i) {
    if (a.words_[i] != b.words_[i]) return a.words_[i] < b.words_[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace sextant
