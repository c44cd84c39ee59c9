// A Drawing as SVG text, for export, print, the picture of an embedded
// calculator and the page's first paint.
#ifndef SEXTANT_CHARTS_KIT_SVG_H_
#define SEXTANT_CHARTS_KIT_SVG_H_

#include <string>
#include <string_view>

#include "charts/kit/drawing.h"

namespace sextant {

// A complete <svg> element with viewBox, <title> and <desc>, role="img",
// numbers with at most two decimals and every text escaped. No scripts, no
// external styles, no ids that could clash with the host's.
std::string Svg(const Drawing& drawing, Theme theme, std::string_view title,
                std::string_view description);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_SVG_H_
