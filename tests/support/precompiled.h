// Headers that nearly every test includes, compiled once for all.
#ifndef SEXTANT_TESTS_SUPPORT_PRECOMPILED_H_
#define SEXTANT_TESTS_SUPPORT_PRECOMPILED_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#endif  // SEXTANT_TESTS_SUPPORT_PRECOMPILED_H_
