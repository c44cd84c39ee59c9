// What surrounds the data of a chart: the titles of the axes, the legend, and
// the message of an empty chart. All lengths are points.
#ifndef SEXTANT_CHARTS_KIT_CHART_FRAME_H_
#define SEXTANT_CHARTS_KIT_CHART_FRAME_H_

#include <string>
#include <vector>

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

// A picture too narrow for names in full.
constexpr bool IsNarrow(float width) { return width < 480; }

// The rows below the plot: the colour of each medium, that organic is hatched
// and paid is solid, and on the right of the last row the title of the
// horizontal axis.
class BottomRows {
 public:
  BottomRows(const ChartContext& context, float width, AxisTitle title);

  // What they take beyond the one row that PlotRect leaves room for.
  float MoreHeight() const;
  // `baseline` is that of the first row. With `numbered` each medium has the
  // number.
  void Put(LabelLayout& labels, float baseline, bool numbered) const;

 private:
  struct Entry {
    std::string text;
    Paint paint;
    Fill fill;
    float x;
    int row;
  };

  std::vector<Entry> entries_;
  std::string_view title_;
  float right_;
  int last_row_ = 0;
};

// The number of a medium, and the ring of its colour around it.
inline constexpr float kNumberRadius = 7;
void PutNumber(LabelLayout& labels, int medium, Point center);
void PaintNumberRing(Drawing& drawing, Ink ink, Point center);

// Writes the message in the middle of the plot.
void PutMessage(const ChartContext& context, LabelLayout& labels,
                const Rect& plot, TextId message);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_CHART_FRAME_H_
