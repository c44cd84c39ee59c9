// What thousands of trials say about one number.
#ifndef SEXTANT_ENGINE_DECISIONS_DISTRIBUTION_H_
#define SEXTANT_ENGINE_DECISIONS_DISTRIBUTION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/model/report.h"

namespace sextant {

// The percentiles that are asked for, ascending.
inline constexpr int kPercentiles[] = {5, 10, 25, 50, 75, 90, 95};
inline constexpr size_t kPercentileCount = std::size(kPercentiles);
inline constexpr size_t kHistogramBins = 40;

// Of the trials in which the number is defined; everything undefined when there
// are none.
struct Distribution {
  Ratio mean;
  Ratio deviation;  // root of the mean squared distance from the mean
  // In the order of kPercentiles. The p-th is between the two trials whose
  // places, each in the middle of its nth part, are around p %.
  std::array<Ratio, kPercentileCount> percentiles;
  // Of the histogram: the smallest and the largest trial.
  Ratio minimum;
  Ratio maximum;
  // How many trials are in each of equally wide bins from minimum to maximum;
  // all in the first when these are equal.
  std::array<uint32_t, kHistogramBins> counts{};

  Ratio p5() const { return percentiles.front(); }
  Ratio p50() const { return percentiles[kPercentileCount / 2]; }
  Ratio p95() const { return percentiles.back(); }
};

// Room for what Distribute() notes about that many trials.
constexpr size_t ScratchSize(size_t trials) { return trials + trials / 4; }

// NaN is an undefined trial; there are at most 2^24, a multiple of 4. `near`: a
// number near the trials, from which they are measured: equal trials have
// exactly their own value as mean, and no deviation. `scratch`:
// ScratchSize(values.size()) numbers.
Distribution Distribute(std::span<const double> values, double near,
                        double* scratch);

}  // namespace sextant

#endif  // SEXTANT_ENGINE_DECISIONS_DISTRIBUTION_H_
