#include "charts/kit/axis.h"

#include <algorithm>
#include <cmath>

#include "base/exponential.h"
#include "base/insertion_sort.h"

namespace sextant {
namespace {

constexpr double kSteps[] = {1, 2, 5};
// Logarithms are not exact: 10 may come out as 9.999999999.
constexpr double kTolerance = 1e-9;

// Dividing by a power of ten is exact to the last bit, multiplying by a
// negative power is not: 0.2, not 0.20000000000000001.
double Scaled(double step, int exponent) {
  return exponent < 0 ? step / PowerOfTen(-exponent)
                      : step * PowerOfTen(exponent);
}

int Decade(double value) { return static_cast<int>(std::floor(Log10(value))); }

bool Includes(double minimum, double maximum, double value) {
  return value >= minimum * (1 - kTolerance) &&
         value <= maximum * (1 + kTolerance);
}

// Every `stride`th power of ten and, optionally, 2 and 5 times each.
std::vector<double> DecadeTicks(double minimum, double maximum, int stride,
                                bool with_steps) {
  std::vector<double> ticks;
  ticks.reserve(16);
  for (int exponent = Decade(minimum); exponent <= Decade(maximum) + 1;
       ++exponent) {
    if (exponent % stride != 0) continue;
    for (double step : kSteps) {
      const double value = Scaled(step, exponent);
      if (Includes(minimum, maximum, value)) ticks.push_back(value);
      if (!with_steps) break;
    }
  }
  return ticks;
}

bool IsApart(const std::vector<double>& ticks, double value,
             double smallest_ratio) {
  return std::all_of(ticks.begin(), ticks.end(), [&](double tick) {
    return std::fabs(Log10(tick / value)) >= smallest_ratio;
  });
}

// For an axis too short for all steps and with hardly a power of ten inside:
// adds whatever fits, the roundest numbers first.
void AddWhatFits(std::vector<double>& ticks, double minimum, double maximum,
                 double smallest_ratio) {
  for (double step : {5.0, 2.0}) {
    for (int exponent = Decade(minimum); exponent <= Decade(maximum);
         ++exponent) {
      const double value = Scaled(step, exponent);
      if (Includes(minimum, maximum, value) &&
          IsApart(ticks, value, smallest_ratio)) {
        ticks.push_back(value);
      }
    }
  }
  InsertionSort(ticks, [](double a, double b) { return a < b; });
}

// For numbers such as 0.02, which need neither grouping nor shortening.
std::string SmallNumber(double value) {
  const int exponent = Decade(value * (1 + kTolerance));
  std::string text = "0.";
  text.append(static_cast<size_t>(std::max(0, -exponent - 1)), '0');
  const double leading = value / Scaled(1, exponent);
  text += static_cast<char>('0' + std::clamp(std::lround(leading), 1L, 9L));
  return text;
}

std::string AxisCount(const NumberFormat& format, double value) {
  if (value > 0 && value < 0.95) return SmallNumber(value);
  return format.CompactCount(value);
}

}  // namespace

double RoundDownToStep(double value) {
  const int exponent = Decade(value);
  const double leading = value / Scaled(1, exponent) * (1 + kTolerance);
  if (leading >= 10) return Scaled(1, exponent + 1);
  if (leading >= 5) return Scaled(5, exponent);
  if (leading >= 2) return Scaled(2, exponent);
  return Scaled(1, exponent);
}

double RoundUpToStep(double value) {
  const int exponent = Decade(value);
  const double leading = value / Scaled(1, exponent) * (1 - kTolerance);
  for (double step : kSteps) {
    if (leading <= step) return Scaled(step, exponent);
  }
  return Scaled(1, exponent + 1);
}

std::vector<double> LogarithmicTicks(double minimum, double maximum,
                                     float length, float label_length) {
  const double decades = Log10(maximum / minimum);
  const double needed = decades * label_length / std::max(length, 1.f);
  constexpr double kSmallestStep = 0.30103;  // log10(2)
  if (needed <= kSmallestStep) return DecadeTicks(minimum, maximum, 1, true);
  const int stride = std::max(1, static_cast<int>(std::ceil(needed)));
  std::vector<double> ticks = DecadeTicks(minimum, maximum, stride, false);
  if (ticks.size() < 2) AddWhatFits(ticks, minimum, maximum, needed);
  return ticks;
}

std::vector<double> LinearTicks(double maximum, float length,
                                float label_length) {
  const float count = std::max(1.f, std::floor(length / label_length));
  const double part = maximum / std::min(count, 5.f);
  // Powers of ten end soon below.
  constexpr double kSmallest = 1e-300;
  if (!(part >= kSmallest)) return {0};
  const double step = RoundUpToStep(part);
  std::vector<double> ticks;
  // The count limits the loop for numbers whose step is lost to rounding.
  for (int i = 0; i <= 10 && step * i <= maximum * (1 + kTolerance); ++i) {
    ticks.push_back(step * i);
  }
  return ticks;
}

std::string AxisMoney(const NumberFormat& format, double value) {
  if (value > 0 && value < 0.95) {
    return format.money.prefix + SmallNumber(value) + format.money.suffix;
  }
  return format.CompactMoney(value);
}

std::string ChartMoney(const NumberFormat& format, double value) {
  return format.Money(value >= 100 ? std::round(value) : value);
}

TickTexts TickLabels(const std::vector<double>& ticks,
                     const NumberFormat& format, MeasureText measure,
                     float room) {
  TickTexts texts;
  texts.labels.reserve(ticks.size());
  for (double tick : ticks) {
    texts.labels.push_back(AxisMoney(format, tick));
    if (measure(texts.labels.back(), TextSize::kSmall, false) > room) {
      texts.with_currency = false;
      break;
    }
  }
  if (texts.with_currency) return texts;
  texts.labels.clear();
  for (double tick : ticks) texts.labels.push_back(AxisCount(format, tick));
  return texts;
}

}  // namespace sextant
