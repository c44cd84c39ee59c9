// The inputs of the model (DOMAIN.md, section 2): everything a reader can set,
// nothing that is computed.
#ifndef SEXTANT_ENGINE_MODEL_SCENARIO_H_
#define SEXTANT_ENGINE_MODEL_SCENARIO_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/inline_text.h"
#include "base/inline_vector.h"
#include "base/optional_number.h"

namespace sextant {

// Whether a visit was paid for by the click.
enum class Kind { kOrganic, kPaid };
inline constexpr int kKindCount = 2;
inline constexpr int kMaxMedia = 8;
inline constexpr int kMaxCells = kMaxMedia * kKindCount;

inline constexpr int kMaxTitleLength = 80;     // code points
inline constexpr int kMaxLabelLength = 20;     // code points
inline constexpr int kMaxMediumIdLength = 16;  // characters
inline constexpr int kCurrencyLength = 3;      // characters

// A text with a limit of `kLength` code points (AsciiUpTo: bytes). It has room
// for more, so that validation can still see that a text was too long.
template <int kLength>
using TextUpTo = InlineText<4 * (kLength + 1)>;
template <int kLength>
using AsciiUpTo = InlineText<kLength + 4>;

// A source of traffic: social, search, integrated marketing, or one the user
// added.
struct Medium {
  // 1..16 of [a-z0-9-], starts with a letter, unique
  AsciiUpTo<kMaxMediumIdLength> id;
  // ≤ 20 code points; empty: the language's name for the medium
  TextUpTo<kMaxLabelLength> label;

  friend bool operator==(const Medium&, const Medium&) = default;
};

// One medium × one kind. Rates and shares are fractions in 0..1; money is in
// the scenario's currency; flows and money are per period (a month by
// default). Bounds: engine/model/fields.h.
struct Cell {
  double visits = 0;              // sessions per period
  double conversion_rate = 0;     // orders per visit
  double order_value = 0;         // money per order (AOV)
  double cost_per_click = 0;      // money per visit
  double fixed_cost = 0;          // money per period
  double new_customer_share = 1;  // first-time buyers per order
  double engaged_share = 0;       // visits worth following up, per visit

  // Where the cell differs from the scenario; unset: as Response::elasticity
  // and Uncertainty::range say.
  OptionalNumber elasticity = {};  // of a paid cell
  OptionalNumber visits_range = {};
  OptionalNumber conversion_rate_range = {};
  OptionalNumber order_value_range = {};
  OptionalNumber cost_per_click_range = {};

  friend bool operator==(const Cell&, const Cell&) = default;
};

// Where "low" ends for cost per click and cost per acquisition (DOMAIN.md,
// section 4).
struct Thresholds {
  enum class Mode {
    kPortfolio,  // the averages over the placed cells
    kBreakEven,  // what a cell can pay without a loss: each cell has its own
    kTarget,     // the user's own `cpc` and `cpa`
  };
  Mode mode = Mode::kPortfolio;
  double cpc = 0;  // money per visit; only read with kTarget
  double cpa = 0;  // money per order; only read with kTarget

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

// How the average customer comes back (DOMAIN.md, section 6). Per month.
struct Retention {
  double repeat_orders = 0.25;  // orders per active customer
  double churn = 0.1;           // share of the active who leave, above 0
  double discount = 0.01;       // of contributions one month later

  friend bool operator==(const Retention&, const Retention&) = default;
};

// Customers by how likely they are to recommend: the groups of the net
// promoter score.
enum class Segment { kPromoter, kPassive, kDetractor };
inline constexpr int kSegmentCount = 3;

// How the customers of one segment behave. Per month.
struct SegmentHabits {
  double share;            // of all new customers; the shares sum to 1
  double churn;            // share of the active who leave, above 0
  double repeat_orders;    // orders per active customer
  double referral_visits;  // visits that one active customer sends

  friend bool operator==(const SegmentHabits&, const SegmentHabits&) = default;
};

// The inputs of the flywheel (DOMAIN.md, section 7).
struct FlywheelInputs {
  double months = 24;         // how far to look ahead: a whole number
  double organic_growth = 0;  // of organic visits, per month
  // Orders per referred visit. Unset: that of social.organic.
  std::optional<double> referral_conversion_rate;
  // In the order of Segment.
  std::array<SegmentHabits, kSegmentCount> segments = {{
      {0.4, 0.05, 0.3, 0.5},
      {0.4, 0.1, 0.2, 0.1},
      {0.2, 0.3, 0.05, 0},
  }};

  friend bool operator==(const FlywheelInputs&,
                         const FlywheelInputs&) = default;
};

// Following up visitors who showed interest (DOMAIN.md, section 9).
struct RemarketingInputs {
  double engaged_conversion_rate =
      0.1;                    // orders per visit of an engaged visitor
  double cost_per_click = 5;  // money per visit brought back

  friend bool operator==(const RemarketingInputs&,
                         const RemarketingInputs&) = default;
};

// How the visits of paid cells follow their variable spend (DOMAIN.md, section
// 8).
struct Response {
  // Visits grow like spend to this power, 1 is a constant cost per click.
  double elasticity = 0.7;

  friend bool operator==(const Response&, const Response&) = default;
};

// How sure the inputs are (DOMAIN.md, section 8).
struct Uncertainty {
  // With a chance of 90 %, the true value is at most so much higher: 0.2 is 20
  // %. 0: certain.
  double range = 0.2;
  double correlation = 0.3;  // between the cells of a medium, 0..1

  friend bool operator==(const Uncertainty&, const Uncertainty&) = default;
};

// What the inputs of every cell are multiplied by in one month of the year.
struct MonthFactors {
  double visits = 1;
  double conversion_rate = 1;
  double order_value = 1;
  double cost_per_click = 1;

  friend bool operator==(const MonthFactors&, const MonthFactors&) = default;
};

inline constexpr int kMonthsOfYear = 12;

// How the months of a year differ (DOMAIN.md, section 8).
struct Season {
  double start_month = 1;  // of the flywheel's first month; 1 is January
  std::array<MonthFactors, kMonthsOfYear> months;  // January first

  friend bool operator==(const Season&, const Season&) = default;
};

// Without the cell `from`, this share of the orders of the cell `to` would be
// lost (DOMAIN.md, section 9). Both are positions in Scenario::cells.
struct Assist {
  int from = 0;
  int to = 0;        // not `from`
  double share = 0;  // 0..1

  friend bool operator==(const Assist&, const Assist&) = default;
};
inline constexpr int kMaxAssists = 64;

// Of fixed size and trivially copyable.
struct Scenario {
  TextUpTo<kMaxTitleLength> title;              // ≤ 80 code points
  AsciiUpTo<kCurrencyLength> currency = "TWD";  // ISO 4217: 3 capital letters
  double gross_margin = 0.5;  // profit before marketing per revenue, 0..1
  InlineVector<Medium, kMaxMedia> media;  // 1..kMaxMedia
  // Two per medium, organic before paid, in the order of `media`:
  // social.organic, social.paid, search.organic, …
  InlineVector<Cell, kMaxCells> cells;
  Thresholds thresholds;
  Retention retention;
  FlywheelInputs flywheel;
  RemarketingInputs remarketing;
  Response response;
  Uncertainty uncertainty;
  Season season;
  InlineVector<Assist, kMaxAssists> assists;  // no pair twice

  friend bool operator==(const Scenario&, const Scenario&) = default;
};
static_assert(std::is_trivially_copyable_v<Scenario>);

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
int FindCell(const Scenario& scenario, std::string_view id);

// Orders per referred visit: the scenario's own, or else the conversion rate of
// social.organic (without it, of the first cell).
double ReferralConversionRate(const Scenario& scenario);

double SumOfShares(const FlywheelInputs& flywheel);

// Divides the shares by their sum; makes them equal when all are 0.
void NormaliseShares(FlywheelInputs& flywheel);

// Sets one segment's share, 0..1, and changes the others so that the sum stays
// 1. They keep the proportion that they have in `before`, the state before a
// drag, so a share that reached 0 during the drag comes back. `before` may be
// `flywheel` itself.
void SetShare(FlywheelInputs& flywheel, Segment segment, double share,
              const FlywheelInputs& before);

// The three media of the model (social, search, integrated) and their cells,
// all zero.
constexpr Scenario EmptyScenario() {
  Scenario scenario;
  for (const char* id : {"social", "search", "integrated"}) {
    scenario.media.emplace_back().id = id;
  }
  scenario.cells.resize(scenario.media.size() * kKindCount);
  return scenario;
}

}  // namespace sextant

#endif  // SEXTANT_ENGINE_MODEL_SCENARIO_H_
