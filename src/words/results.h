// The names of results and how both faces show them. The lists of results are
// generated from src/tables/results.json (words/result_lists.h).
#ifndef SEXTANT_WORDS_RESULTS_H_
#define SEXTANT_WORDS_RESULTS_H_

#include <optional>
#include <string>
#include <vector>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/model/fields.h"
#include "engine/model/report.h"
#include "locales/number_format.h"
#include "locales/text_id.h"

namespace sextant {

// The direction in which a change is good.
enum class Better { kHigher, kLower, kNeither };

struct ResultDefinition {
  const char* id;
  Unit unit;
  Better better;
  TextId label;
  TextId short_label;
  TextId reason;  // why it may be undefined
  bool absolute;  // its change is a difference, not a percentage
};

// A result, and the function that gets it from its record.
template <typename Record>
struct ResultOf : ResultDefinition {
  Ratio (*get)(const Record&);
};

// A column of the table of all cells and their totals: an input (`input`) or a
// result (`of_cell`) of the cells. nullptr for `of_total`: a share, of which
// the total is 1.
struct TableColumn : ResultDefinition {
  double Cell::*input;
  Ratio (*of_cell)(const CellMetrics&);
  Ratio (*of_total)(const Totals&);
};

// The value as usual for the unit: "NT$4,812,300", "6.82%".
std::string FormatAs(Unit unit, double value, const NumberFormat& format);

// A field's value as it was typed: money with its cents, however much it is.
std::string FormatField(const FieldDefinition& field, double value,
                        const NumberFormat& format);

// Is a change for the better?
enum class Verdict { kNeither, kBetter, kWorse };

struct Change {
  std::string text;  // "+12%", "±0%", "+3"; empty: nothing to compare
  Verdict verdict = Verdict::kNeither;
};

Change ChangeOf(const ResultDefinition& result, const Ratio& now,
                const Ratio& before, const NumberFormat& format);

struct ShownResult {
  const ResultDefinition* result;
  std::string text;              // "NT$1,234,000", "—"
  std::optional<TextId> reason;  // why it is undefined
  Change change = {};
};

// `before` is what it is compared with, if anything.
ShownResult Show(const ResultDefinition& result, const Ratio& now,
                 const Ratio& before, const NumberFormat& format);

// A scenario, and what follows from it.
struct ScenarioResults {
  const Scenario& scenario;
  const Report& report;
  const FlywheelReport& flywheel;
};

// Profits over the scenario's months, customer value and flywheel:
// kAfterOrderResults. `before` may be nullptr.
std::vector<ShownResult> ShowAfterOrder(const ScenarioResults& now,
                                        const ScenarioResults* before,
                                        const NumberFormat& format);

// What a cell does to the pool of remarketing: "+0.4 points" of density,
// "−NT$3" of its CPA.
ShownResult ShowDensityEffect(const RemarketingReport& remarketing, int cell,
                              const NumberFormat& format);
ShownResult ShowCpaEffect(const RemarketingReport& remarketing, int cell,
                          const NumberFormat& format);

}  // namespace sextant

#endif  // SEXTANT_WORDS_RESULTS_H_
