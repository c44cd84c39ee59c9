// Lengths (in points) and colours of the interface.
#ifndef SEXTANT_UI_KIT_THEME_H_
#define SEXTANT_UI_KIT_THEME_H_

#include "charts/kit/drawing.h"
#include "charts/kit/palette.h"
#include "imgui.h"

namespace sextant {

inline constexpr float kGap = 16;      // between cards
inline constexpr float kPadding = 16;  // inside a card
inline constexpr float kRadius = 8;    // corners
inline constexpr float kHairline = 1;
inline constexpr float kTouchTarget = 44;
inline constexpr float kFocusRingWidth = 2;
// How far the focus ring reaches beyond its widget: one point of space, then
// the ring.
inline constexpr float kFocusRingReach = 3;

// Chosen by the width of the view, in points.
enum class Arrangement {
  kPhone,   // < 600: one cell at a time, the quadrants above it
  kTablet,  // 600..1000: cells in two columns, the quadrants above them
  kDesk,    // ≥ 1000: cells in three columns, the quadrants beside them
};

inline Arrangement ArrangementFor(float width) {
  if (width < 600) return Arrangement::kPhone;
  return width < 1000 ? Arrangement::kTablet : Arrangement::kDesk;
}

inline ImU32 ToColor(Theme theme, Paint paint) {
  const uint32_t rgb = Color(theme, paint.ink);
  return IM_COL32((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255,
                  static_cast<int>(paint.alpha * 255 + 0.5f));
}

}  // namespace sextant

#endif  // SEXTANT_UI_KIT_THEME_H_
