#include "app/history.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace sextant {
namespace {

using Numbers = History<int, 3>;
static_assert(std::is_trivially_copyable_v<Numbers>);

TEST(History, GoesBackAndForth) {
  Numbers history;
  int present = 0;
  for (int next : {1, 2}) {
    history.Remember(present);
    present = next;
  }
  EXPECT_EQ(history.last(), 1);
  history.Undo(present);
  EXPECT_EQ(present, 1);
  history.Undo(present);
  EXPECT_EQ(present, 0);
  EXPECT_FALSE(history.can_undo());
  history.Redo(present);
  history.Redo(present);
  EXPECT_EQ(present, 2);
  EXPECT_FALSE(history.can_redo());
}

TEST(History, AChangeClearsTheRedoSteps) {
  Numbers history;
  int present = 0;
  history.Remember(present);
  present = 1;
  history.Undo(present);
  history.Remember(present);
  present = 2;
  EXPECT_FALSE(history.can_redo());
  history.Undo(present);
  EXPECT_EQ(present, 0);
}

TEST(History, ForgetsTheOldestOfTooMany) {
  Numbers history;
  int present = 0;
  for (int next = 1; next <= 7; ++next) {
    history.Remember(present);
    present = next;
  }
  for (int expected : {6, 5, 4}) {
    ASSERT_TRUE(history.can_undo());
    history.Undo(present);
    EXPECT_EQ(present, expected);
  }
  EXPECT_FALSE(history.can_undo());
  for (int expected : {5, 6, 7}) {
    ASSERT_TRUE(history.can_redo());
    history.Redo(present);
    EXPECT_EQ(present, expected);
  }
}

}  // namespace
}  // namespace sextant
