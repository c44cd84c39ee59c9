// The uncertainty of six cells in Squiggle, from a changed number to new percentiles: processor time, as
// uncertainty_bench.mjs prints it. The model is what is natural there: independent lognormal inputs with the same P10 and
// P90, and the same percentiles of the same four results. (Sextant also has the histograms, what decides, and correlation.)
import { run } from '@quri/squiggle-lang';

const RUNS = 12;
const RANGE = 0.2;
const MARGIN = 0.5;
const PERCENTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
// Those of the package's first preset, as the command line brings them.
const cells = JSON.parse(process.argv[2]);

function modelOf(cells) {
  const uncertain = (value) => value > 0 ? `lognormal({p10: ${value / (1 + RANGE)}, p90: ${value * (1 + RANGE)}})` : '0';
  const lines = cells.map(({ visits, conversionRate, orderValue, costPerClick, fixedCost }, i) => `
visits${i} = ${uncertain(visits)}
orders${i} = visits${i} * ${uncertain(conversionRate)}
revenue${i} = orders${i} * ${uncertain(orderValue)}
spend${i} = visits${i} * ${uncertain(costPerClick)} + ${fixedCost}`);
  const sum = (name) => `${name} = ${cells.map((_, i) => name + i).join(' + ')}`;
  const percentiles = (name) => `${name}: [${PERCENTILES.map((share) => `quantile(${name}, ${share})`).join(', ')}]`;
  return `${lines.join('')}
${['revenue', 'spend', 'orders'].map(sum).join('\n')}
profit = revenue * ${MARGIN} - spend
roas = revenue / spend
cpa = spend / orders
{${['revenue', 'profit', 'roas', 'cpa'].map(percentiles).join(', ')}}`;
}

const times = [];
for (let i = 0; i < RUNS; ++i) {
  const moved = cells.map((cell, at) => at === 1 ? { ...cell, visits: cell.visits * (1 + i / 100) } : cell);
  const start = process.cpuUsage().user;
  const { result } = await run(modelOf(moved), { environment: { sampleCount: 16384, xyPointLength: 1000, seed: 'sextant' } });
  times.push((process.cpuUsage().user - start) * 1000);
  if (!result.ok) throw new Error(result.value.toString());
}
console.log(JSON.stringify({ name: 'squiggle', nanoseconds: times.sort((a, b) => a - b)[RUNS >> 1] }));
