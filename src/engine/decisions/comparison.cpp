#include "engine/decisions/comparison.h"

#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "base/exponential.h"
#include "base/integer_text.h"
#include "engine/model/fields.h"
#include "engine/model/lists.h"

namespace sextant {
namespace {

constexpr Cell kNoCell{};

// A cell that at least one of the scenarios has.
struct CellPair {
  std::string id;
  const Cell* a = &kNoCell;
  const Cell* b = &kNoCell;
};

// In the order of `a`, then those that only `b` has.
std::vector<CellPair> PairsOf(const Scenario& a, const Scenario& b) {
  std::vector<CellPair> pairs;
  for (size_t i = 0; i < a.cells.size(); ++i) {
    std::string id = CellId(a, static_cast<int>(i));
    const int other = FindCell(b, id);
    pairs.push_back(
        {std::move(id), &a.cells[i],
         other < 0 ? &kNoCell : &b.cells[static_cast<size_t>(other)]});
  }
  for (size_t i = 0; i < b.cells.size(); ++i) {
    std::string id = CellId(b, static_cast<int>(i));
    if (FindCell(a, id) < 0) {
      pairs.push_back({std::move(id), &kNoCell, &b.cells[i]});
    }
  }
  return pairs;
}

// --- Causes ------------------------------------------------------------------

// One factor of a product, in both scenarios, and its part of the change.
struct Part {
  Factor factor;
  double a;
  double b;
  double change = 0;
};

void ShareEqually(std::span<Part> parts, double change, bool b_is_zero) {
  const auto is_zero = [&](const Part& part) {
    return (b_is_zero ? part.b : part.a) == 0;
  };
  size_t zeros = 0;
  for (const Part& part : parts) zeros += is_zero(part);
  for (Part& part : parts) {
    // Without a zero the product was too small for a double.
    if (zeros == 0 || is_zero(part)) {
      part.change =
          change / static_cast<double>(zeros == 0 ? parts.size() : zeros);
    }
  }
}

// Splits the change of the product. Returns it.
double Split(std::span<Part> parts) {
  double a = 1;
  double b = 1;
  for (const Part& part : parts) {
    a *= part.a;
    b *= part.b;
  }
  const double change = b - a;
  if (a == 0 && b == 0) return 0;
  if (a == 0 || b == 0) {
    ShareEqually(parts, change, b == 0);
    return change;
  }
  const double mean = LogarithmicMean(a, b);
  double sum = 0;
  Part* largest = &parts[0];
  for (Part& part : parts) {
    part.change = mean * LogRatio(part.b, part.a);
    sum += part.change;
    if (std::abs(part.change) > std::abs(largest->change)) largest = &part;
  }
  largest->change += change - sum;  // what rounding has left
  return change;
}

void AddCause(std::vector<Cause>& causes, const std::string& cell,
              Factor factor, double change) {
  if (change != 0) causes.push_back({cell, factor, change});
}

void AddRevenueCauses(const CellPair& pair, Comparison& comparison) {
  const auto& [id, a, b] = pair;
  Part parts[] = {
      {Factor::kVisits, a->visits, b->visits},
      {Factor::kConversionRate, a->conversion_rate, b->conversion_rate},
      {Factor::kOrderValue, a->order_value, b->order_value}};
  comparison.revenue_change += Split(parts);
  for (const Part& part : parts) {
    AddCause(comparison.revenue_causes, id, part.factor, part.change);
    comparison.factors[static_cast<size_t>(part.factor)] += part.change;
  }
}

// Profit is margin · revenue − visits · cost per click − fixed cost. Returns
// the part of the gross margin.
double AddProfitCauses(const CellPair& pair, double margin_a, double margin_b,
                       Comparison& comparison) {
  const auto& [id, a, b] = pair;
  Part earned[] = {
      {Factor::kVisits, a->visits, b->visits},
      {Factor::kConversionRate, a->conversion_rate, b->conversion_rate},
      {Factor::kOrderValue, a->order_value, b->order_value},
      {Factor::kGrossMargin, margin_a, margin_b}};
  Part spent[] = {
      {Factor::kVisits, a->visits, b->visits},
      {Factor::kCostPerClick, a->cost_per_click, b->cost_per_click}};
  const double fixed = b->fixed_cost - a->fixed_cost;
  comparison.profit_change += Split(earned);
  comparison.profit_change -= Split(spent) + fixed;

  auto& causes = comparison.profit_causes;
  AddCause(causes, id, Factor::kVisits, earned[0].change - spent[0].change);
  AddCause(causes, id, Factor::kConversionRate, earned[1].change);
  AddCause(causes, id, Factor::kOrderValue, earned[2].change);
  AddCause(causes, id, Factor::kCostPerClick, -spent[1].change);
  AddCause(causes, id, Factor::kFixedCost, -fixed);
  return earned[3].change;
}

// --- Inputs ------------------------------------------------------------------

void AddInput(std::string id, OptionalNumber a, OptionalNumber b,
              std::vector<ChangedInput>& changed) {
  if (!(a == b)) changed.push_back({std::move(id), a, b});
}

void AddCellInputs(const CellPair& pair, std::vector<ChangedInput>& changed) {
  const std::string start = pair.id + '/';
  for (const CellField& field : CellFields()) {
    AddInput(start + field.id, pair.a->*field.member, pair.b->*field.member,
             changed);
  }
  AddInput(start + "response.elasticity", pair.a->elasticity,
           pair.b->elasticity, changed);
  for (const auto& [name, range] : kCellRanges) {
    AddInput(start + "uncertainty." + name, pair.a->*range, pair.b->*range,
             changed);
  }
}

OptionalNumber OwnValue(const Scenario& scenario, const ScenarioField& field) {
  const double* value = field.find(scenario);
  return value ? OptionalNumber(*value) : OptionalNumber();
}

void AddSeason(const Scenario& a, const Scenario& b,
               std::vector<ChangedInput>& changed) {
  for (size_t month = 0; month < kMonthsOfYear; ++month) {
    const std::string start =
        "season." + IntegerText(static_cast<int64_t>(month) + 1) + '/';
    for (const auto& [name, member] : kMonthFactors) {
      AddInput(start + name, a.season.months[month].*member,
               b.season.months[month].*member, changed);
    }
  }
}

std::string AssistId(const Scenario& scenario, const Assist& assist) {
  return "assists." + CellId(scenario, assist.from) + '/' +
         CellId(scenario, assist.to);
}

// 0 if there is no such assist.
double ShareOf(const Scenario& scenario, std::string_view id) {
  for (const Assist& assist : scenario.assists) {
    if (AssistId(scenario, assist) == id) return assist.share;
  }
  return 0;
}

void AddAssists(const Scenario& a, const Scenario& b,
                std::vector<ChangedInput>& changed) {
  for (const Assist& assist : a.assists) {
    const std::string id = AssistId(a, assist);
    AddInput(id, assist.share, ShareOf(b, id), changed);
  }
  for (const Assist& assist : b.assists) {
    const std::string id = AssistId(b, assist);
    if (ShareOf(a, id) == 0) AddInput(id, 0.0, assist.share, changed);
  }
}

}  // namespace

double LogRatio(double b, double a) {
  const double x = (b - a) / (b + a);
  if (std::abs(x) > 0.1) {
    const double ratio = b / a;
    return ratio > std::numeric_limits<double>::min() && std::isfinite(ratio)
               ? Log(ratio)
               : Log(b) - Log(a);
  }
  // 2 artanh x: here b − a has no rounding error, unlike b / a − 1.
  double sum = 0;
  for (int i = 17; i > 0; i -= 2) sum = sum * x * x + 1.0 / i;
  return 2 * x * sum;
}

double LogarithmicMean(double a, double b) {
  const double ratio = LogRatio(a, b);
  return ratio == 0 ? a : (a - b) / ratio;
}

Comparison Compare(const Scenario& a, const Scenario& b) {
  Comparison comparison;
  double margin = 0;
  for (const CellPair& pair : PairsOf(a, b)) {
    AddRevenueCauses(pair, comparison);
    margin += AddProfitCauses(pair, a.gross_margin, b.gross_margin, comparison);
    AddCellInputs(pair, comparison.changed);
  }
  AddCause(comparison.profit_causes, {}, Factor::kGrossMargin, margin);
  for (const ScenarioField& field : ScenarioFields()) {
    AddInput(field.id, OwnValue(a, field), OwnValue(b, field),
             comparison.changed);
  }
  AddSeason(a, b, comparison.changed);
  AddAssists(a, b, comparison.changed);
  return comparison;
}

}  // namespace sextant
