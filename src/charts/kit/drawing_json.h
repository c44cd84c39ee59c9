// A Drawing as JSON text, for callers of the package who paint it themselves:
// Drawing in web/engine/tools.d.ts.
#ifndef SEXTANT_CHARTS_KIT_DRAWING_JSON_H_
#define SEXTANT_CHARTS_KIT_DRAWING_JSON_H_

#include "charts/kit/drawing.h"
#include "exchange/json_writer.h"

namespace sextant {

// Lengths are rounded to hundredths of a point. What has its usual value is
// left out.
void WriteDrawing(const Drawing& drawing, JsonWriter& json);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_DRAWING_JSON_H_
