#include "engine/model/presets.h"

#include <array>

namespace sextant {
namespace {

// One month of a Taiwanese shop, in TWD. Cells: visits, conversion rate, order
// value, cost per click, fixed cost, new customer share, engaged share; in the
// order of Scenario::cells. What the descriptions in src/locales claim of these
// numbers is tested.
using Cells = std::array<Cell, 6>;

// clang-format off
constexpr Cells kCheapClicks = {{
    { 9000, 0.012,  1200,  0, 60000, 0.8},
    {15000, 0.0229, 1180,  8,     0, 0.85},
    { 8000, 0.03,   1500,  0, 72000, 0.6},
    { 6000, 0.0682, 1450, 12,     0, 0.7},
    { 3000, 0.04,   1700,  0, 24000, 0.3},
    { 3000, 0.04,   1600, 20, 15000, 0.75},
}};

constexpr Cells kOnePlatform = {{
    {45000, 0.015, 1100,  0, 120000, 0.6},
    {60000, 0.024, 1080,  4,      0, 0.8},
    { 6000, 0.025, 1200,  0,  45000, 0.6},
    { 2500, 0.04,  1250, 14,      0, 0.7},
    { 3000, 0.03,  1150,  0,  27000, 0.3},
    { 1000, 0.015, 1100,  9,      0, 0.8},
}};

constexpr Cells kBreakingIn = {{
    {2500, 0.012, 1600,  0, 25000, 0.95},
    {8000, 0.011, 1680, 24, 20000, 0.98},
    {2000, 0.025, 1700,  0, 20000, 0.95},
    {2500, 0.035, 1720, 15,     0, 0.95},
    {1500, 0.02,  1650,  0, 12000, 0.9},
    {2000, 0.018, 1660, 11,     0, 0.96},
}};

constexpr Cells kBalanced = {{
    {14000, 0.014, 1300,  0, 45000, 0.7},
    {11000, 0.019, 1250,  6,     0, 0.85},
    { 8000, 0.024, 1400,  0, 50000, 0.6},
    { 3800, 0.055, 1260, 14,     0, 0.7},
    { 6000, 0.03,  1350,  0, 30000, 0.3},
    { 6500, 0.027, 1360,  9, 10000, 0.7},
}};

// Read twice: with customers who buy once, and with customers who come back.
constexpr Cells kLoyalty = {{
    {10000, 0.015, 1200,  0, 50000, 0.7,  0.12},
    {12000, 0.016, 1150, 10,     0, 0.9,  0.05},
    { 7000, 0.026, 1300,  0, 55000, 0.6,  0.22},
    { 4000, 0.05,  1280, 16,     0, 0.75, 0.3},
    { 4000, 0.03,  1250,  0, 26000, 0.4,  0.25},
    { 6000, 0.014, 1180, 12, 12000, 0.9,  0.06},
}};
// clang-format on

FlywheelInputs FunnelThinking() {
  FlywheelInputs flywheel;
  for (SegmentHabits& segment : flywheel.segments) {
    segment.repeat_orders = 0;
    segment.referral_visits = 0;
  }
  return flywheel;
}

FlywheelInputs FlywheelTurning() {
  FlywheelInputs flywheel;
  flywheel.organic_growth = 0.01;
  flywheel.referral_conversion_rate = 0.03;
  flywheel.segments = {{
      {0.5, 0.04, 0.3, 0.8},
      {0.35, 0.09, 0.2, 0.2},
      {0.15, 0.3, 0.05, 0},
  }};
  return flywheel;
}

Scenario MakeScenario(double gross_margin, const Cells& cells) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = gross_margin;
  for (size_t i = 0; i < cells.size(); ++i) scenario.cells[i] = cells[i];
  return scenario;
}

Scenario MakeLoyalty(const Retention& retention,
                     const FlywheelInputs& flywheel) {
  Scenario scenario = MakeScenario(0.4, kLoyalty);
  scenario.retention = retention;
  scenario.flywheel = flywheel;
  return scenario;
}

}  // namespace

std::span<const Preset> Presets() {
  static const Preset presets[] = {
      {"cheap-clicks", TextId::kPresetCheapClicksTitle,
       TextId::kPresetCheapClicksDescription, MakeScenario(0.5, kCheapClicks)},
      {"one-platform", TextId::kPresetOnePlatformTitle,
       TextId::kPresetOnePlatformDescription, MakeScenario(0.5, kOnePlatform)},
      {"breaking-in", TextId::kPresetBreakingInTitle,
       TextId::kPresetBreakingInDescription, MakeScenario(0.5, kBreakingIn)},
      {"balanced", TextId::kPresetBalancedTitle,
       TextId::kPresetBalancedDescription, MakeScenario(0.5, kBalanced)},
      {"funnel-thinking", TextId::kPresetFunnelThinkingTitle,
       TextId::kPresetFunnelThinkingDescription,
       MakeLoyalty({.repeat_orders = 0}, FunnelThinking())},
      {"flywheel-turning", TextId::kPresetFlywheelTurningTitle,
       TextId::kPresetFlywheelTurningDescription,
       MakeLoyalty({.repeat_orders = 0.25, .churn = 0.08}, FlywheelTurning())},
  };
  return presets;
}

const Scenario& DefaultScenario() { return Presets()[0].scenario; }

Cell DefaultCell(std::string_view medium_id, Kind kind) {
  const Scenario& defaults = DefaultScenario();
  for (int i = 0; i < static_cast<int>(defaults.media.size()); ++i) {
    if (defaults.media[static_cast<size_t>(i)].id == medium_id) {
      return defaults.cells[static_cast<size_t>(CellIndex(i, kind))];
    }
  }
  return {};
}

const Preset* FindPreset(std::string_view id) {
  for (const Preset& preset : Presets()) {
    if (id == preset.id) return &preset;
  }
  return nullptr;
}

}  // namespace sextant
