// A Drawing as bytes, so that one module can make it and another paint it. Both
// must be of the same build.
#ifndef SEXTANT_CHARTS_KIT_DRAWING_BYTES_H_
#define SEXTANT_CHARTS_KIT_DRAWING_BYTES_H_

#include <optional>
#include <string>
#include <string_view>

#include "charts/kit/drawing.h"

namespace sextant {

std::string WriteDrawingBytes(const Drawing& drawing);

// Empty if they are not complete.
std::optional<Drawing> ReadDrawingBytes(std::string_view bytes);

}  // namespace sextant

#endif  // SEXTANT_CHARTS_KIT_DRAWING_BYTES_H_
