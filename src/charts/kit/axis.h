// The ticks of axes, at round numbers: 1, 2, 5, 10, 20, 50, …
#ifndef SEXTANT_CHARTS_KIT_AXIS_H_
#define SEXTANT_CHARTS_KIT_AXIS_H_

#include <string>
#include <vector>

#include "charts/kit/drawing.h"
#include "locales/number_format.h"

namespace sextant {

// The nearest of … 0.1, 0.2, 0.5, 1, 2, 5, 10 … that is not above (below)
// `value`, which must be positive and finite.
double RoundDownToStep(double value);
double RoundUpToStep(double value);

// Where to label a logarithmic axis of `length` points, ascending: labels stay
// `label_length` points apart. 0 < minimum < maximum.
std::vector<double> LogarithmicTicks(double minimum, double maximum,
                                     float length, float label_length);

// The same for a linear axis from 0 to `maximum`; 0 is the first tick.
std::vector<double> LinearTicks(double maximum, float length,
                                float label_length);

// The texts of the ticks: money where every label fits into `room` points,
// plain numbers otherwise.
struct TickTexts {
  std::vector<std::string> labels;
  bool with_currency = true;
};
TickTexts TickLabels(const std::vector<double>& ticks,
                     const NumberFormat& format, MeasureText measure,
                     float room);

// Money that may be far below the currency's smallest unit (a click for 0.02).
std::string AxisMoney(const NumberFormat& format, double value);

// Money in a label on the chart: without decimals from 100 on.
std::string ChartMoney(const NumberFormat& format, double value);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_AXIS_H_
