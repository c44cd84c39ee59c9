#include "words/announcement.h"

#include <algorithm>

#include "engine/customers/flywheel.h"
#include "engine/customers/remarketing.h"
#include "engine/model/fields.h"
#include "words/customer_explanation.h"
#include "words/explanation.h"

namespace sextant {
namespace {

bool EarnTheSame(const Cell& a, const Cell& b) {
  const auto fields = CellFieldsShown(Shown::kCard);
  return std::all_of(fields.begin(), fields.end(), [&](const CellField* field) {
    return a.*field->member == b.*field->member;
  });
}

// Do the two scenarios earn the same before customers come back?
bool EarnTheSame(const Scenario& a, const Scenario& b) {
  return a.gross_margin == b.gross_margin && a.media == b.media &&
         std::equal(
             a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
             [](const Cell& x, const Cell& y) { return EarnTheSame(x, y); });
}

}  // namespace

Moved WhatMoved(const Scenario& before, const Scenario& now) {
  if (!EarnTheSame(before, now)) return Moved::kRevenue;
  if (before.retention != now.retention || before.flywheel != now.flywheel) {
    return Moved::kCustomers;
  }
  const bool remarkets =
      before.remarketing != now.remarketing || before.cells != now.cells;
  return remarkets ? Moved::kRemarketing : Moved::kRevenue;
}

std::string Announce(const Scenario& before, const Scenario& now,
                     const Report& report, const Report* baseline,
                     const NumberFormat& format) {
  switch (WhatMoved(before, now)) {
    case Moved::kRevenue:
      break;
    case Moved::kCustomers:
      return ExplainCustomer(now, report, format) + ' ' +
             ExplainFlywheel(SimulateFlywheel(now, report), format);
    case Moved::kRemarketing:
      return ExplainRemarketing(now, MeasureRemarketing(now), format);
  }
  return ExplainRevenue(now, report, baseline, format);
}

}  // namespace sextant
