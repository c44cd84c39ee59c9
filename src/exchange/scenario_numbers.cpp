// What a call does of reading when only numbers have changed; compiled for
// speed, the rest of the reader for size.
#include "engine/model/validation.h"
#include "exchange/scenario_json.h"

namespace sextant {

bool ScenarioReader::ReadNumbers(std::span<const double> numbers) {
  if (!can_repeat_ || numbers.size() != number_count_) return false;
  for (size_t i = 0; i < number_count_; ++i) {
    const double value = numbers[i] + 0.0;
    if (!Accepts(*numbers_[i].field, value)) {
      can_repeat_ = false;
      return false;
    }
    *numbers_[i].value = value;
  }
  if (CheckShares(scenario_.flywheel)) {
    can_repeat_ = false;
    return false;
  }
  for (size_t i = 0; i < listed_count_; ++i) {
    scenario_.cells[listed_[i].position] = listed_[i].cell;
  }
  return true;
}

}  // namespace sextant
