#include "ui/kit/text_clusters.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace sextant {
namespace {

std::vector<std::string> Clusters(std::string_view text) {
  std::vector<std::string> result;
  for (size_t offset = 0; offset < text.size();) {
    result.emplace_back(NextCluster(text, offset));
  }
  return result;
}

using Strings = std::vector<std::string>;

TEST(TextClusters, WordsStayTogetherForKerning) {
  EXPECT_EQ(Clusters("Value per"), (Strings{"Value", " ", "per"}));
}

TEST(TextClusters, DigitsAreSeparateBecauseNumbersChange) {
  EXPECT_EQ(Clusters("NT$1,20"), (Strings{"NT$", "1", ",", "2", "0"}));
}

TEST(TextClusters, IdeographsAreSeparate) {
  EXPECT_EQ(Clusters("客單價a"), (Strings{"客", "單", "價", "a"}));
}

TEST(TextClusters, EmojiOfSeveralCodePointsStayTogether) {
  const std::string family = "👩‍👧";
  EXPECT_EQ(Clusters(family), Strings{family});
}

TEST(TextClusters, CombiningMarksStayWithTheirLetter) {
  EXPECT_EQ(Clusters("e\xCC\x81t"), Strings{"e\xCC\x81t"});
}

TEST(TextClusters, JoinedClustersAreTheTextForAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = static_cast<char>(random());
    std::string joined;
    for (const std::string& cluster : Clusters(text)) {
      ASSERT_FALSE(cluster.empty());
      joined += cluster;
    }
    EXPECT_EQ(joined, text);
  }
}

}  // namespace
}  // namespace sextant
