// The outputs of the model (DOMAIN.md, sections 3 to 5). A ratio whose
// denominator is zero is undefined: std::nullopt, null in JSON, "—" on screen;
// never 0, NaN or infinity.
//
// Fixed capacity, no allocation: a report is made in every frame of a drag.
#ifndef SEXTANT_ENGINE_MODEL_REPORT_H_
#define SEXTANT_ENGINE_MODEL_REPORT_H_

#include <array>
#include <optional>
#include <span>

#include "base/optional_number.h"
#include "engine/model/scenario.h"

namespace sextant {

using Ratio = OptionalNumber;

// CPC × CPA (DOMAIN.md, section 4), numbered as there and in JavaScript.
enum class Quadrant {
  kLowCpcLowCpa = 1,    // I: cheap clicks that buy
  kHighCpcLowCpa = 2,   // II: contested, high intent
  kHighCpcHighCpa = 3,  // III: creative and page both fail, if it does not earn
  kLowCpcHighCpa = 4,   // IV: clicks that do not buy
};

struct CellMetrics {
  double orders = 0;           // visits · conversion_rate
  double revenue = 0;          // orders · order_value
  double value_per_visit = 0;  // conversion_rate · order_value
  Ratio revenue_share;         // of the scenario's revenue, 0..1
  double spend = 0;            // visits · cost_per_click + fixed_cost
  Ratio effective_cpc;         // spend / visits
  Ratio cpa;                   // spend / orders
  Ratio roas;                  // revenue / spend
  double profit = 0;           // gross_margin · revenue − spend
  Ratio roi;                   // profit / spend
  double new_customers = 0;    // orders · new_customer_share
  Ratio cac;                   // spend / new_customers
  double break_even_cpa = 0;   // gross_margin · order_value
  std::optional<Quadrant> quadrant;
};

// Sums, and the ratios of the sums. order_value is revenue / orders, so
// visits · conversion_rate · order_value is revenue again.
struct Totals {
  double visits = 0;
  double orders = 0;
  double revenue = 0;
  double spend = 0;
  double profit = 0;
  Ratio conversion_rate;
  Ratio order_value;
  Ratio value_per_visit;  // revenue / visits: the quality of the traffic
  Ratio effective_cpc;
  Ratio cpa;
  Ratio roas;
  Ratio roi;
  double new_customers = 0;
  Ratio cac;
};

// Where charts draw the lines between the quadrants; the limits of each cell
// too, except in break-even mode (engine/metrics/quadrant.h). Undefined in
// portfolio mode when no cell is placed (cpc) or no placed cell has orders
// (cpa), in break-even mode without orders.
struct ThresholdValues {
  Ratio cpc;
  Ratio cpa;
};

// How much revenue depends on few sources (DOMAIN.md, section 5). All undefined
// without revenue.
struct Concentration {
  Ratio hhi;         // Σ share², 1/n..1
  Ratio normalised;  // (hhi − 1/n)/(1 − 1/n), 0..1; undefined for n = 1
  Ratio effective_sources;  // 1 / hhi: "as if n equal sources"
  int largest = -1;         // position of the largest, -1 when undefined
  Ratio largest_share;
};

struct Report {
  int medium_count = 0;
  std::array<CellMetrics, kMaxCells> cell_storage;
  std::array<Totals, kMaxMedia> medium_storage;
  std::array<Totals, kKindCount> kinds;  // organic, paid
  Totals total;
  ThresholdValues thresholds;
  Concentration concentration;         // over cells
  Concentration medium_concentration;  // over media

  std::span<const CellMetrics> cells() const {
    return {cell_storage.data(),
            static_cast<size_t>(medium_count * kKindCount)};
  }
  std::span<const Totals> media() const {
    return {medium_storage.data(), static_cast<size_t>(medium_count)};
  }
};

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_REPORT_H_
