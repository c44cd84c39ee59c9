#include "engine/metrics/evaluate.h"

#include "engine/metrics/concentration.h"
#include "engine/metrics/metrics.h"
#include "engine/metrics/quadrant.h"

namespace sextant {
namespace {

void AddCells(const Scenario& scenario, Report& report) {
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    const Cell& cell = scenario.cells[i];
    CellMetrics& metrics = report.cell_storage[i];
    metrics = MeasureCell(cell, scenario.gross_margin);
    Accumulate(cell, metrics, report.total);
    Accumulate(cell, metrics, report.medium_storage[i / kKindCount]);
    Accumulate(cell, metrics, report.kinds[i % kKindCount]);
  }
  SetRatios(report.total);
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    SetRatios(report.medium_storage[i]);
  }
  for (Totals& kind : report.kinds) SetRatios(kind);
}

void PlaceCells(const Scenario& scenario, const ThresholdValues* kept,
                Report& report) {
  report.thresholds =
      kept && scenario.thresholds.mode == Thresholds::Mode::kPortfolio
          ? *kept
          : FindThresholds(scenario, report);
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    CellMetrics& metrics = report.cell_storage[i];
    metrics.revenue_share = Divide(metrics.revenue, report.total.revenue);
    metrics.quadrant =
        PlaceCell(scenario.cells[i], metrics,
                  LimitsOf(scenario, report, static_cast<int>(i)));
  }
}

void MeasureConcentrations(Report& report) {
  std::array<double, kMaxCells> revenues;
  const size_t cell_count = report.cells().size();
  for (size_t i = 0; i < cell_count; ++i) {
    revenues[i] = report.cell_storage[i].revenue;
  }
  report.concentration = MeasureConcentration({revenues.data(), cell_count});

  const size_t medium_count = report.media().size();
  for (size_t i = 0; i < medium_count; ++i) {
    revenues[i] = report.medium_storage[i].revenue;
  }
  report.medium_concentration =
      MeasureConcentration({revenues.data(), medium_count});
}

}  // namespace

Report Evaluate(const Scenario& scenario, const ThresholdValues* kept) {
  Report report;
  report.medium_count = static_cast<int>(scenario.media.size());
  AddCells(scenario, report);
  PlaceCells(scenario, kept, report);
  MeasureConcentrations(report);
  return report;
}

}  // namespace sextant
