// The inputs of the model (DOMAIN.md, section 2): everything a reader can set,
// nothing that is computed.
#ifndef SEXTANT_ENGINE_SCENARIO_H_
#define SEXTANT_ENGINE_SCENARIO_H_

#include <string>
#include <vector>

namespace sextant {

// Whether a visit was paid for by the click.
enum class Kind { kOrganic, kPaid };
inline constexpr int kKindCount = 2;
inline constexpr int kMaxMedia = 8;
inline constexpr int kMaxCells = kMaxMedia * kKindCount;

// A source of traffic: social, search, integrated marketing, or one the user
// added.
struct Medium {
  std::string id;     // 1..16 of [a-z0-9-], starts with a letter, unique
  std::string label;  // ≤ 20 code points; empty: the language's word for the id

  friend bool operator==(const Medium&, const Medium&) = default;
};

// One medium × one kind. Rates and shares are fractions in 0..1; money is in
// the scenario's currency; flows and money are per period (a month by
// default). Bounds: engine/fields.h.
struct Cell {
  double visits = 0;              // sessions per period
  double conversion_rate = 0;     // orders per visit
  double order_value = 0;         // money per order (AOV)
  double cost_per_click = 0;      // money per visit
  double fixed_cost = 0;          // money per period
  double new_customer_share = 1;  // first-time buyers per order

  friend bool operator==(const Cell&, const Cell&) = default;
};

// Where "low" ends for cost per click and cost per acquisition (DOMAIN.md,
// section 4).
struct Thresholds {
  enum class Mode {
    kPortfolio,  // the averages over the placed cells
    kTarget,     // the user's own `cpc` and `cpa`
  };
  Mode mode = Mode::kPortfolio;
  double cpc = 0;  // money per visit; only read with kTarget
  double cpa = 0;  // money per order; only read with kTarget

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

struct Scenario {
  std::string title;             // ≤ 80 code points
  std::string currency = "TWD";  // ISO 4217: three capital letters
  double gross_margin = 0.5;     // profit before marketing per revenue, 0..1
  std::vector<Medium> media;     // 1..kMaxMedia
  // Two per medium, organic before paid, in the order of `media`:
  // social.organic, social.paid, search.organic, …
  std::vector<Cell> cells;
  Thresholds thresholds;

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

// Position of a medium's cell in Scenario::cells, and back.
constexpr int CellIndex(int medium, Kind kind) {
  return medium * kKindCount + static_cast<int>(kind);
}
constexpr int MediumOf(int cell) { return cell / kKindCount; }
constexpr Kind KindOf(int cell) { return static_cast<Kind>(cell % kKindCount); }

// "organic" or "paid".
const char* KindId(Kind kind);

// "social.paid" for the cell at `cell`, 0 ≤ cell < 2 · media.
std::string CellId(const Scenario& scenario, int cell);

// Position of the cell with this id, or -1.
int FindCell(const Scenario& scenario, const std::string& id);

// The three media of the model (social, search, integrated) and their cells,
// all zero.
Scenario EmptyScenario();

}  // namespace sextant

#endif  // SEXTANT_ENGINE_SCENARIO_H_
