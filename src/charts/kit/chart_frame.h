// What is around the data of a chart: the plot's place, titles, the legend,
// the sentence of an empty chart.
#ifndef SEXTANT_CHARTS_KIT_CHART_FRAME_H_
#define SEXTANT_CHARTS_KIT_CHART_FRAME_H_

#include <string_view>

#include "charts/kit/chart_context.h"
#include "charts/kit/label_layout.h"

namespace sextant {

// Room for the labels of the axes on the left, the title above, and labels,
// legend and title below.
Rect PlotRect(float width, float height);

// `brief` where `full` is too long.
struct AxisTitle {
  TextId full;
  TextId brief;
};

// Above the plot.
void PutHeightTitle(const ChartContext& context, LabelLayout& labels,
                    const Rect& plot, AxisTitle title);

// Under the plot: the title on the right, and which hue is which medium on the
// left, as far as there is room.
void PutBottomRow(const ChartContext& context, LabelLayout& labels,
                  const Rect& plot, AxisTitle title);

// In the middle of the plot.
void PutMessage(const ChartContext& context, LabelLayout& labels,
                const Rect& plot, TextId message);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_CHART_FRAME_H_
