#include "engine/metrics/concentration.h"

#include <algorithm>

#include "engine/metrics/metrics.h"

namespace sextant {

Concentration MeasureConcentration(std::span<const double> revenues) {
  double total = 0;
  for (double revenue : revenues) total += revenue;
  Concentration result;
  if (total == 0) return result;

  double hhi = 0;
  for (double revenue : revenues) {
    const double share = revenue / total;
    hhi += share * share;
  }
  const auto largest = std::max_element(revenues.begin(), revenues.end());
  result.hhi = hhi;
  result.effective_sources = 1 / hhi;
  result.largest = static_cast<int>(largest - revenues.begin());
  result.largest_share = *largest / total;
  if (revenues.size() > 1) {
    const double even = 1 / static_cast<double>(revenues.size());
    // Rounding may give equal sources a value slightly below zero.
    result.normalised = std::max(0.0, (hhi - even) / (1 - even));
  }
  return result;
}

}  // namespace sextant
