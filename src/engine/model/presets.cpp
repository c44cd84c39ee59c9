#include "engine/model/presets.h"

#include <array>

namespace sextant {
namespace {

// What the cells of a preset may have. A Scenario has room for far more than
// six of them, so the scenarios are made when the first is asked for, and only
// this is downloaded.
struct PresetCell {
  double visits;
  double conversion_rate;
  double order_value;
  double cost_per_click = 0;
  double fixed_cost = 0;
  double new_customer_share;
  double engaged_share = 0;
};

// One month of a Taiwanese shop, in TWD; in the order of Scenario::cells. Tests
// check the claims that the descriptions in src/locales make about these
// numbers.
using Cells = std::array<PresetCell, 6>;

// clang-format off
constexpr Cells kCheapClicks = {{
    {.visits = 9000, .conversion_rate = 0.012, .order_value = 1200, .fixed_cost = 60000, .new_customer_share = 0.8},
    {.visits = 15000, .conversion_rate = 0.0229, .order_value = 1180, .cost_per_click = 8, .new_customer_share = 0.85},
    {.visits = 8000, .conversion_rate = 0.03, .order_value = 1500, .fixed_cost = 72000, .new_customer_share = 0.6},
    {.visits = 6000, .conversion_rate = 0.0682, .order_value = 1450, .cost_per_click = 12, .new_customer_share = 0.7},
    {.visits = 3000, .conversion_rate = 0.04, .order_value = 1700, .fixed_cost = 24000, .new_customer_share = 0.3},
    {.visits = 3000, .conversion_rate = 0.04, .order_value = 1600, .cost_per_click = 20, .fixed_cost = 15000, .new_customer_share = 0.75},
}};

constexpr Cells kOnePlatform = {{
    {.visits = 45000, .conversion_rate = 0.015, .order_value = 1100, .fixed_cost = 120000, .new_customer_share = 0.6},
    {.visits = 60000, .conversion_rate = 0.024, .order_value = 1080, .cost_per_click = 4, .new_customer_share = 0.8},
    {.visits = 6000, .conversion_rate = 0.025, .order_value = 1200, .fixed_cost = 45000, .new_customer_share = 0.6},
    {.visits = 2500, .conversion_rate = 0.04, .order_value = 1250, .cost_per_click = 14, .new_customer_share = 0.7},
    {.visits = 3000, .conversion_rate = 0.03, .order_value = 1150, .fixed_cost = 27000, .new_customer_share = 0.3},
    {.visits = 1000, .conversion_rate = 0.015, .order_value = 1100, .cost_per_click = 9, .new_customer_share = 0.8},
}};

constexpr Cells kBreakingIn = {{
    {.visits = 2500, .conversion_rate = 0.012, .order_value = 1600, .fixed_cost = 25000, .new_customer_share = 0.95},
    {.visits = 8000, .conversion_rate = 0.011, .order_value = 1680, .cost_per_click = 24, .fixed_cost = 20000, .new_customer_share = 0.98},
    {.visits = 2000, .conversion_rate = 0.025, .order_value = 1700, .fixed_cost = 20000, .new_customer_share = 0.95},
    {.visits = 2500, .conversion_rate = 0.035, .order_value = 1720, .cost_per_click = 15, .new_customer_share = 0.95},
    {.visits = 1500, .conversion_rate = 0.02, .order_value = 1650, .fixed_cost = 12000, .new_customer_share = 0.9},
    {.visits = 2000, .conversion_rate = 0.018, .order_value = 1660, .cost_per_click = 11, .new_customer_share = 0.96},
}};

constexpr Cells kBalanced = {{
    {.visits = 14000, .conversion_rate = 0.014, .order_value = 1300, .fixed_cost = 45000, .new_customer_share = 0.7},
    {.visits = 11000, .conversion_rate = 0.019, .order_value = 1250, .cost_per_click = 6, .new_customer_share = 0.85},
    {.visits = 8000, .conversion_rate = 0.024, .order_value = 1400, .fixed_cost = 50000, .new_customer_share = 0.6},
    {.visits = 3800, .conversion_rate = 0.055, .order_value = 1260, .cost_per_click = 14, .new_customer_share = 0.7},
    {.visits = 6000, .conversion_rate = 0.03, .order_value = 1350, .fixed_cost = 30000, .new_customer_share = 0.3},
    {.visits = 6500, .conversion_rate = 0.027, .order_value = 1360, .cost_per_click = 9, .fixed_cost = 10000, .new_customer_share = 0.7},
}};

// Used twice: with customers who buy once, and with customers who come back.
constexpr Cells kLoyalty = {{
    {.visits = 10000, .conversion_rate = 0.015, .order_value = 1200, .fixed_cost = 50000, .new_customer_share = 0.7, .engaged_share = 0.12},
    {.visits = 12000, .conversion_rate = 0.016, .order_value = 1150, .cost_per_click = 10, .new_customer_share = 0.9, .engaged_share = 0.05},
    {.visits = 7000, .conversion_rate = 0.026, .order_value = 1300, .fixed_cost = 55000, .new_customer_share = 0.6, .engaged_share = 0.22},
    {.visits = 4000, .conversion_rate = 0.05, .order_value = 1280, .cost_per_click = 16, .new_customer_share = 0.75, .engaged_share = 0.3},
    {.visits = 4000, .conversion_rate = 0.03, .order_value = 1250, .fixed_cost = 26000, .new_customer_share = 0.4, .engaged_share = 0.25},
    {.visits = 6000, .conversion_rate = 0.014, .order_value = 1180, .cost_per_click = 12, .fixed_cost = 12000, .new_customer_share = 0.9, .engaged_share = 0.06},
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
      {.share = 0.5,
       .churn = 0.04,
       .repeat_orders = 0.3,
       .referral_visits = 0.8},
      {.share = 0.35,
       .churn = 0.09,
       .repeat_orders = 0.2,
       .referral_visits = 0.2},
      {.share = 0.15,
       .churn = 0.3,
       .repeat_orders = 0.05,
       .referral_visits = 0},
  }};
  return flywheel;
}

Scenario MakeScenario(double gross_margin, const Cells& cells) {
  Scenario scenario = EmptyScenario();
  scenario.gross_margin = gross_margin;
  for (size_t i = 0; i < cells.size(); ++i) {
    const PresetCell& cell = cells[i];
    scenario.cells[i] = {.visits = cell.visits,
                         .conversion_rate = cell.conversion_rate,
                         .order_value = cell.order_value,
                         .cost_per_click = cell.cost_per_click,
                         .fixed_cost = cell.fixed_cost,
                         .new_customer_share = cell.new_customer_share,
                         .engaged_share = cell.engaged_share};
  }
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
