#include "platform/frame_scheduler.h"

#include <gtest/gtest.h>

namespace sextant {
namespace {

int FramesUntilRest(FrameScheduler& scheduler, double now) {
  int frames = 0;
  while (scheduler.When(now) == 0 && frames < 100) {
    scheduler.BeginFrame(now);
    ++frames;
  }
  return frames;
}

TEST(FrameScheduler, AtRestNoFrameIsScheduled) {
  FrameScheduler scheduler;
  FramesUntilRest(scheduler, 0);
  EXPECT_LT(scheduler.When(0), 0);
  EXPECT_LT(scheduler.When(1e6), 0);
}

TEST(FrameScheduler, AfterAnEventItPaintsUntilSettled) {
  FrameScheduler scheduler;
  FramesUntilRest(scheduler, 0);
  scheduler.Wake();
  EXPECT_EQ(FramesUntilRest(scheduler, 1), FrameScheduler::kSettleFrames);
}

TEST(FrameScheduler, OnlyTheLastFrameBeforeRestIsMarkedAsLast) {
  FrameScheduler scheduler;
  FramesUntilRest(scheduler, 0);
  scheduler.Wake();
  for (int i = 1; i < FrameScheduler::kSettleFrames; ++i) {
    EXPECT_FALSE(scheduler.BeginFrame(1));
  }
  EXPECT_TRUE(scheduler.BeginFrame(1));
}

TEST(FrameScheduler, ADeadlineFiresOnce) {
  FrameScheduler scheduler;
  FramesUntilRest(scheduler, 0);
  scheduler.WakeAt(2.5);
  EXPECT_DOUBLE_EQ(scheduler.When(2), 0.5);
  EXPECT_GT(FramesUntilRest(scheduler, 2.5), 0);
  EXPECT_LT(scheduler.When(2.5), 0);
}

TEST(FrameScheduler, TheEarliestDeadlineWins) {
  FrameScheduler scheduler;
  FramesUntilRest(scheduler, 0);
  scheduler.WakeAt(5);
  scheduler.WakeAt(3);
  scheduler.WakeAt(4);
  EXPECT_DOUBLE_EQ(scheduler.When(0), 3);
}

}  // namespace
}  // namespace sextant
