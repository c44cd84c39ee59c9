// A report for JavaScript: as JSON text with the names of the API, or as an
// array of numbers in the same order.
#ifndef SEXTANT_EXCHANGE_REPORT_JSON_H_
#define SEXTANT_EXCHANGE_REPORT_JSON_H_

#include <cstddef>
#include <iterator>
#include <string>

#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "exchange/json_writer.h"
#include "exchange/records.h"

namespace sextant {

// {cells: [{id, orders, …, quadrant}], total, media: [{id, …}], kinds,
// thresholds, concentration}; undefined values are null.
void WriteReport(const Scenario& scenario, const Report& report,
                 JsonWriter& writer);
std::string WriteReport(const Scenario& scenario, const Report& report);

inline constexpr size_t kMaxReportValues =
    std::size(kThresholdValuesNames) + std::size(kConcentrationNames) + 2 +
    (1 + kKindCount + kMaxMedia) * std::size(kTotalsNames) +
    kMaxCells * (std::size(kCellMetricsNames) + 1);

// Writes the report's numbers to `values` (room for kMaxReportValues), NaN for
// undefined, and returns how many: thresholds, concentration (hhi, normalised,
// effectiveSources, position of the largest or NaN, its share), total, kinds,
// media, cells; each with its fields in the order of the JSON text.
size_t FlattenReport(const Report& report, double* values);

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_REPORT_JSON_H_
