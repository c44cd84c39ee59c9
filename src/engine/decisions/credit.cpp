#include "engine/decisions/credit.h"

#include <array>

#include "engine/metrics/metrics.h"

namespace sextant {
namespace {

// A polynomial in t of at most kMaxCells factors 1 − share + share·t.
class Product {
 public:
  void Multiply(double share) {
    for (size_t power = ++size_; power-- > 0;) {
      coefficients_[power] = coefficients_[power] * (1 - share) +
                             (power > 0 ? coefficients_[power - 1] * share : 0);
    }
  }
  // ∫ t^power · this dt from 0 to 1.
  double Integral(int power) const {
    double sum = 0;
    for (size_t i = 0; i < size_; ++i) {
      sum += coefficients_[i] / (static_cast<double>(i) + power + 1);
    }
    return sum;
  }

 private:
  size_t size_ = 1;
  std::array<double, kMaxCells + 1> coefficients_ = {1};
};

// Of what assists the cell `to`, all but the assist `except`.
Product ProductOf(const Scenario& scenario, int to, const Assist* except) {
  Product product;
  for (const Assist& assist : scenario.assists) {
    if (assist.to == to && &assist != except) product.Multiply(assist.share);
  }
  return product;
}

// The game is a sum of one for each cell j, whose revenue depends on j and on
// what assists it. A Shapley value is the integral, over the chance t that each
// of the others is live, of what a player adds (Owen, "Multilinear extensions
// of games", 1972). Here that is a product of polynomials in t.
void ShareRevenue(const Scenario& scenario, int to,
                  std::vector<CellCredit>& cells) {
  CellCredit& owner = cells[static_cast<size_t>(to)];
  owner.credit += owner.own * ProductOf(scenario, to, nullptr).Integral(0);
  owner.removal_effect += owner.own;
  for (const Assist& assist : scenario.assists) {
    if (assist.to != to) continue;
    const double moved = owner.own * assist.share;
    CellCredit& helper = cells[static_cast<size_t>(assist.from)];
    helper.credit += moved * ProductOf(scenario, to, &assist).Integral(1);
    helper.removal_effect += moved;
  }
}

}  // namespace

CreditReport ShareCredit(const Scenario& scenario) {
  CreditReport report;
  report.cells.resize(scenario.cells.size());
  std::vector<double> spends;
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    const CellMetrics metrics =
        MeasureCell(scenario.cells[i], scenario.gross_margin);
    report.cells[i].own = metrics.revenue;
    report.total += metrics.revenue;
    spends.push_back(metrics.spend);
  }
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    ShareRevenue(scenario, static_cast<int>(i), report.cells);
  }
  for (size_t i = 0; i < scenario.cells.size(); ++i) {
    CellCredit& cell = report.cells[i];
    cell.orders = Divide(cell.credit, scenario.cells[i].order_value);
    if (cell.orders) cell.cpa = Divide(spends[i], *cell.orders);
  }
  return report;
}

}  // namespace sextant
