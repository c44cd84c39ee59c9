// The metrics of DOMAIN.md, sections 3 to 7 and 9, in plain JavaScript, written from the document and not
// from the C++ code. It produces the golden reports, and the benchmarks compare with it.

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
    valuePerVisit: divide(revenue, visits),
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

function findThresholds({ mode, cpc, cpa }, cells, results, total, grossMargin) {
  if (mode === 'target') return { cpc: cpc ?? 0, cpa: cpa ?? 0 };
  if (mode === 'breakEven') {
    const margin = grossMargin * total.revenue;
    return { cpc: divide(margin, total.visits), cpa: divide(margin, total.orders) };
  }
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

// "At most the threshold", allowing for the rounding of an average.
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
  const lines = findThresholds(thresholds, cells, results, total, grossMargin);
  results.forEach((result, i) => {
    result.revenueShare = divide(result.revenue, total.revenue);
    const { breakEvenCpa } = result;
    const own = thresholds.mode === 'breakEven' && { cpc: breakEvenCpa * (total.conversionRate ?? 0), cpa: breakEvenCpa };
    result.quadrant = findQuadrant(cells[i], result, own || lines);
  });
  return {
    cells: results,
    total,
    media: media.map(({ id }, medium) => sum(id, cells, results, (i) => i >> 1 === medium)),
    kinds: KINDS.map((id, kind) => sum(id, cells, results, (i) => (i & 1) === kind)),
    thresholds: lines,
    concentration: measureConcentration(results, total.revenue),
  };
}

// --- Customer value (section 6) -------------------------------------------------------------------

/** The least t with m·[1 + q·Σ_{k=1..t} (s/(1+d))^k] ≥ cac, found by trying one month after another. */
function findPaybackMonth(m, cac, ltv, { repeatOrders: q, churn, discount }) {
  if (cac === null || ltv < cac) return null;
  const kept = (1 - churn) / (1 + discount);
  let sum = 0;
  let power = 1;
  for (let t = 0; ; ++t) {
    if (m * (1 + q * sum) >= cac) return t;
    power *= kept;
    if (sum + power === sum) return null; // only in the limit
    sum += power;
  }
}

function valueCustomer(m, cac, retention) {
  if (m === null) return { ltv: null, ltvToCac: null, paybackMonth: null };
  const stay = 1 - retention.churn;
  const ltv = m * (1 + (retention.repeatOrders * stay) / (1 + retention.discount - stay));
  return {
    ltv,
    ltvToCac: cac === null ? null : divide(ltv, cac),
    paybackMonth: findPaybackMonth(m, cac, ltv, retention),
  };
}

/** What customers are worth: on average, and by each cell's own order value and CAC. */
export function customerValue(scenario) {
  const { grossMargin, retention } = scenario;
  const { total, cells } = evaluate(scenario);
  return {
    total: valueCustomer(total.orderValue === null ? null : grossMargin * total.orderValue, total.cac, retention),
    cells: cells.map(({ id, cac }, i) => {
      const value = valueCustomer(grossMargin * scenario.cells[i].orderValue, cac, retention);
      return { id, ...value, paysBack: value.paybackMonth !== null };
    }),
  };
}

// --- Flywheel against funnel (section 7) ----------------------------------------------------------

const SEGMENTS = ['promoter', 'passive', 'detractor'];

/** Default: that of social.organic; without the medium social, that of the first cell. */
function referralRate({ flywheel: inputs, media, cells }) {
  if (inputs.referralConversionRate !== undefined) return inputs.referralConversionRate;
  const social = media.findIndex(({ id }) => id === 'social');
  return cells[2 * Math.max(social, 0)].conversionRate;
}

function turn(cells, grossMargin, orderValue, referral, { months, organicGrowth, segments }) {
  const result = [];
  const active = [0, 0, 0];
  let cumulativeProfit = 0;
  for (let month = 0; month < months; ++month) {
    let bought = 0;
    let revenue = 0;
    let spend = 0;
    for (let i = 0; i < cells.length; ++i) {
      const cell = cells[i];
      const visits = i & 1 ? cell.visits : cell.visits * (1 + organicGrowth) ** month;
      const orders = visits * cell.conversionRate;
      bought += orders * cell.newCustomerShare;
      revenue += orders * cell.orderValue;
      spend += visits * cell.costPerClick + cell.fixedCost;
    }
    let referralVisits = 0;
    let repeatOrders = 0;
    for (let s = 0; s < 3; ++s) {
      referralVisits += active[s] * segments[s].referralVisits;
      repeatOrders += active[s] * segments[s].repeatOrders;
    }
    const referred = referral * referralVisits;
    const notBought = orderValue * referred + orderValue * repeatOrders;
    revenue += notBought;
    const profit = grossMargin * revenue - spend;
    cumulativeProfit += profit;
    result.push({
      month,
      newCustomersBought: bought,
      newCustomersReferred: referred,
      activePromoters: active[0],
      activePassives: active[1],
      activeDetractors: active[2],
      repeatOrders,
      revenue,
      spend,
      profit,
      cumulativeProfit,
      cac: divide(spend, bought + referred),
      shareNotBought: divide(notBought, revenue),
    });
    for (let s = 0; s < 3; ++s) {
      active[s] = active[s] * (1 - segments[s].churn) + segments[s].share * (bought + referred);
    }
  }
  return result;
}

function rest({ newCustomers: bought, revenue, spend }, grossMargin, orderValue, k, segments) {
  const newCustomers = bought / (1 - k);
  const active = segments.map(({ share, churn }) => (share * newCustomers) / churn);
  const repeatOrders = segments.reduce((orders, segment, s) => orders + active[s] * segment.repeatOrders, 0);
  const all = revenue + orderValue * (newCustomers - bought) + orderValue * repeatOrders;
  return {
    newCustomers,
    activePromoters: active[0],
    activePassives: active[1],
    activeDetractors: active[2],
    repeatOrders,
    revenue: all,
    profit: grossMargin * all - spend,
  };
}

/** Both series, momentum and the steady state. */
export function flywheel(scenario) {
  const { cells, grossMargin } = scenario;
  const { months, organicGrowth } = scenario.flywheel;
  const segments = SEGMENTS.map((name) => scenario.flywheel.segments[name]);
  const { total } = evaluate(scenario);
  const orderValue = total.orderValue ?? 0;
  const referral = referralRate(scenario);
  const wheel = turn(cells, grossMargin, orderValue, referral, { months, organicGrowth, segments });
  const funnel = turn(cells, grossMargin, orderValue, referral, {
    months, organicGrowth: 0, segments: segments.map((segment) => ({ ...segment, repeatOrders: 0, referralVisits: 0 })),
  });
  const momentum = referral * segments.reduce((sum, { share, churn, referralVisits }) => sum + (share * referralVisits) / churn, 0);
  const overtakes = wheel.findIndex(({ cumulativeProfit }, t) => cumulativeProfit > funnel[t].cumulativeProfit);
  return {
    months: wheel,
    funnel,
    momentum,
    longRunMultiplier: momentum < 1 ? 1 / (1 - momentum) : null,
    overtakesInMonth: overtakes < 0 ? null : overtakes,
    nps: 100 * (segments[0].share - segments[2].share),
    steadyState: momentum < 1 && organicGrowth === 0 ? rest(total, grossMargin, orderValue, momentum, segments) : null,
  };
}

// --- Remarketing (section 9) ----------------------------------------------------------------------

function measurePool(cells, { engagedConversionRate, costPerClick }) {
  let visits = 0;
  let engaged = 0;
  for (const cell of cells) {
    visits += cell.visits;
    engaged += cell.visits * cell.engagedShare;
  }
  const density = divide(engaged, visits);
  const conversionRate = density === null ? null : density * engagedConversionRate;
  return { density, conversionRate, cpa: conversionRate === null ? null : divide(costPerClick, conversionRate) };
}

const difference = (a, b) => (a === null || b === null ? null : a - b);

/** The pool, and each cell's effect on it: the value with the cell minus the value without it. */
export function remarketing({ media, cells, remarketing: inputs }) {
  const pool = measurePool(cells, inputs);
  return {
    ...pool,
    cells: cells.map(({ visits, engagedShare }, i) => {
      const without = measurePool(cells.filter((_, j) => j !== i), inputs);
      return {
        id: `${media[i >> 1].id}.${KINDS[i & 1]}`,
        engagedVisits: visits * engagedShare,
        densityEffect: difference(pool.density, without.density),
        cpaEffect: difference(pool.cpa, without.cpa),
      };
    }),
  };
}
