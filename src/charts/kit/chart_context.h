// The input of every chart.
#ifndef SEXTANT_CHARTS_KIT_CHART_CONTEXT_H_
#define SEXTANT_CHARTS_KIT_CHART_CONTEXT_H_

#include <optional>

#include "charts/kit/drawing.h"
#include "engine/model/report.h"
#include "engine/model/scenario.h"
#include "locales/number_format.h"

namespace sextant {

struct ChartContext {
  const Scenario& scenario;
  const Report& report;
  const NumberFormat& format;
  MeasureText measure = kEstimatedWidth;
  // The state before the drag, or the pinned baseline; drawn as an outline.
  // Its cells are those of `scenario`, with other numbers.
  struct Ghost {
    const Scenario& scenario;
    const Report& report;
  };
  std::optional<Ghost> ghost = std::nullopt;
  int highlighted_cell = -1;  // hovered or focused somewhere; -1: none
  int selected_cell = -1;     // the one whose inputs are shown; -1: none
};

// A picture of this size, made by `paint(drawing)`.
template <typename Painter>
Drawing MakeDrawing(float width, float height, Painter paint) {
  Drawing drawing(width, height);
  paint(drawing);
  return drawing;
}

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_CHART_CONTEXT_H_
