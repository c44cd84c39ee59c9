// What a cell's quadrant, profit and distance from the lines allow to say about
// it (DOMAIN.md, section 4).
#ifndef SEXTANT_WORDS_CELL_STATE_H_
#define SEXTANT_WORDS_CELL_STATE_H_

#include "engine/model/report.h"
#include "engine/model/scenario.h"

namespace sextant {

struct CellState {
  Quadrant quadrant;
  Kind kind;
  ThresholdValues limits;
  // Profit of 0 or more, apart from rounding: no word of failing or stopping.
  bool earns;
  // At least the conversion rate that the two limits ask for: where an order
  // is dear, only the price of a visit is to blame.
  bool converts_well;
  // Within 5% of the limit. Only with orders: without them nothing is close.
  bool cpc_on_line;
  bool cpa_on_line;

  bool on_line() const { return cpc_on_line || cpa_on_line; }
  bool low_cpa() const {
    return quadrant == Quadrant::kLowCpcLowCpa ||
           quadrant == Quadrant::kHighCpcLowCpa;
  }
};

// Of a cell without a quadrant: as if it were in III.
CellState StateOf(const Scenario& scenario, const Report& report, int cell);

}  // namespace sextant

#endif  // SEXTANT_WORDS_CELL_STATE_H_
