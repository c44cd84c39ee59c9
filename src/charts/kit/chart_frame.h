// What surrounds the data of a chart: the titles of the axes, the legend, and
// the message of an empty chart. All lengths are points.
#ifndef SEXTANT_CHARTS_KIT_CHART_FRAME_H_
#define SEXTANT_CHARTS_KIT_CHART_FRAME_H_

#include <string_view>

#include "charts/kit/chart_context.h"
#include "charts/kit/label_layout.h"

namespace sextant {

// The rectangle for the data in a chart of this size. It leaves room for labels
// on the left, a title above, and labels, legend and title below; at least one
// point wide and high.
Rect PlotRect(float width, float height);

// `brief` is shown where `full` does not fit.
struct AxisTitle {
  TextId full;
  TextId brief;
};

// Writes the title of the vertical axis above the plot.
void PutHeightTitle(const ChartContext& context, LabelLayout& labels,
                    const Rect& plot, AxisTitle title);

// Writes the title of the horizontal axis below the plot, on the right. On the
// left it shows the colour of each medium and, if there is room, that organic
// is hatched and paid is solid.
void PutBottomRow(const ChartContext& context, LabelLayout& labels,
                  const Rect& plot, AxisTitle title);

// Writes the message in the middle of the plot.
void PutMessage(const ChartContext& context, LabelLayout& labels,
                const Rect& plot, TextId message);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_CHART_FRAME_H_
