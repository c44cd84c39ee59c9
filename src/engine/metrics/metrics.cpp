#include "engine/metrics/metrics.h"

#include <cmath>

namespace sextant {

Ratio Divide(double numerator, double denominator) {
  if (denominator == 0) return std::nullopt;
  const double quotient = numerator / denominator;
  if (!std::isfinite(quotient)) return std::nullopt;
  return quotient;
}

CellMetrics MeasureCell(const Cell& cell, double gross_margin) {
  CellMetrics metrics;
  metrics.orders = cell.visits * cell.conversion_rate;
  metrics.revenue = metrics.orders * cell.order_value;
  metrics.value_per_visit = cell.conversion_rate * cell.order_value;
  metrics.spend = cell.visits * cell.cost_per_click + cell.fixed_cost;
  metrics.effective_cpc = Divide(metrics.spend, cell.visits);
  metrics.cpa = Divide(metrics.spend, metrics.orders);
  metrics.roas = Divide(metrics.revenue, metrics.spend);
  metrics.profit = gross_margin * metrics.revenue - metrics.spend;
  metrics.roi = Divide(metrics.profit, metrics.spend);
  metrics.new_customers = metrics.orders * cell.new_customer_share;
  metrics.cac = Divide(metrics.spend, metrics.new_customers);
  metrics.break_even_cpa = gross_margin * cell.order_value;
  return metrics;
}

void Accumulate(const Cell& cell, const CellMetrics& metrics, Totals& totals) {
  totals.visits += cell.visits;
  totals.orders += metrics.orders;
  totals.revenue += metrics.revenue;
  totals.spend += metrics.spend;
  totals.profit += metrics.profit;
  totals.new_customers += metrics.new_customers;
}

void SetRatios(Totals& totals) {
  totals.conversion_rate = Divide(totals.orders, totals.visits);
  totals.order_value = Divide(totals.revenue, totals.orders);
  totals.value_per_visit = Divide(totals.revenue, totals.visits);
  totals.effective_cpc = Divide(totals.spend, totals.visits);
  totals.cpa = Divide(totals.spend, totals.orders);
  totals.roas = Divide(totals.revenue, totals.spend);
  totals.roi = Divide(totals.profit, totals.spend);
  totals.cac = Divide(totals.spend, totals.new_customers);
}

}  // namespace sextant
