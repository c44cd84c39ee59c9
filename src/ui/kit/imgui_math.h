// The mathematics of Dear ImGui (IMGUI_DISABLE_DEFAULT_MATH_FUNCTIONS). Sine
// and cosine are its own: those of the standard library are right for any
// number, and with that a kilobyte larger (Brotli). The rest is the standard
// library's.
#ifndef SEXTANT_UI_KIT_IMGUI_MATH_H_
#define SEXTANT_UI_KIT_IMGUI_MATH_H_

#include <cmath>
#include <cstdlib>

// Off by at most 1e-6 for angles of a few turns, in radians: a corner of a
// circle is off by far less than a pixel.
inline float ImSin(float angle) {
  constexpr float kHalfTurn = 3.14159265f;
  angle -= 2 * kHalfTurn * std::nearbyint(angle / (2 * kHalfTurn));
  if (std::fabs(angle) > kHalfTurn / 2) {
    angle = std::copysign(kHalfTurn, angle) - angle;
  }
  const float square = angle * angle;
  return angle * (1 + square * (-1.f / 6 +
                                square * (1.f / 120 +
                                          square * (-1.f / 5040 +
                                                    square * (1.f / 362880)))));
}
inline float ImCos(float angle) { return ImSin(angle + 1.57079633f); }

inline float ImFabs(float x) { return std::fabs(x); }
inline float ImSqrt(float x) { return std::sqrt(x); }
inline float ImFmod(float x, float y) { return std::fmod(x, y); }
inline float ImAcos(float x) { return std::acos(x); }
inline float ImAtan2(float y, float x) { return std::atan2(y, x); }
inline double ImAtof(const char* text) { return std::atof(text); }
inline float ImCeil(float x) { return std::ceil(x); }
inline float ImPow(float x, float y) { return std::pow(x, y); }
inline double ImPow(double x, double y) { return std::pow(x, y); }
inline float ImLog(float x) { return std::log(x); }
inline double ImLog(double x) { return std::log(x); }
inline int ImAbs(int x) { return x < 0 ? -x : x; }
inline float ImAbs(float x) { return std::fabs(x); }
inline double ImAbs(double x) { return std::fabs(x); }
inline float ImSign(float x) { return x < 0 ? -1.f : x > 0 ? 1.f : 0.f; }
inline double ImSign(double x) { return x < 0 ? -1. : x > 0 ? 1. : 0.; }
inline float ImRsqrt(float x) { return 1 / std::sqrt(x); }
inline double ImRsqrt(double x) { return 1 / std::sqrt(x); }

#endif  // SEXTANT_UI_KIT_IMGUI_MATH_H_
