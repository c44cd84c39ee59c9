// uncertainty() in plain JavaScript, as one would write it for speed: normal numbers are drawn once, numbers are in typed
// arrays, and percentiles come from sorting. It shares no code with the engine, and draws other numbers.
const Z90 = 1.2815515655446004;
const FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick'];
const PERCENTILES = [5, 10, 25, 50, 75, 90, 95];
const BINS = 40;

/** Normal numbers (Box and Muller), the same in every run. */
function drawNormals(count, seed) {
  let state = seed;
  const unit = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Float64Array.from({ length: count }, () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit()));
}

function sigmaOf(id, value, range) {
  if (id !== 'conversionRate') return Math.log(1 + range) / Z90;
  const high = Math.min(value * (1 + range), (1 + value) / 2);
  return Math.log((high / (1 - high)) / (value / (1 - value))) / Z90;
}

/** Sorts the values. */
function describe(values) {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const found = { mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) };
  values.sort();
  const minimum = values[0];
  const maximum = values[values.length - 1];
  for (const percent of PERCENTILES) {
    const place = (values.length * percent) / 100 - 0.5;
    const rank = Math.floor(place);
    found[`p${percent}`] = values[rank] + (place - rank) * (values[rank + 1] - values[rank]);
  }
  const counts = new Array(BINS).fill(0);
  const scale = BINS / (maximum - minimum);
  for (const value of values) ++counts[Math.min(BINS - 1, Math.floor((value - minimum) * scale))];
  return { ...found, histogram: { minimum, maximum, counts } };
}

export class UncertaintyReference {
  #trials;
  #normals; // of each cell and field

  constructor({ cells, uncertainty: { correlation } = { correlation: 0.3 } }, trials) {
    this.#trials = trials;
    this.#normals = cells.map((cell, i) => FIELDS.map((id, field) => {
      const common = drawNormals(trials, 1000 + (i >> 1) * 4 + field);
      const own = drawNormals(trials, i * 4 + field);
      return own.map((normal, k) => Math.sqrt(correlation) * common[k] + Math.sqrt(1 - correlation) * normal);
    }));
  }

  ask({ cells, grossMargin, uncertainty: { range } = { range: 0.2 } }, target) {
    const trials = this.#trials;
    const revenue = new Float64Array(trials);
    const spend = new Float64Array(trials);
    const orders = new Float64Array(trials);
    cells.forEach((cell, c) => {
      const [visitNormals, rateNormals, valueNormals, costNormals] = this.#normals[c];
      const [visitSigma, rateSigma, valueSigma, costSigma] = FIELDS.map((id) => (cell[id] ? sigmaOf(id, cell[id], range) : 0));
      for (let i = 0; i < trials; ++i) {
        const visits = cell.visits * Math.exp(visitSigma * visitNormals[i]);
        const odds = cell.conversionRate * Math.exp(rateSigma * rateNormals[i]);
        const ordered = (visits * odds) / (odds + 1 - cell.conversionRate);
        orders[i] += ordered;
        revenue[i] += ordered * cell.orderValue * Math.exp(valueSigma * valueNormals[i]);
        spend[i] += visits * cell.costPerClick * Math.exp(costSigma * costNormals[i]) + cell.fixedCost;
      }
    });
    const profit = revenue.map((value, i) => grossMargin * value - spend[i]);
    let hits = 0;
    let losses = 0;
    for (let i = 0; i < trials; ++i) {
      if (revenue[i] >= target) ++hits;
      if (profit[i] < 0) ++losses;
    }
    const drivers = this.#findDrivers(cells, profit);
    const roas = revenue.map((value, i) => value / spend[i]);
    const cpa = spend.map((value, i) => value / orders[i]);
    return {
      metrics: { revenue: describe(revenue), profit: describe(profit), roas: describe(roas), cpa: describe(cpa) },
      chanceOfTarget: hits / trials,
      chanceOfLoss: losses / trials,
      drivers,
    };
  }

  /** Ranks of profit against the normal numbers. */
  #findDrivers(cells, profit) {
    const order = Uint32Array.from(profit, (_, i) => i).sort((a, b) => profit[a] - profit[b]);
    const ranks = new Float64Array(profit.length);
    order.forEach((trial, rank) => {
      ranks[trial] = rank - profit.length / 2;
    });
    const drivers = cells.flatMap((cell, c) => FIELDS.map((id, field) => {
      const normals = this.#normals[c][field];
      let sum = 0;
      if (cell[id]) for (let i = 0; i < ranks.length; ++i) sum += ranks[i] * normals[i];
      return { id: `${cell.id}/${id}`, share: sum * sum };
    })).filter(({ share }) => share);
    const total = drivers.reduce((sum, { share }) => sum + share, 0);
    return drivers.map(({ id, share }) => ({ id, share: share / total })).sort((a, b) => b.share - a.share);
  }
}
