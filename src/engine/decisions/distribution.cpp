#include "engine/decisions/distribution.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sextant {
namespace {

constexpr size_t kBuckets = 100 * kHistogramBins;
constexpr int kUndefined = kBuckets;

struct Moments {
  size_t count = 0;
  double minimum = 0;
  double maximum = 0;
  double mean = 0;
  double deviation = 0;
};

Moments Measure(std::span<const double> values, double near) {
  Moments moments;
  double low = INFINITY;
  double high = -INFINITY;
  double sum = 0;
  double squares = 0;
  for (const double value : values) {
    if (value != value) continue;
    ++moments.count;
    low = value < low ? value : low;
    high = value > high ? value : high;
    const double distance = value - near;
    sum += distance;
    squares += distance * distance;
  }
  if (moments.count == 0) return moments;
  const auto count = static_cast<double>(moments.count);
  const double mean = sum / count;
  moments.minimum = low;
  moments.maximum = high;
  moments.mean = near + mean;
  moments.deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
  return moments;
}

// The value that would be at `rank` after sorting (Hoare's FIND).
double Select(double* values, size_t count, size_t rank) {
  size_t low = 0;
  size_t high = count - 1;
  while (low < high) {
    const double pivot = values[low + (high - low) / 2];
    size_t i = low;
    size_t j = high + 1;  // one beyond, so that it can pass 0
    while (i < j) {
      while (values[i] < pivot) ++i;
      while (pivot < values[j - 1]) --j;
      if (i < j) std::swap(values[i++], values[--j]);
    }
    if (rank < j) {
      high = j - 1;
    } else if (rank >= i) {
      low = i;
    } else {
      break;
    }
  }
  return values[rank];
}

// Trials by their place in ascending order: they are put into equally wide
// buckets, and compared only within the one that is asked for.
class Order {
 public:
  Order(std::span<const double> values, const Moments& moments, double* scratch)
      : members_(scratch) {
    auto* keys = reinterpret_cast<uint16_t*>(scratch + values.size());
    const double scale = kBuckets / (moments.maximum - moments.minimum);
    // Without a distance that can be measured all are in the first.
    const double usable = scale < 1e300 ? scale : 0;
    for (size_t i = 0; i < values.size(); ++i) {
      const double place = (values[i] - moments.minimum) * usable;
      const double bucket = place < kBuckets ? place : kBuckets - 1.0;
      keys[i] = static_cast<uint16_t>(
          values[i] == values[i] ? static_cast<int>(bucket) : kUndefined);
      ++starts_[keys[i] + 2];
    }
    for (size_t i = 3; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    for (size_t i = 0; i < values.size(); ++i) {
      members_[starts_[keys[i] + 1]++] = values[i];
    }
  }

  size_t CountIn(size_t bucket) const {
    return starts_[bucket + 1] - starts_[bucket];
  }

  double At(uint32_t rank) {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), rank);
    const uint32_t start = next[-1];
    return Select(members_ + start, *next - start, rank - start);
  }

 private:
  double* members_;  // the trials, bucket by bucket
  // Where each bucket begins among them, that of undefined trials last.
  std::array<uint32_t, kBuckets + 3> starts_{};
};

double Percentile(Order& order, size_t count, int percent) {
  const auto last = static_cast<double>(count - 1);
  const double place =
      std::clamp(static_cast<double>(count) * percent / 100 - 0.5, 0.0, last);
  const auto rank = static_cast<uint32_t>(place);
  const double lower = order.At(rank);
  const double part = place - static_cast<double>(rank);
  if (part == 0) return lower;
  return lower + part * (order.At(rank + 1) - lower);
}

}  // namespace

Distribution Distribute(std::span<const double> values, double near,
                        double* scratch) {
  Distribution found;
  const Moments moments = Measure(values, near);
  if (moments.count == 0) return found;
  found.mean = moments.mean;
  found.deviation = moments.deviation;
  found.minimum = moments.minimum;
  found.maximum = moments.maximum;
  Order order(values, moments, scratch);
  for (size_t i = 0; i < kPercentileCount; ++i) {
    found.percentiles[i] = Percentile(order, moments.count, kPercentiles[i]);
  }
  for (size_t bucket = 0; bucket < kBuckets; ++bucket) {
    found.counts[bucket * kHistogramBins / kBuckets] +=
        static_cast<uint32_t>(order.CountIn(bucket));
  }
  return found;
}

}  // namespace sextant
