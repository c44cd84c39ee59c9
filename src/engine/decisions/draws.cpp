#include "engine/decisions/draws.h"

#include "base/normal.h"

namespace sextant {
namespace {

constexpr int kIndexBits = 21;

// One of the primitive polynomials of Sobol' with its initial numbers.
struct Direction {
  int degree;
  uint32_t coefficients;  // without the first and the last, which are 1
  uint32_t initial[5];
};

// From the second dimension on. In the first, a point is its index with the
// digits reversed.
constexpr Direction kDirections[kDrawDimensions - 1] = {
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
};

// SplitMix64's finaliser: another seed for every purpose.
uint32_t SeedOf(uint32_t seed, uint32_t purpose) {
  uint64_t z = (uint64_t{seed} << 32 | purpose) + 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return static_cast<uint32_t>(z ^ z >> 31);
}

// `digits` has the first digit of a number lowest; each digit depends on those
// before it.
uint32_t Scramble(uint32_t digits, uint32_t seed) {
  digits ^= digits * 0x3D20ADEA;
  digits += seed;
  digits *= (seed >> 16) | 1;
  digits ^= digits * 0x05526C56;
  digits ^= digits * 0x53A22864;
  return digits;
}

// Another order of the trials; each of its steps can be undone.
class Shuffle {
 public:
  Shuffle(uint32_t seed, uint32_t mask, int bits) : mask_(mask), bits_(bits) {
    for (uint32_t i = 0; i < kRounds; ++i) {
      factors_[i] = SeedOf(seed, 2 * i) | 1;
      summands_[i] = SeedOf(seed, 2 * i + 1);
    }
  }

  uint32_t operator()(uint32_t index) const {
    for (uint32_t i = 0; i < kRounds; ++i) {
      index = (index * factors_[i] + summands_[i]) & mask_;
      index ^= index >> (bits_ / 2 - i % 2);
    }
    return index;
  }

 private:
  static constexpr uint32_t kRounds = 4;
  uint32_t mask_;
  int bits_;
  uint32_t factors_[kRounds];
  uint32_t summands_[kRounds];
};

// What each bit of the index adds to a point, first digit lowest.
void SetDirections(const Direction& direction, uint32_t* added) {
  for (int bit = 0; bit < kIndexBits; ++bit) {
    uint32_t digits = 0;
    if (bit < direction.degree) {
      const uint32_t initial = direction.initial[bit];
      for (int i = 0; i <= bit; ++i) digits |= (initial >> i & 1) << (bit - i);
    } else {
      const uint32_t earliest = added[bit - direction.degree];
      digits = earliest ^ earliest << direction.degree;
      for (int i = 1; i < direction.degree; ++i) {
        if (direction.coefficients >> (direction.degree - 1 - i) & 1) {
          digits ^= added[bit - i];
        }
      }
    }
    added[bit] = digits;
  }
}

uint32_t Reversed(uint32_t value, int bits) {
  uint32_t reversed = 0;
  for (int i = 0; i < bits; ++i) reversed |= (value >> i & 1) << (bits - 1 - i);
  return reversed;
}

}  // namespace

Draws::Draws(uint32_t seed, uint32_t trials, double* normals)
    : seed_(seed), mask_(trials - 1), bits_(0), normals_(normals) {
  while (1u << bits_ < trials) ++bits_;
  // The upper half mirrors the lower one, so that all of them sum to 0.
  for (uint32_t i = 0; i < trials / 2; ++i) {
    const double normal = NormalQuantile((i + 0.5) / trials);
    normals[Reversed(i, bits_)] = normal;
    normals[Reversed(mask_ - i, bits_)] = -normal;
  }
  for (int dimension = 0; dimension < kDrawDimensions; ++dimension) {
    uint32_t added[kIndexBits];
    for (int bit = 0; bit < kIndexBits; ++bit) added[bit] = 1u << bit;
    if (dimension > 0) SetDirections(kDirections[dimension - 1], added);
    for (int table = 0; table < kTables; ++table) {
      for (uint32_t index = 0; index < 1 << kTableBits; ++index) {
        uint32_t digits = 0;
        for (int i = 0; i < kTableBits; ++i) {
          if (index >> i & 1) digits ^= added[table * kTableBits + i];
        }
        sobol_[dimension][table][index] = digits;
      }
    }
  }
}

void Draws::Write(uint32_t group, uint32_t dimension, uint32_t first,
                  uint32_t count, double* numbers) const {
  constexpr uint32_t kTableMask = (1 << kTableBits) - 1;
  const uint32_t purpose = group * (kDrawDimensions + 1);
  const Shuffle shuffle(SeedOf(seed_, purpose), mask_, bits_);
  const uint32_t scramble = SeedOf(seed_, purpose + 1 + dimension);
  const auto& sobol = sobol_[dimension];
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t index = shuffle(first + i);
    const uint32_t digits = sobol[0][index & kTableMask] ^
                            sobol[1][index >> kTableBits & kTableMask] ^
                            sobol[2][index >> 2 * kTableBits];
    numbers[i] = normals_[Scramble(digits, scramble) & mask_];
  }
}

double Draws::Normal(uint32_t place) const {
  return normals_[Reversed(place, bits_)];
}

}  // namespace sextant
