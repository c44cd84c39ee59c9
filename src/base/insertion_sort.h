// A stable sort for few elements, with a tenth of the code size of std::sort in
// wasm.
#ifndef SEXTANT_BASE_INSERTION_SORT_H_
#define SEXTANT_BASE_INSERTION_SORT_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace sextant {

// Ascending by `is_before(a, b)`; equal elements keep their order. Quadratic:
// meant for the cells of a scenario and the texts of a chart.
template <typename T, typename IsBefore>
void InsertionSort(std::vector<T>& items, IsBefore is_before) {
  for (size_t end = 1; end < items.size(); ++end) {
    for (size_t i = end; i > 0 && is_before(items[i], items[i - 1]); --i) {
      std::swap(items[i], items[i - 1]);
    }
  }
}

}  // namespace sextant

#endif  // SEXTANT_BASE_INSERTION_SORT_H_
