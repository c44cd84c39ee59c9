// The standard normal distribution.
#ifndef SEXTANT_BASE_NORMAL_H_
#define SEXTANT_BASE_NORMAL_H_

namespace sextant {

// Φ⁻¹(0.9): 90 % of a standard normal variable is at most this.
inline constexpr double kNormalP90 = 1.2815515655446004;

// Φ⁻¹(probability), to about 1e-15; the same bits on every platform. For
// probabilities from 1e-10 to 1 − 1e-10. (Wichura, "Algorithm AS 241", Applied
// Statistics 37, 1988: PPND16, without the farthest tails.)
double NormalQuantile(double probability);

}  // namespace sextant

#endif  // SEXTANT_BASE_NORMAL_H_
