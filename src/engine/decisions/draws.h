// Standard normal numbers for the trials of a simulation: the same for the same
// seed, on every platform, and spread more evenly than chance would.
#ifndef SEXTANT_ENGINE_DECISIONS_DRAWS_H_
#define SEXTANT_ENGINE_DECISIONS_DRAWS_H_

#include <cstddef>
#include <cstdint>

namespace sextant {

inline constexpr int kDrawDimensions = 12;

// Groups of twelve dimensions, each the first twelve of Sobol' (direction
// numbers of Joe and Kuo, 2008). In each group the trials have another order,
// and each dimension is scrambled on its own (Owen's nested scrambling by the
// hash of Laine and Karras, with the constants of Burley, "Practical Hash-based
// Owen Scrambling", JCGT 9(4), 2020). Every dimension takes each of the
// `trials` equally likely parts of the normal distribution once: the number in
// the middle of it.
class Draws {
 public:
  // `trials`: a power of two, 2^10..2^20. `normals`: as many numbers, which it
  // fills, and which stay where they are.
  Draws(uint32_t seed, uint32_t trials, double* normals);

  // Writes those of trials first..first + count − 1.
  void Write(uint32_t group, uint32_t dimension, uint32_t first, uint32_t count,
             double* numbers) const;

  // The number that is greater than `place` of them, in ascending order.
  double Normal(uint32_t place) const;

 private:
  static constexpr int kTableBits = 7;
  static constexpr int kTables = 3;

  uint32_t seed_;
  uint32_t mask_;  // trials − 1
  int bits_;       // trials = 2^bits_
  // In the order of the reversed bits of their place.
  const double* normals_;
  // Sobol' points, first digit lowest, by bits of the index.
  uint32_t sobol_[kDrawDimensions][kTables][1 << kTableBits];
};

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_DRAWS_H_
