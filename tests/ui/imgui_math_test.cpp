#include "ui/kit/imgui_math.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sextant {
namespace {

TEST(ImGuiMath, SineAndCosineAreRightForAFewTurns) {
  for (double angle = -20; angle <= 20; angle += 0.001) {
    const float given = static_cast<float>(angle);
    EXPECT_NEAR(ImSin(given), std::sin(static_cast<double>(given)), 5e-6)
        << angle;
    EXPECT_NEAR(ImCos(given), std::cos(static_cast<double>(given)), 5e-6)
        << angle;
  }
}

}  // namespace
}  // namespace sextant
