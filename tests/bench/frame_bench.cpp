// The time of one complete frame of the interface while a slider is dragged:
// evaluate, lay out, draw every view into vertex buffers. No GPU.
//
// Prints one JSON line: {"name": "frame", "nanoseconds": …}, the median of
// several rounds.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "platform/box_rasterizer.h"
#include "support/local_tools.h"
#include "ui/application.h"

namespace sextant {
namespace {

constexpr int kWarmUp = 200;
constexpr int kRounds = 15;
constexpr int kFramesPerRound = 100;

double RoundNanoseconds(Application& app, double& now) {
  const std::clock_t start = std::clock();
  for (int i = 0; i < kFramesPerRound; ++i) {
    app.SetValue("social.paid/costPerClick", 5 + i * 0.1);
    app.Frame(now += 1.0 / 60);
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1e9 /
         kFramesPerRound;
}

void Run() {
  BoxRasterizer rasterizer;
  LocalTools tools;
  Application app(rasterizer, tools);
  app.Resize(1280, 1800, 2);
  double now = 0;
  for (int i = 0; i < kWarmUp; ++i) app.Frame(now += 1.0 / 60);
  std::vector<double> rounds;
  for (int i = 0; i < kRounds; ++i)
    rounds.push_back(RoundNanoseconds(app, now));
  std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
  std::printf("{\"name\": \"frame\", \"nanoseconds\": %.0f}\n",
              rounds[kRounds / 2]);
}

}  // namespace
}  // namespace sextant

int main() { sextant::Run(); }
