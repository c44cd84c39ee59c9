// The metrics of DOMAIN.md, sections 3 to 5, in plain JavaScript: written from the document and not from
// the C++ code. The golden reports come from it, and the benchmarks measure against it.

const KINDS = ['organic', 'paid'];

const divide = (numerator, denominator) => {
  if (denominator === 0) return null;
  const quotient = numerator / denominator;
  return Number.isFinite(quotient) ? quotient : null;
};

function measureCell(id, cell, grossMargin) {
  const orders = cell.visits * cell.conversionRate;
  const revenue = orders * cell.orderValue;
  const spend = cell.visits * cell.costPerClick + cell.fixedCost;
  const profit = grossMargin * revenue - spend;
  const newCustomers = orders * cell.newCustomerShare;
  return {
    id,
    orders,
    revenue,
    valuePerVisit: cell.conversionRate * cell.orderValue,
    revenueShare: null,
    spend,
    effectiveCpc: divide(spend, cell.visits),
    cpa: divide(spend, orders),
    roas: divide(revenue, spend),
    profit,
    roi: divide(profit, spend),
    newCustomers,
    cac: divide(spend, newCustomers),
    breakEvenCpa: grossMargin * cell.orderValue,
    quadrant: null,
  };
}

function sum(id, cells, results, includes) {
  let visits = 0;
  let orders = 0;
  let revenue = 0;
  let spend = 0;
  let profit = 0;
  let newCustomers = 0;
  for (let i = 0; i < results.length; ++i) {
    if (!includes(i)) continue;
    const result = results[i];
    visits += cells[i].visits;
    orders += result.orders;
    revenue += result.revenue;
    spend += result.spend;
    profit += result.profit;
    newCustomers += result.newCustomers;
  }
  const totals = {
    visits,
    orders,
    revenue,
    spend,
    profit,
    conversionRate: divide(orders, visits),
    orderValue: divide(revenue, orders),
    effectiveCpc: divide(spend, visits),
    cpa: divide(spend, orders),
    roas: divide(revenue, spend),
    roi: divide(profit, spend),
    newCustomers,
    cac: divide(spend, newCustomers),
  };
  return id === null ? totals : { id, ...totals };
}

const isPlaced = (cell, result) => result.spend > 0 && cell.visits > 0;

function findThresholds({ mode, cpc, cpa }, cells, results) {
  if (mode === 'target') return { cpc: cpc ?? 0, cpa: cpa ?? 0 };
  let visits = 0;
  let spend = 0;
  let orders = 0;
  results.forEach((result, i) => {
    if (!isPlaced(cells[i], result)) return;
    visits += cells[i].visits;
    spend += result.spend;
    orders += result.orders;
  });
  return { cpc: divide(spend, visits), cpa: divide(spend, orders) };
}

// "At most the threshold", give or take the rounding of an average.
const isLow = (value, threshold) =>
  value !== null && threshold !== null && value <= threshold * (1 + 1e-12);

function findQuadrant(cell, result, thresholds) {
  if (!isPlaced(cell, result)) return null;
  const lowCpc = isLow(result.effectiveCpc, thresholds.cpc);
  if (isLow(result.cpa, thresholds.cpa)) return lowCpc ? 1 : 2;
  return lowCpc ? 4 : 3;
}

function measureConcentration(results, revenue) {
  if (revenue === 0) return { hhi: null, normalised: null, effectiveSources: null, largest: null };
  let hhi = 0;
  let largest = results[0];
  for (const result of results) {
    hhi += result.revenueShare ** 2;
    if (result.revenue > largest.revenue) largest = result;
  }
  const even = 1 / results.length;
  return {
    hhi,
    normalised: Math.max(0, (hhi - even) / (1 - even)),
    effectiveSources: 1 / hhi,
    largest: { id: largest.id, share: largest.revenueShare },
  };
}

/** The report of a complete scenario (one with all its fields, as presets() gives it). */
export function evaluate({ grossMargin, media, cells, thresholds }) {
  const results = cells.map((cell, i) =>
    measureCell(`${media[i >> 1].id}.${KINDS[i & 1]}`, cell, grossMargin));
  const total = sum(null, cells, results, () => true);
  const limits = findThresholds(thresholds, cells, results);
  results.forEach((result, i) => {
    result.revenueShare = divide(result.revenue, total.revenue);
    result.quadrant = findQuadrant(cells[i], result, limits);
  });
  return {
    cells: results,
    total,
    media: media.map(({ id }, medium) => sum(id, cells, results, (i) => i >> 1 === medium)),
    kinds: KINDS.map((id, kind) => sum(id, cells, results, (i) => (i & 1) === kind)),
    thresholds: limits,
    concentration: measureConcentration(results, total.revenue),
  };
}
