// Writes scenarios.json: complete scenarios, each with its expected results: report, customer value,
// remarketing, flywheel. All results come from the plain-JavaScript reference, never from the engine under
// test. Of the flywheel, the file has only the months that `recorded` lists.
//
//   node tests/golden/generate.mjs
//
// Scenarios may be added. When a report of an old one changes, either the model has changed
// (docs/DOMAIN.md says so) or something broke.
import { writeFileSync } from 'node:fs';
import { customerValue, evaluate, flywheel, remarketing } from '../bench/reference.mjs';

const KINDS = ['organic', 'paid'];
const CELL_FIELDS = ['visits', 'conversionRate', 'orderValue', 'costPerClick', 'fixedCost', 'newCustomerShare', 'engagedShare'];
const NO_CELL = [0, 0, 0, 0, 0, 1];
const HABITS = ['share', 'churn', 'repeatOrders', 'referralVisits'];
const USUAL_SEGMENTS = [[0.4, 0.05, 0.3, 0.5], [0.4, 0.1, 0.2, 0.1], [0.2, 0.3, 0.05, 0]];

/** Segments as rows of HABITS. Three months, unless later months matter. */
function flywheelInputs({ months = 3, organicGrowth = 0, referralConversionRate, segments = USUAL_SEGMENTS }) {
  const [promoter, passive, detractor] = segments.map((row) =>
    Object.fromEntries(HABITS.map((habit, i) => [habit, row[i]])));
  const rate = referralConversionRate === undefined ? {} : { referralConversionRate };
  return { months, organicGrowth, ...rate, segments: { promoter, passive, detractor } };
}

/** Cells as rows of CELL_FIELDS; missing numbers at the end are zero, and so are engaged shares by default. */
function scenario({
  title = '', currency = 'TWD', grossMargin = 0.5, media = ['social', 'search', 'integrated'],
  thresholds = { mode: 'portfolio' }, cells = [], retention = {}, wheel = {}, pool = {},
}) {
  return {
    title,
    currency,
    grossMargin,
    media: media.map((medium) => (typeof medium === 'string' ? { id: medium, label: '' } : medium)),
    cells: media.flatMap((medium, m) => KINDS.map((kind, k) => {
      const row = cells[2 * m + k] ?? NO_CELL;
      return {
        id: `${medium.id ?? medium}.${kind}`,
        ...Object.fromEntries(CELL_FIELDS.map((field, i) => [field, row[i] ?? 0])),
      };
    })),
    thresholds,
    retention: { repeatOrders: 0.25, churn: 0.1, discount: 0.01, ...retention },
    flywheel: flywheelInputs(wheel),
    remarketing: { engagedConversionRate: 0.1, costPerClick: 5, ...pool },
    response: { elasticity: 0.7, cells: [] },
    uncertainty: { range: 0.2, correlation: 0.3, cells: [] },
    season: { startMonth: 1, months: [] },
    assists: [],
  };
}

// The presets' numbers are repeated on purpose, so that changing a preset does not change this file.
const CHEAP_CLICKS = [
  [9000, 0.012, 1200, 0, 60000, 0.8],
  [15000, 0.0229, 1180, 8, 0, 0.85],
  [8000, 0.03, 1500, 0, 72000, 0.6],
  [6000, 0.0682, 1450, 12, 0, 0.7],
  [3000, 0.04, 1700, 0, 24000, 0.3],
  [3000, 0.04, 1600, 20, 15000, 0.75],
];
const ONE_PLATFORM = [
  [45000, 0.015, 1100, 0, 120000, 0.6],
  [60000, 0.024, 1080, 4, 0, 0.8],
  [6000, 0.025, 1200, 0, 45000, 0.6],
  [2500, 0.04, 1250, 14, 0, 0.7],
  [3000, 0.03, 1150, 0, 27000, 0.3],
  [1000, 0.015, 1100, 9, 0, 0.8],
];
const BREAKING_IN = [
  [2500, 0.012, 1600, 0, 25000, 0.95],
  [8000, 0.011, 1680, 24, 20000, 0.98],
  [2000, 0.025, 1700, 0, 20000, 0.95],
  [2500, 0.035, 1720, 15, 0, 0.95],
  [1500, 0.02, 1650, 0, 12000, 0.9],
  [2000, 0.018, 1660, 11, 0, 0.96],
];
const BALANCED = [
  [14000, 0.014, 1300, 0, 45000, 0.7],
  [11000, 0.019, 1250, 6, 0, 0.85],
  [8000, 0.024, 1400, 0, 50000, 0.6],
  [3800, 0.055, 1260, 14, 0, 0.7],
  [6000, 0.03, 1350, 0, 30000, 0.3],
  [6500, 0.027, 1360, 9, 10000, 0.7],
];
const LOYALTY = [
  [10000, 0.015, 1200, 0, 50000, 0.7, 0.12],
  [12000, 0.016, 1150, 10, 0, 0.9, 0.05],
  [7000, 0.026, 1300, 0, 55000, 0.6, 0.22],
  [4000, 0.05, 1280, 16, 0, 0.75, 0.3],
  [4000, 0.03, 1250, 0, 26000, 0.4, 0.25],
  [6000, 0.014, 1180, 12, 12000, 0.9, 0.06],
];
const UPPER_BOUNDS = [1e9, 1, 1e9, 1e6, 1e12, 1];
const THIRDS = [10000 / 3, 1 / 30, 1000 / 7, 10 / 3, 1e5 / 9, 2 / 3];

const scenarios = {
  'preset cheap-clicks': { cells: CHEAP_CLICKS },
  'preset one-platform': { cells: ONE_PLATFORM },
  'preset breaking-in': { cells: BREAKING_IN },
  'preset balanced': { cells: BALANCED },
  // DOMAIN.md, section 3: orders 200, revenue 300 000, CPA 500, profit 20 000, CAC 1 000.
  'the cell of DOMAIN.md section 3': { grossMargin: 0.4, cells: [[10000, 0.02, 1500, 8, 20000, 0.5]] },
  'all zero': {},
  'all zero but for the shares of new customers': { grossMargin: 0, cells: Array(6).fill([0, 0, 0, 0, 0, 0]) },
  'one medium': { media: ['shop'], cells: [[500, 0.05, 900, 0, 3000, 0.4], [800, 0.03, 950, 7, 0, 0.9]] },
  'eight media with ids and labels of their own': {
    title: '八個媒體 — eight media',
    currency: 'USD',
    grossMargin: 0.35,
    media: [
      { id: 'a', label: '' }, { id: 'social', label: '社群' }, { id: 'line-ads', label: 'LINE' },
      { id: 'tv', label: 'TV & radio' }, { id: 'e-mail', label: '電子報' }, { id: 'x1', label: '"quoted"' },
      { id: 'abcdefghijklmnop', label: '一二三四五六七八九十一二三四五六七八九十' }, { id: 'z', label: '' },
    ],
    cells: Array.from({ length: 16 }, (_, i) =>
      [1000 + 137 * i, 0.01 + 0.003 * i, 20 + 3.3 * i, i & 1 ? 0.4 + 0.11 * i : 0, 250 * (i % 4), 1 - i / 20]),
  },
  'a paid cell with spend and no orders': {
    cells: [[9000, 0.012, 1200, 0, 60000, 0.8], [15000, 0, 1180, 8, 0, 0.85]],
  },
  'spend and no orders anywhere': { cells: [NO_CELL, [15000, 0, 1180, 8, 500, 0.85]] },
  'fixed cost only': { cells: [[0, 0, 0, 0, 30000, 1], NO_CELL, [0, 0.02, 1500, 9, 12000, 0.5]] },
  'visits that cost nothing': { cells: [[5000, 0.02, 800, 0, 0, 1], NO_CELL, NO_CELL, [100, 0.5, 10, 0, 0, 0]] },
  'no new customers': { cells: [[5000, 0.02, 800, 2, 100, 0], [5000, 0.02, 800, 4, 100, 0]] },
  'six equal cells are at their own average': { cells: Array(6).fill(THIRDS) },
  'target thresholds, in all four quadrants': {
    thresholds: { mode: 'target', cpc: 10, cpa: 250 },
    cells: [
      [1000, 0.05, 900, 10, 0, 1], [1000, 0.02, 900, 10, 0, 1], [1000, 0.05, 900, 12.5, 0, 1],
      [1000, 0.02, 900, 12, 0, 1], [1000, 0, 900, 3, 0, 1], [0, 0.02, 900, 3, 40, 1],
    ],
  },
  'target thresholds of zero': { thresholds: { mode: 'target', cpc: 0, cpa: 0 }, cells: CHEAP_CLICKS },
  'break-even, in all four quadrants': {
    thresholds: { mode: 'breakEven' },
    cells: [
      [1000, 0.05, 900, 10, 0, 1], [1000, 0.02, 1800, 21, 0, 1], [1000, 0.05, 900, 20, 300, 1],
      [1000, 0.01, 900, 12, 0, 1], [1000, 0, 900, 3, 0, 1], [0, 0.02, 900, 3, 40, 1],
    ],
  },
  'break-even without orders': { thresholds: { mode: 'breakEven' }, cells: [NO_CELL, [15000, 0, 1180, 8, 500, 0.85]] },
  'a billion visits': { cells: [[1e9, 0.0123, 1999.99, 0, 1e7, 0.77], [1e9, 0.0321, 888.88, 12.34, 0, 0.66]] },
  'all upper bounds': {
    grossMargin: 1, thresholds: { mode: 'target', cpc: 1e6, cpa: 1e9 }, cells: Array(6).fill(UPPER_BOUNDS),
  },
  'upper bounds with one cell that hardly counts': {
    cells: [...Array(5).fill(UPPER_BOUNDS), [1, 1e-6, 0.01, 0.01, 0, 1]],
  },
  'tiny values': {
    grossMargin: 1e-9,
    cells: [[1e-9, 1e-9, 1e-9, 1e-9, 1e-9, 1e-9], [1e-12, 0.5, 1e-7, 1e-3, 0, 1], [0.5, 1e-15, 3, 0, 1e-4, 0.1]],
  },
  'quotients beyond what a number can hold': {
    cells: [[1e-300, 1, 1, 0, 1e12, 1], [1, 5e-324, 1e9, 1e6, 0, 1], [1e-200, 1e-200, 1, 1, 1, 1]],
  },
  'thirds and sevenths': {
    title: 'nothing here is a round number',
    grossMargin: 1 / 3,
    thresholds: { mode: 'target', cpc: 20 / 3, cpa: 2000 / 7 },
    cells: Array.from({ length: 6 }, (_, i) => THIRDS.map((value, j) => (j % 4 === 1 || j === 5 ? value / (1 + i / 7) : value * (1 + i / 11)))),
  },

  // --- Customer value, flywheel, remarketing
  'preset funnel-thinking': {
    grossMargin: 0.4,
    cells: LOYALTY,
    retention: { repeatOrders: 0 },
    wheel: { months: 24, segments: [[0.4, 0.05, 0, 0], [0.4, 0.1, 0, 0], [0.2, 0.3, 0, 0]], recorded: [0, 1, 23] },
  },
  'preset flywheel-turning': {
    grossMargin: 0.4,
    cells: LOYALTY,
    retention: { churn: 0.08 },
    wheel: {
      months: 24, organicGrowth: 0.01, referralConversionRate: 0.03, recorded: [0, 1, 2, 11, 23],
      segments: [[0.5, 0.04, 0.3, 0.8], [0.35, 0.09, 0.2, 0.2], [0.15, 0.3, 0.05, 0]],
    },
  },
  // DOMAIN.md, section 6: a lifetime value of 1 522.727…
  'the customer of DOMAIN.md section 6': { cells: [[10000, 0.02, 1000, 14, 0, 1]] },
  'a customer who costs more than a lifetime brings': { cells: [[10000, 0.02, 1000, 31, 0, 1], [10000, 0.02, 1000, 30, 0, 1]] },
  'every customer leaves after a month': {
    cells: CHEAP_CLICKS,
    retention: { churn: 1, repeatOrders: 3 },
    wheel: { months: 5, segments: [[0.5, 1, 2, 3], [0.25, 1, 1, 1], [0.25, 1, 0, 0]] },
  },
  'customers who hardly ever leave': {
    cells: CHEAP_CLICKS.map((row) => [...row, 0.5]),
    retention: { churn: 1e-4, discount: 0, repeatOrders: 0.01 },
    wheel: { months: 120, segments: [[0.2, 1e-4, 0.5, 0.01], [0.3, 1e-4, 0.1, 0], [0.5, 1e-4, 0, 0]], recorded: [119] },
  },
  'orders without a margin': { grossMargin: 0, cells: ONE_PLATFORM, wheel: { organicGrowth: 0.1 } },
  'customers who multiply without bound': {
    cells: BALANCED,
    wheel: { months: 60, referralConversionRate: 0.2, segments: [[0.6, 0.04, 0.2, 0.6], [0.3, 0.1, 0.1, 0.2], [0.1, 0.4, 0, 0]], recorded: [0, 1, 59] },
  },
  'a momentum of exactly one': {
    cells: BALANCED,
    wheel: { referralConversionRate: 0.125, segments: [[0.5, 0.25, 0, 4], [0, 0.5, 0, 0], [0.5, 0.5, 0, 0]] },
  },
  'a flywheel of one month': { cells: LOYALTY, wheel: { months: 1, organicGrowth: 0.5 } },
  'a flywheel at rest after 120 months': {
    cells: BALANCED,
    wheel: { months: 120, referralConversionRate: 0.05, segments: [[0.5, 0.25, 0.4, 2], [0.3, 0.35, 0.2, 1], [0.2, 0.6, 0.1, 0.5]], recorded: [119] },
  },
  'everything of the flywheel at its upper bound': {
    grossMargin: 1,
    cells: Array(6).fill([...UPPER_BOUNDS, 1]),
    retention: { repeatOrders: 100, churn: 1e-4, discount: 1 },
    wheel: { months: 120, organicGrowth: 1, referralConversionRate: 1, segments: Array(3).fill([1 / 3, 1e-4, 100, 100]), recorded: [119] },
    pool: { engagedConversionRate: 1, costPerClick: 1e6 },
  },
  'all detractors, and the media in another order': {
    media: ['search', 'social'],
    cells: [LOYALTY[2], LOYALTY[3], LOYALTY[0], LOYALTY[1]],
    wheel: { segments: [[0, 0.05, 0.3, 0.5], [0, 0.1, 0.2, 0.1], [1, 0.3, 0.05, 0.4]] },
  },
  'growth that costs more than it brings': {
    grossMargin: 0.1,
    cells: [[10000, 0.01, 900, 12, 0, 1], [5000, 0.02, 900, 9, 0, 1]],
    wheel: { months: 6, organicGrowth: 0.2, segments: [[0.4, 0.3, 0.01, 0], [0.4, 0.3, 0.01, 0], [0.2, 0.3, 0, 0]] },
  },
  'engaged visits that never buy': { cells: LOYALTY, pool: { engagedConversionRate: 0 } },
  'one cell is the whole pool': { cells: [NO_CELL, [800, 0.02, 500, 3, 0, 1, 0.25]], pool: { costPerClick: 0 } },
};

const golden = Object.entries(scenarios).map(([name, parts]) => {
  const complete = scenario(parts);
  const { months, funnel, ...wheel } = flywheel(complete);
  const { recorded = months.map(({ month }) => month) } = parts.wheel ?? {};
  return {
    name,
    scenario: complete,
    report: evaluate(complete),
    customerValue: customerValue(complete),
    remarketing: remarketing(complete),
    flywheel: { ...wheel, months: recorded.map((month) => months[month]), funnel: recorded.map((month) => funnel[month]) },
  };
});

/** Writes objects without nested objects on one line. */
function write(value, indent = '') {
  const isBranch = (item) => typeof item === 'object' && item !== null;
  if (!isBranch(value)) return JSON.stringify(value);
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((item) => write(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${write(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (!Object.values(value).some(isBranch)) return `${open}${parts.join(', ')}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

writeFileSync(new URL('scenarios.json', import.meta.url), `${write(golden)}\n`);
console.log(`${golden.length} scenarios`);
