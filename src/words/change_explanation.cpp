#include <algorithm>
#include <cmath>

#include "locales/text.h"
#include "words/explanation.h"

// Separate from the other explanations, because the engine module compares no
// scenarios and leaves this file and its texts out.
namespace sextant {
namespace {

// The revenue of a cell that may exist in only one of two reports.
double CellRevenue(const Report& report, int cell) {
  const auto cells = report.cells();
  return static_cast<size_t>(cell) < cells.size() ? cells[cell].revenue : 0;
}

// The cell whose revenue changed most in the direction of the total.
int LargestMover(const Report& report, const Report& baseline,
                 double direction) {
  int mover = 0;
  double largest = -1;
  for (int cell = 0; cell < static_cast<int>(report.cells().size()); ++cell) {
    const double change =
        (CellRevenue(report, cell) - CellRevenue(baseline, cell)) * direction;
    if (change <= largest) continue;
    largest = change;
    mover = cell;
  }
  return mover;
}

std::string SignedMoney(double value, const NumberFormat& format) {
  return (value < 0 ? "−" : "+") + format.Money(std::fabs(value));
}

TextId ChangeSentence(double difference, double before) {
  if (before <= 0) return TextId::kExplainRevenueFromNothing;
  return difference > 0 ? TextId::kExplainRevenueAbove
                        : TextId::kExplainRevenueBelow;
}

std::string ExplainChange(const Scenario& scenario, const Report& report,
                          const Report& baseline, const NumberFormat& format) {
  const double before = baseline.total.revenue;
  const double difference = report.total.revenue - before;
  const int mover = LargestMover(report, baseline, difference < 0 ? -1.0 : 1.0);
  const double change =
      CellRevenue(report, mover) - CellRevenue(baseline, mover);
  const double relative = before > 0 ? difference / before : 0;
  return FormatText(format.language, ChangeSentence(difference, before),
                    {{"revenue", format.Money(report.total.revenue)},
                     {"difference", format.Money(std::fabs(difference))},
                     {"percent", format.SignedPercent(relative)},
                     {"cell", CellName(scenario, mover, format.language)},
                     {"change", SignedMoney(change, format)}});
}

// A difference below the smallest displayed amount counts as no change.
bool IsSameRevenue(double a, double b) {
  return std::fabs(a - b) <= std::max(1e-9 * std::max(a, b), 0.005);
}

}  // namespace

std::string ExplainRevenue(const Scenario& scenario, const Report& report,
                           const Report* baseline, const NumberFormat& format) {
  if (!baseline) return ExplainTotal(report.total, format);
  if (IsSameRevenue(report.total.revenue, baseline->total.revenue)) {
    return FormatText(format.language, TextId::kExplainRevenueSame,
                      {{"revenue", format.Money(report.total.revenue)}});
  }
  return ExplainChange(scenario, report, *baseline, format);
}

}  // namespace sextant
