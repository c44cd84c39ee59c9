#include "platform/input_queue.h"

#include <gtest/gtest.h>

namespace sextant {
namespace {

using Type = PointerEventType;

TEST(InputQueue, TapWithinOneFrameIsSeenAsDownThenUp) {
  InputQueue queue;
  queue.Push({Type::kDown, 10, 20, true});
  queue.Push({Type::kUp, 10, 20, true});
  EXPECT_TRUE(queue.Next().down);
  ASSERT_FALSE(queue.empty());
  EXPECT_FALSE(queue.Next().down);
  EXPECT_TRUE(queue.empty());
}

TEST(InputQueue, DoubleTapWithinOneFrameIsFourFrames) {
  InputQueue queue;
  for (const Type type : {Type::kDown, Type::kUp, Type::kDown, Type::kUp}) {
    queue.Push({type, 1, 1, false});
  }
  EXPECT_TRUE(queue.Next().down);
  EXPECT_FALSE(queue.Next().down);
  EXPECT_TRUE(queue.Next().down);
  EXPECT_FALSE(queue.Next().down);
  EXPECT_TRUE(queue.empty());
}

TEST(InputQueue, SeveralMovesAreOneFrameAtTheLastPosition) {
  InputQueue queue;
  for (int i = 1; i <= 5; ++i) {
    queue.Push({Type::kMove, static_cast<float>(i), 0, false});
  }
  EXPECT_EQ(queue.Next().x, 5);
  EXPECT_TRUE(queue.empty());
}

TEST(InputQueue, ThePressIsAtThePositionOfThePrecedingMove) {
  InputQueue queue;
  queue.Push({Type::kMove, 3, 4, false});
  queue.Push({Type::kDown, 5, 6, false});
  const PointerState state = queue.Next();
  EXPECT_TRUE(state.down);
  EXPECT_EQ(state.x, 5);
  EXPECT_EQ(state.y, 6);
}

TEST(InputQueue, AFingerThatLeavesIsReleasedFirst) {
  InputQueue queue;
  queue.Push({Type::kDown, 5, 5, true});
  EXPECT_TRUE(queue.Next().down);
  queue.Push({Type::kLeave, 0, 0, true});
  PointerState state = queue.Next();
  EXPECT_FALSE(state.down);
  EXPECT_TRUE(state.inside);
  state = queue.Next();
  EXPECT_FALSE(state.inside);
}

TEST(InputQueue, CancelDiffersFromReleaseAndLastsOneFrame) {
  InputQueue queue;
  queue.Push({Type::kDown, 5, 5, true});
  queue.Next();
  queue.Push({Type::kCancel, 0, 0, true});
  PointerState state = queue.Next();
  EXPECT_FALSE(state.down);
  EXPECT_TRUE(state.cancelled);
  EXPECT_EQ(state.x, 5) << "a cancelled pointer is nowhere in particular";
  EXPECT_FALSE(queue.Next().cancelled);
}

}  // namespace
}  // namespace sextant
