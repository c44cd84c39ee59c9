#include "engine/model/scenario.h"

#include <algorithm>
#include <cmath>

namespace sextant {

const char* KindId(Kind kind) {
  return kind == Kind::kOrganic ? "organic" : "paid";
}

std::string CellId(const Scenario& scenario, int cell) {
  std::string id = scenario.media[static_cast<size_t>(MediumOf(cell))].id.str();
  id += '.';
  id += KindId(KindOf(cell));
  return id;
}

int FindCell(const Scenario& scenario, std::string_view id) {
  const size_t dot = id.find('.');
  if (dot == std::string_view::npos) return -1;
  const std::string_view medium = id.substr(0, dot);
  const std::string_view kind = id.substr(dot + 1);
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    if (scenario.media[i].id != medium) continue;
    for (Kind candidate : {Kind::kOrganic, Kind::kPaid}) {
      if (kind == KindId(candidate)) {
        return CellIndex(static_cast<int>(i), candidate);
      }
    }
  }
  return -1;
}

double ReferralConversionRate(const Scenario& scenario) {
  if (const auto& own = scenario.flywheel.referral_conversion_rate) return *own;
  size_t medium = 0;
  for (size_t i = 0; i < scenario.media.size(); ++i) {
    if (scenario.media[i].id == "social") medium = i;
  }
  const size_t cell = medium * kKindCount;
  return cell < scenario.cells.size() ? scenario.cells[cell].conversion_rate
                                      : 0;
}

double SumOfShares(const FlywheelInputs& flywheel) {
  double sum = 0;
  for (const SegmentHabits& segment : flywheel.segments) sum += segment.share;
  return sum;
}

void NormaliseShares(FlywheelInputs& flywheel) {
  const double sum = SumOfShares(flywheel);
  for (SegmentHabits& segment : flywheel.segments) {
    segment.share = sum > 0 ? segment.share / sum : 1.0 / kSegmentCount;
  }
}

void SetShare(FlywheelInputs& flywheel, Segment segment, double share,
              const FlywheelInputs& before) {
  const auto position = static_cast<size_t>(segment);
  const size_t next = (position + 1) % kSegmentCount;
  const size_t last = (position + 2) % kSegmentCount;
  const double had = before.segments[next].share;
  const double others = had + before.segments[last].share;
  const double part = others > 0 ? had / others : 0.5;
  // Percentages are displayed with one decimal.
  const double taken =
      std::min(std::round((1 - share) * part * 1000) / 1000, 1 - share);
  flywheel.segments[position].share = share;
  flywheel.segments[next].share = taken;
  flywheel.segments[last].share = std::round((1 - share - taken) * 1e12) / 1e12;
}

}  // namespace sextant
