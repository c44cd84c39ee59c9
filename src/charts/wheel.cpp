#include "charts/wheel.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "charts/kit/label_layout.h"
#include "locales/text.h"

namespace sextant {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kArc = 2 * kPi / kWheelPartCount;
constexpr float kGap = 0.07f;  // between two arcs, in radians
constexpr int kArcSteps = 32;
constexpr int kArrows = 15;
constexpr float kThickness = 26;
// Labels are above the wheel and next to it.
constexpr float kTextRoom = 24;

// A sine for the small range of angles needed here. The C library's works for
// any angle but adds two kilobytes to the download.
float Sine(float angle) {
  const float x = angle - 2 * kPi * std::floor(angle / (2 * kPi) + 0.5f);
  // The series converges from −π/2 to π/2; beyond, the curve is mirrored.
  const float y = x > kPi / 2 ? kPi - x : x < -kPi / 2 ? -kPi - x : x;
  const float square = y * y;
  return y *
         (1 - square / 6 *
                  (1 - square / 20 * (1 - square / 42 * (1 - square / 72))));
}

class WheelPainter {
 public:
  WheelPainter(const ChartContext& context, const FlywheelReport& flywheel,
               Drawing& drawing)
      : context_(context),
        flywheel_(flywheel),
        drawing_(drawing),
        labels_(drawing, context.measure) {
    float names = 0;
    for (int i = 0; i < kWheelPartCount; ++i) {
      names = std::max(names, labels_.Width(Name(i), TextSize::kBody, true));
    }
    // The two lower labels are where the wheel is 0.87 of its radius wide.
    const float wide = (drawing.width / 2 - names - 10) / 0.87f;
    const float high = (drawing.height - kTextRoom) / 2;
    radius_ = std::max(kThickness, std::min(wide, high) - kThickness / 2);
    center_ = {drawing.width / 2, kTextRoom + (drawing.height - kTextRoom) / 2};
  }

  void Paint(float turn) {
    for (int part = 0; part < kWheelPartCount; ++part) PaintArc(part);
    for (int arrow = 0; arrow < kArrows; ++arrow) {
      PaintArrow(turn + 2 * kPi * static_cast<float>(arrow) / kArrows);
    }
    for (int part = 0; part < kWheelPartCount; ++part) PutName(part);
    PutMultiplier();
    labels_.Flush();
    drawing_.marks.push_back(
        {-1,
         FormatText(language(), TextId::kChartWheelMark,
                    {{"momentum", context_.format.Ratio(flywheel_.momentum)},
                     {"multiplier", MultiplierInWords()}}),
         {0, 0, drawing_.width, drawing_.height}});
  }

 private:
  Language language() const { return context_.format.language; }

  std::string_view Name(int part) const {
    return WheelName(static_cast<WheelPart>(part), language());
  }

  // Clockwise from the top.
  Point At(float angle, float radius) const {
    return {center_.x + radius * Sine(angle),
            center_.y - radius * Sine(angle + kPi / 2)};
  }

  void PaintArc(int part) {
    const float middle = kArc * static_cast<float>(part);
    const float half = kArc / 2 - kGap / 2;
    Polyline arc;
    arc.paint = {WheelInk(static_cast<WheelPart>(part)), 1};
    arc.width = kThickness;
    arc.points.reserve(kArcSteps + 1);
    for (int i = 0; i <= kArcSteps; ++i) {
      const float along = static_cast<float>(i) / kArcSteps * 2 - 1;
      arc.points.push_back(At(middle + half * along, radius_));
    }
    drawing_.shapes.push_back(std::move(arc));
  }

  void PaintArrow(float angle) {
    constexpr float kWing = 6;
    const float back = angle - kWing / radius_;
    drawing_.shapes.push_back(
        Polyline{{At(back, radius_ - kWing), At(angle, radius_),
                  At(back, radius_ + kWing)},
                 {Ink::kSurface, 0.9f},
                 2});
  }

  void PutName(int part) {
    constexpr float kLabelGap = 8;
    const float edge = radius_ + kThickness / 2 + kLabelGap;
    Point anchor = At(kArc * static_cast<float>(part), edge);
    Align align = Align::kCenter;
    if (part == 1) align = Align::kStart;
    if (part == 2) align = Align::kEnd;
    if (part > 0) anchor.y += 8;
    labels_.Put({anchor,
                 std::string(Name(part)),
                 {WheelInk(static_cast<WheelPart>(part)), 1},
                 TextSize::kBody,
                 align,
                 true});
  }

  std::string Multiplier() const {
    return flywheel_.long_run_multiplier
               ? "×" + context_.format.Ratio(*flywheel_.long_run_multiplier)
               : std::string("∞");
  }

  std::string MultiplierInWords() const {
    if (flywheel_.long_run_multiplier) return Multiplier();
    return std::string(Text(language(), TextId::kChartWheelUnbounded));
  }

  void PutMultiplier() {
    const TextId caption = flywheel_.long_run_multiplier
                               ? TextId::kChartWheelCaption
                               : TextId::kChartWheelUnbounded;
    labels_.Put({{center_.x, center_.y + 4},
                 Multiplier(),
                 {Ink::kText, 1},
                 TextSize::kHeading,
                 Align::kCenter,
                 true});
    constexpr float kBelow = 22;
    const std::string_view text = Text(language(), caption);
    const float inner = radius_ - kThickness / 2;
    const float room =
        inner > kBelow ? 2 * std::sqrt(inner * inner - kBelow * kBelow) : 0;
    if (labels_.Width(text) + 8 > room) return;
    labels_.Put({{center_.x, center_.y + kBelow},
                 std::string(text),
                 {Ink::kTextMuted, 1},
                 TextSize::kSmall,
                 Align::kCenter});
  }

  const ChartContext& context_;
  const FlywheelReport& flywheel_;
  Drawing& drawing_;
  LabelLayout labels_;
  Point center_;
  float radius_ = 0;
};

}  // namespace

Ink WheelInk(WheelPart part) {
  constexpr Ink kInks[] = {Ink::kAccent, Ink::kMedium3, Ink::kPositive};
  return kInks[static_cast<size_t>(part)];
}

std::string_view WheelName(WheelPart part, Language language) {
  constexpr TextId kNames[] = {TextId::kChartWheelAttract,
                               TextId::kChartWheelEngage,
                               TextId::kChartWheelDelight};
  return Text(language, kNames[static_cast<size_t>(part)]);
}

Drawing WheelPicture(const ChartContext& context,
                     const FlywheelReport& flywheel, float turn, float width,
                     float height) {
  return MakeDrawing(width, height, [&](Drawing& drawing) {
    WheelPainter(context, flywheel, drawing).Paint(turn);
  });
}

}  // namespace sextant
