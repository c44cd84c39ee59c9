#include "base/inline_vector.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace sextant {
namespace {

using Numbers = InlineVector<int, 4>;
static_assert(std::is_trivially_copyable_v<Numbers>);

TEST(InlineVector, GrowsAndShrinksAtItsEnd) {
  Numbers numbers = Numbers({1, 2});
  EXPECT_EQ(numbers.size(), 2u);
  EXPECT_EQ(numbers.back(), 2);
  numbers.emplace_back() = 3;
  numbers.pop_back();
  EXPECT_EQ(numbers, Numbers({1, 2}));
  numbers.clear();
  EXPECT_TRUE(numbers.empty());
}

TEST(InlineVector, AddedElementsAreNewEvenInPlacesUsedBefore) {
  Numbers numbers = Numbers({1, 2, 3});
  numbers.resize(1);
  numbers.resize(3);
  EXPECT_EQ(numbers, Numbers({1, 0, 0}));
}

TEST(InlineVector, ErasingClosesTheGap) {
  Numbers numbers = Numbers({1, 2, 3, 4});
  numbers.erase(numbers.begin() + 1);
  EXPECT_EQ(numbers, Numbers({1, 3, 4}));
  numbers.erase(numbers.begin(), numbers.begin() + 2);
  EXPECT_EQ(numbers, Numbers({4}));
}

TEST(InlineVector, ComparesOnlyTheElementsInUse) {
  EXPECT_NE(Numbers({1}), Numbers({1, 0}));
  EXPECT_NE(Numbers({1, 2}), Numbers({1, 3}));
  Numbers shortened = Numbers({1, 2});
  shortened.pop_back();
  EXPECT_EQ(shortened, Numbers({1}));
}

}  // namespace
}  // namespace sextant
