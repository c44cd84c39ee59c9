#include <algorithm>
#include <cmath>

#include "engine/metrics/metrics.h"
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

// Derived from what a report has; 0 for a cell that is not in it, or whose
// visits are worth nothing.
double CellVisits(const Report& report, int cell) {
  const auto cells = report.cells();
  if (static_cast<size_t>(cell) >= cells.size()) return 0;
  return Divide(cells[cell].revenue, cells[cell].value_per_visit).value_or(0);
}

Ratio ValuePerVisit(const Totals& total) {
  return Divide(total.revenue, total.visits);
}

// The cell that most of the visits won or lost are from, if they were worth
// less than `average`; else -1. `more`: the report with more visits.
int Diluter(const Report& more, const Report& less, double average) {
  const double change = more.total.visits - less.total.visits;
  for (int cell = 0; cell < static_cast<int>(more.cells().size()); ++cell) {
    if (CellVisits(more, cell) - CellVisits(less, cell) >= change / 2 &&
        more.cells()[cell].value_per_visit < average) {
      return cell;
    }
  }
  return -1;
}

// How the value of a visit has moved, where it matters: against revenue, and by
// 1% or more; else 0.
double QualityChange(const Report& report, const Report& baseline) {
  const double before = ValuePerVisit(baseline.total).value_or(0);
  const double now = ValuePerVisit(report.total).value_or(0);
  if (before <= 0 || now <= 0) return 0;
  const double change = now / before - 1;
  const bool against =
      (change > 0) != (report.total.revenue > baseline.total.revenue);
  return against && std::fabs(change) >= 0.01 ? change : 0;
}

TextId ChangeSentence(double difference, double before, double quality,
                      bool has_diluter) {
  if (before <= 0) return TextId::kExplainRevenueFromNothing;
  if (quality < 0) {
    return has_diluter ? TextId::kExplainRevenueThinnerBy
                       : TextId::kExplainRevenueThinner;
  }
  if (quality > 0) {
    return has_diluter ? TextId::kExplainRevenueRicherBy
                       : TextId::kExplainRevenueRicher;
  }
  return difference > 0 ? TextId::kExplainRevenueAbove
                        : TextId::kExplainRevenueBelow;
}

std::string ExplainChange(const Scenario& scenario, const Report& report,
                          const Report& baseline, const NumberFormat& format) {
  const double before = baseline.total.revenue;
  const double difference = report.total.revenue - before;
  const double quality = QualityChange(report, baseline);
  const Report& more = quality < 0 ? report : baseline;
  const int diluter = quality == 0
                          ? -1
                          : Diluter(more, quality < 0 ? baseline : report,
                                    *ValuePerVisit(baseline.total));
  // A cell that is gone has no name any more.
  const bool has_diluter =
      diluter >= 0 && diluter < static_cast<int>(scenario.cells.size());
  const int cell =
      has_diluter ? diluter
                  : LargestMover(report, baseline, difference < 0 ? -1.0 : 1.0);
  const double change = CellRevenue(report, cell) - CellRevenue(baseline, cell);
  const double value = has_diluter ? more.cells()[cell].value_per_visit : 0;
  const double relative = before > 0 ? difference / before : 0;
  return FormatText(
      format.language, ChangeSentence(difference, before, quality, has_diluter),
      {{"revenue", format.Money(report.total.revenue)},
       {"difference", format.Money(std::fabs(difference))},
       {"percent", format.SignedPercent(relative)},
       {"quality", format.Percent(std::round(std::fabs(quality) * 100) / 100)},
       {"cell", CellName(scenario, cell, format.language)},
       {"value", format.Money(value)},
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
