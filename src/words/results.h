// What results are called and how they are shown. The lists of them are made
// from src/tables/results.json (words/result_lists.h).
#ifndef SEXTANT_WORDS_RESULTS_H_
#define SEXTANT_WORDS_RESULTS_H_

#include <string>

#include "engine/model/fields.h"
#include "engine/model/report.h"
#include "locales/number_format.h"
#include "locales/text_id.h"

namespace sextant {

// Which way a change is good.
enum class Better { kHigher, kLower, kNeither };

struct ResultDefinition {
  const char* id;
  Unit unit;
  Better better;
  TextId label;
  TextId short_label;
  TextId reason;  // why it may be undefined
};

// A result and where it is found.
template <typename Record>
struct ResultOf : ResultDefinition {
  Ratio (*get)(const Record&);
};

// A column of the table of all cells and their totals: an input of the cells or
// one of their results. Without `of_total` it is a share of all.
struct TableColumn : ResultDefinition {
  double Cell::*input;
  Ratio (*of_cell)(const CellMetrics&);
  Ratio (*of_total)(const Totals&);
};

// "NT$4,812,300", "6.82%": as the unit asks for.
std::string FormatAs(Unit unit, double value, const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_RESULTS_H_
