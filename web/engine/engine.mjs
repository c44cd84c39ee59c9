// The calls of the engine, for each way to load it: index.mjs, browser.mjs, inline.mjs. index.d.ts describes them.
// The other side of the boundary is src/wasm/engine_bindings.cpp.
import { BoundaryWriter } from './boundary.mjs';
import { connectMemory } from './memory.mjs';
import { RepeatedValue } from './repeated_value.mjs';
import { start, writeArguments } from './start.mjs';
import {
  CELL_METRICS_LENGTH, CONCENTRATION_LENGTH, CUSTOMER_VALUE, DECODE_LINK, ENCODE_LINK, EXPLAIN, FIELDS,
  FLYWHEEL_MONTH_LENGTH, FORMAT, LANGUAGE, MEDIA_IDS, NORMALISE, PARSE_NUMBER, PRESETS, REMARKETING, SHOCK_PRESETS,
  SLIDER_POSITION, SLIDER_VALUE, STEADY_STATE_LENGTH, STEP_VALUE, SVG, THRESHOLD_VALUES_LENGTH, TOTALS_LENGTH, orNull,
  readConcentration, readIdCellMetrics, readIdTotals, readMonthFlywheelMonth, readSteadyState, readThresholdValues, readTotals,
} from './tables.mjs';

const BYTES_OF_NUMBER = 8;
const FAILED = -1;
const NEEDS_STRUCTURE = -2;
const KINDS = ['organic', 'paid'];

function connect(wasm) {
  const { doubles, numbersStart, sendNumbers, sendText, readText } = connectMemory(wasm);
  const valuesStart = wasm.values() / BYTES_OF_NUMBER;

  const readAnswer = () => JSON.parse(readText());
  return {
    sendNumbers,
    sendText,
    readAnswer,
    failure: () => ({ ok: false, error: readAnswer() }),
    /** Sends a value that differs from the remembered one only in numbers; −1 if it does not. */
    sendRepeated: (repeated, value) => repeated.takeNumbers(value, doubles(), numbersStart),
    /** The result of `evaluate`: an array, and where the result starts in it. */
    result: () => ({ doubles: doubles(), start: valuesStart }),
  };
}

function createReportReader(readMediaIds) {
  let idsNumber = -1;
  let mediaIds = [];
  let cellIds = [];

  function readIds(number) {
    if (number === idsNumber) return;
    idsNumber = number;
    mediaIds = readMediaIds();
    cellIds = mediaIds.flatMap((medium) => KINDS.map((kind) => `${medium}.${kind}`));
  }

  // The numbers, then the position of the largest cell and its share.
  function readWholeConcentration(doubles, at) {
    const largest = doubles[at + CONCENTRATION_LENGTH];
    return readConcentration(doubles, at,
      largest === largest ? { id: cellIds[largest], share: doubles[at + CONCENTRATION_LENGTH + 1] } : null);
  }

  // The numbers, then the quadrant.
  const readCell = (id, doubles, at) => readIdCellMetrics(id, doubles, at, orNull(doubles[at + CELL_METRICS_LENGTH]));

  /** The report that starts `offset` values after the first one. */
  return function readReport({ doubles, start }, offset) {
    readIds(doubles[start]);
    let at = start + 1 + offset;
    const thresholds = readThresholdValues(doubles, at);
    const concentration = readWholeConcentration(doubles, (at += THRESHOLD_VALUES_LENGTH));
    const total = readTotals(doubles, (at += CONCENTRATION_LENGTH + 2));
    const kinds = KINDS.map((id) => readIdTotals(id, doubles, (at += TOTALS_LENGTH)));
    const media = mediaIds.map((id) => readIdTotals(id, doubles, (at += TOTALS_LENGTH)));
    at += TOTALS_LENGTH;
    const cells = cellIds.map((id, i) => readCell(id, doubles, at + i * (CELL_METRICS_LENGTH + 1)));
    return { cells, total, media, kinds, thresholds, concentration };
  };
}

// Follows src/exchange/customer_json.cpp: four numbers, the steady state, the months.
const STATE_START = 4;
const MONTHS_START = STATE_START + STEADY_STATE_LENGTH;

function readFlywheel({ doubles, start }, count) {
  const at = start + 1;
  const monthCount = (count - MONTHS_START) / FLYWHEEL_MONTH_LENGTH / 2;
  const readMonths = (first) => Array.from({ length: monthCount }, (_, month) =>
    readMonthFlywheelMonth(month, doubles, at + MONTHS_START + (first + month) * FLYWHEEL_MONTH_LENGTH));
  return {
    months: readMonths(0),
    funnel: readMonths(monthCount),
    momentum: doubles[at],
    longRunMultiplier: orNull(doubles[at + 1]),
    overtakesInMonth: orNull(doubles[at + 2]),
    nps: doubles[at + 3],
    steadyState: Number.isNaN(doubles[at + STATE_START]) ? null : readSteadyState(doubles, at + STATE_START),
  };
}

/** The functions of a started module; `lang` is the default language. */
function createApi(wasm) {
  const { sendNumbers, sendRepeated, sendText, readAnswer, failure, result } = connect(wasm);
  const writer = new BoundaryWriter();
  const lastScenario = new RepeatedValue(); // of evaluate(): C++ remembers its structure
  let language = 0;

  function sendArguments(options, named) {
    const structure = writeArguments(writer, options, named);
    sendNumbers(writer);
    return sendText(structure);
  }

  /** Calls a function that returns JSON text. */
  function ask(number, options, named) {
    const size = sendArguments(options, named);
    if (wasm.call(number, size, writer.numberCount, language) === FAILED) return failure();
    return { ok: true, value: readAnswer() };
  }

  const readReport = createReportReader(() => ask(MEDIA_IDS).value.trimEnd().split(' '));

  function evaluateStructure(scenario, spoken) {
    lastScenario.forget();
    const structure = writer.write(scenario);
    sendNumbers(writer);
    const count = wasm.evaluate(sendText(structure), writer.numberCount, spoken);
    if (count !== FAILED) lastScenario.remember(scenario, structure);
    return count;
  }

  function evaluate(scenario, options) {
    let spoken = language;
    if (options !== undefined) {
      const found = ask(LANGUAGE, options);
      if (!found.ok) return found;
      spoken = found.value;
    }
    const numberCount = sendRepeated(lastScenario, scenario);
    let count = numberCount < 0 ? NEEDS_STRUCTURE : wasm.evaluate(0, numberCount, spoken);
    if (count === NEEDS_STRUCTURE) count = evaluateStructure(scenario, spoken);
    if (count === FAILED) return failure();
    return { ok: true, value: readReport(result(), 0) };
  }

  function shock(scenario, shocks, options) {
    const size = sendArguments(options, { scenario, shocks });
    const count = wasm.shock(size, writer.numberCount, language);
    if (count === FAILED) return failure();
    const before = readReport(result(), 0);
    const after = readReport(result(), count / 2);
    return { ok: true, value: { before, after, revenueAtRisk: before.total.revenue - after.total.revenue } };
  }

  function flywheel(scenario, options) {
    const size = sendArguments(options, { scenario });
    const count = wasm.flywheel(size, writer.numberCount, language);
    if (count === FAILED) return failure();
    return { ok: true, value: readFlywheel(result(), count) };
  }

  function setLanguage(lang) {
    const found = ask(LANGUAGE, { lang });
    if (found.ok) language = found.value;
    return found;
  }

  const api = {
    evaluate,
    shock,
    customerValue: (scenario, options) => ask(CUSTOMER_VALUE, options, { scenario }),
    flywheel,
    remarketing: (scenario, options) => ask(REMARKETING, options, { scenario }),
    normalise: (unbalanced, options) => ask(NORMALISE, options, { unbalanced }),
    shockPresets: (options) => ask(SHOCK_PRESETS, options),
    encodeLink: (scenario, options) => ask(ENCODE_LINK, options, { scenario }),
    decodeLink: (text, options) => ask(DECODE_LINK, options, { text }),
    presets: (options) => ask(PRESETS, options),
    fields: (options) => ask(FIELDS, options),
    svg: (scenario, options) => ask(SVG, options, { scenario }),
    explain: (scenario, options) => ask(EXPLAIN, options, { scenario }),
    format: (value, unit, options) => ask(FORMAT, options, { value: value ?? NaN, unit }),
    parseNumber: (text, fieldId, options) => ask(PARSE_NUMBER, options, { text, fieldId }),
    sliderPosition: (fieldId, value, options) => ask(SLIDER_POSITION, options, { fieldId, value }),
    sliderValue: (fieldId, position, options) => ask(SLIDER_VALUE, options, { fieldId, position }),
    stepValue: (fieldId, value, steps, options) => ask(STEP_VALUE, options, { fieldId, value, steps }),
  };
  return { api: Object.freeze(api), setLanguage };
}

/** createSextant() for a home (start.mjs). */
export const sextantFrom = (home) => async ({ lang = 'en', wasm } = {}) => {
  const { api, setLanguage } = createApi(await start(wasm, home));
  const result = setLanguage(lang);
  if (!result.ok) throw new RangeError(result.error.message);
  return api;
};
