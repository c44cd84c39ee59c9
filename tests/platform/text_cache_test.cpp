#include "platform/text_cache.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sextant {
namespace {

TEST(TextCache, ReturnsTheValueOfTheText) {
  TextCache<int> cache;
  cache.At("revenue", 3) = 7;
  EXPECT_EQ(cache.At("revenue", 3), 7);
  EXPECT_EQ(cache.At("revenue", 4), 0) << "another font";
  EXPECT_EQ(cache.At("Revenue", 3), 0) << "another text";
  EXPECT_EQ(cache.size(), 3u);
}

TEST(TextCache, TextsWithTheSameHashHaveTheirOwnValues) {
  TextCache<int> cache;
  constexpr uint64_t kHash = 42;
  cache.At("visits", 1, kHash) = 1;
  cache.At("orders", 1, kHash) = 2;
  cache.At("orders", 2, kHash) = 3;
  EXPECT_EQ(cache.At("visits", 1, kHash), 1);
  EXPECT_EQ(cache.At("orders", 1, kHash), 2);
  EXPECT_EQ(cache.At("orders", 2, kHash), 3);
}

TEST(TextCache, AReferenceStaysValidWhenTextsAreAdded) {
  TextCache<int> cache;
  int& first = cache.At("first", 0);
  for (int i = 0; i < 1000; ++i) cache.At(std::to_string(i), 0) = i;
  first = 5;
  EXPECT_EQ(cache.At("first", 0), 5);
  cache.Clear();
  EXPECT_EQ(cache.At("first", 0), 0);
}

TEST(HashText, DependsOnLengthOrderAndSeed) {
  std::set<uint64_t> hashes;
  const std::string text = "12,345,678 orders";
  for (size_t length = 0; length <= text.size(); ++length) {
    for (const uint64_t seed : {0, 1, 2}) {
      hashes.insert(HashText(text.substr(0, length), seed));
    }
  }
  hashes.insert(HashText(std::string(1, '\0'), 0));
  hashes.insert(HashText("87654321", 0));
  hashes.insert(HashText("12345678", 0));
  EXPECT_EQ(hashes.size(), 3 * (text.size() + 1) + 3);
}

}  // namespace
}  // namespace sextant
