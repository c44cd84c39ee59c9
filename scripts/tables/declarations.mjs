// The inputs as TypeScript declarations and as a JSON Schema.
import { BANNER } from './table.mjs';
import { SEGMENTS } from './fields.mjs';

// The objects of a scenario, by the prefix of their fields' ids.
const BLOCKS = {
  thresholds: { type: 'Thresholds', doc: 'Where "low" ends for the quadrants. `portfolio` (default): the averages over the cells that have visits and spend. `breakEven`: each cell\'s own limits, grossMargin · orderValue for its CPA and that times the conversion rate of all visits for its CPC. `target`: your own `cpc` and `cpa`.' },
  retention: { type: 'Retention', doc: 'How customers come back; the same for all customers (section 6). Per month.' },
  flywheel: { type: 'FlywheelInputs', doc: 'What keeps the flywheel turning (section 7).' },
  remarketing: { type: 'RemarketingInputs', doc: 'Following up engaged visitors (section 9).' },
  response: { type: 'Response', doc: 'How the visits of paid cells follow their spend (section 8).' },
  uncertainty: { type: 'Uncertainty', doc: 'How sure the inputs are (section 8).' },
  season: { type: 'Season', doc: 'How the months of a year differ; only the flywheel looks at them (section 8).' },
};

const lastPart = (id) => id.split('.').at(-1);

function comment({ doc, minimum, maximum, default: usual, fallback, segment }) {
  const left = fallback ? `Default: the present value of \`${fallback.field}\`.` : `Default ${usual}.`;
  return `  /** ${doc}: ${minimum}..${maximum}.${segment ? '' : ` ${left}`} */`;
}

function property(field, isOptional = false) {
  return `${comment(field)}\n  ${lastPart(field.id)}${isOptional || field.fallback ? '?' : ''}: number;`;
}

const inBlock = (fields, block) => fields.filter(({ id }) => id.startsWith(`${block}.`));

const optionTypes = (options, block) => options.filter((option) => option.block === block)
  .map(({ id, doc, minimum, maximum }) => `  /** ${doc}: ${minimum}..${maximum}. Default: that of the scenario. */\n  ${id}?: number;`);

// The lists of a block, besides its numbers.
function listTypes(options, block) {
  if (block === 'season') return ['  /** The months that are not as the scenario says, each once. */', '  months: MonthFactors[];'];
  const own = optionTypes(options, block);
  if (!own.length) return [];
  return ['  /** Cells that differ, each once; one without id by its position. */', '  cells: ({', "    id: string;",
    ...own.join('\n').split('\n').map((line) => `  ${line}`), '  })[];'];
}

function blockTypes(fields, options) {
  return Object.entries(BLOCKS).map(([block, { type, doc }]) => {
    const own = inBlock(fields, block).filter(({ segment }) => !segment).map((field) => property(field, block === 'thresholds'));
    if (block === 'thresholds') own.unshift("  mode: 'portfolio' | 'breakEven' | 'target';");
    if (block === 'flywheel') own.push('  segments: Segments;');
    own.push(...listTypes(options, block));
    return `/** ${doc} */\nexport interface ${type} {\n${own.join('\n')}\n}\n`;
  }).join('\n');
}

function segmentTypes(fields) {
  const of = (segment) => fields.filter((field) => field.segment === segment);
  return `/** How the customers of one segment behave (section 7). Per month. */
export interface Segment {
${of(SEGMENTS[0]).map((field) => property(field)).join('\n')}
}

export interface Segments {
${SEGMENTS.map((segment) => `  /** Default ${of(segment).map((field) => field.default).join(', ')}. */\n  ${segment}: Segment;`).join('\n')}
}
`;
}

/** Scenario and PartialScenario of index.d.ts extend ScenarioNumbers and PartialScenarioNumbers. */
function scenarioTypes(fields) {
  const alone = fields.filter(({ owner, id }) => owner === 'scenario' && !id.includes('.'));
  const blocks = Object.entries(BLOCKS);
  return `/** The numbers of a scenario that belong to no cell. */
export interface ScenarioNumbers {
${alone.map((field) => property(field)).join('\n')}
${blocks.map(([block, { type }]) => `  ${block}: ${type};`).join('\n')}
  /** Which cells lead to the orders of which (section 9): at most 64, no pair twice. Default none. */
  assists: Assist[];
}

export interface PartialScenarioNumbers {
${alone.map(({ id }) => `  ${id}?: number;`).join('\n')}
${blocks.map(([block, { type }]) => (block === 'flywheel'
    ? `  flywheel?: Partial<Omit<FlywheelInputs, 'segments'>> & { segments?: { [name in keyof Segments]?: Partial<Segment> } };`
    : `  ${block}?: Partial<${type}>;`)).join('\n')}
  assists?: Assist[];
}
`;
}

const FACTORS_AND_ASSISTS = `/** What the inputs of every cell are multiplied by in a month: 0..100 each. Default 1. */
export interface MonthFactors {
  /** 1 is January, 12 December. */
  month: number;
  visits?: number;
  conversionRate?: number;
  orderValue?: number;
  costPerClick?: number;
}

/** Without the cell \`from\`, this share of the orders of the cell \`to\` would be lost. */
export interface Assist {
  /** Ids of two cells: "social.paid". */
  from: string;
  to: string;
  /** 0..1. The shares of one \`to\` sum to at most 1. */
  share: number;
}
`;

export function inputTypes({ fields, options }) {
  const cell = fields.filter(({ owner }) => owner === 'cell');
  const scenario = fields.filter(({ owner }) => owner === 'scenario');
  return `/** The numbers of a cell. */
export interface CellNumbers {
${cell.map((field) => property(field)).join('\n')}
}

${blockTypes(scenario, options)}
${segmentTypes(scenario)}
${FACTORS_AND_ASSISTS}
${scenarioTypes(scenario)}`;
}

// --- JSON Schema -----------------------------------------------------------------------------------

const object = (properties, more = {}) => ({ type: 'object', ...more, properties, additionalProperties: false });

function number({ doc, minimum, maximum, default: usual, unit, fallback }) {
  return {
    description: fallback ? `${doc}. Default: the present value of ${fallback.field}.` : doc,
    type: unit === 'months' ? 'integer' : 'number', minimum, maximum, ...(!fallback && { default: usual }),
  };
}

// "flywheel.segments.promoter.share" → properties within properties.
function nested(fields, depth) {
  const properties = {};
  for (const field of fields) {
    const [key, ...rest] = field.id.split('.').slice(depth);
    if (key in properties) continue;
    const prefix = field.id.split('.').slice(0, depth + 1).join('.');
    properties[key] = rest.length
      ? object(nested(fields.filter(({ id }) => id.startsWith(`${prefix}.`)), depth + 1), BLOCKS[prefix] && { description: BLOCKS[prefix].doc })
      : number(field);
  }
  return properties;
}

const NO_CONTROL_CHARACTERS = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';
const text = (description, maxLength) => ({ description, type: 'string', maxLength, pattern: NO_CONTROL_CHARACTERS, default: '' });

function media() {
  const medium = object({
    id: { description: 'Unique.', type: 'string', pattern: '^[a-z][a-z0-9-]{0,15}$' },
    label: text("Empty: the language's name for the id.", 20),
  });
  return {
    description: 'Sources of traffic. Default social, search, integrated; the first three need no id of their own.',
    type: 'array', minItems: 1, maxItems: 8,
    prefixItems: [medium, medium, medium], items: { ...medium, required: ['id'] },
  };
}

function cells(fields) {
  return {
    description: 'One for each medium and kind of traffic; one that is not listed is zero. Left out: those of the default scenario.',
    type: 'array', maxItems: 16,
    items: object({
      id: { description: 'Medium, dot, organic or paid; left out: by its position.', type: 'string', pattern: '^[a-z][a-z0-9-]{0,15}\\.(organic|paid)$' },
      ...Object.fromEntries(fields.map((field) => [field.id, number(field)])),
    }),
  };
}

const CELL_ID = '^[a-z][a-z0-9-]{0,15}\\.(organic|paid)$';

const bounded = (doc, minimum, maximum, type = 'number') => ({ description: doc, type, minimum, maximum });

function optionLists(properties, options) {
  for (const block of new Set(options.map((option) => option.block))) {
    const own = options.filter((option) => option.block === block);
    properties[block].properties.cells = {
      description: 'Cells that differ, each once; one without id by its position.', type: 'array', maxItems: 16,
      items: object({
        id: { type: 'string', pattern: CELL_ID },
        ...Object.fromEntries(own.map(({ id, doc, minimum, maximum }) => [id, bounded(doc, minimum, maximum)])),
      }),
    };
  }
}

function months() {
  const factors = ['visits', 'conversionRate', 'orderValue', 'costPerClick'].map((id) => [id, { type: 'number', minimum: 0, maximum: 100, default: 1 }]);
  return {
    description: 'What the inputs of every cell are multiplied by in a month, each month once.', type: 'array', maxItems: 12,
    items: object({ month: bounded('1 is January.', 1, 12, 'integer'), ...Object.fromEntries(factors) }, { required: ['month'] }),
  };
}

function assists() {
  const cell = { type: 'string', pattern: CELL_ID };
  return {
    description: 'Which cells lead to the orders of which; no pair twice.', type: 'array', maxItems: 64,
    items: object({ from: cell, to: cell, share: bounded('Of the orders of `to` that would be lost without `from`.', 0, 1) }, { required: ['from', 'to', 'share'] }),
  };
}

export function scenarioSchema({ fields, options }) {
  const properties = nested(fields.filter(({ owner }) => owner === 'scenario'), 0);
  properties.thresholds.properties = {
    mode: { enum: ['portfolio', 'breakEven', 'target'], default: 'portfolio' }, ...properties.thresholds.properties,
  };
  optionLists(properties, options);
  properties.season.properties.months = months();
  const { grossMargin, ...rest } = properties;
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `${BANNER} What a schema cannot say the engine checks besides: ids of media are unique, cells name media that are there and are given once, the shares of the segments sum to 1, a cell does not assist itself, and the shares of what assists a cell sum to at most 1.`,
    title: 'Sextant scenario',
    ...object({
      title: text('What the scenario is called.', 80),
      currency: { description: 'ISO 4217.', type: 'string', pattern: '^[A-Z]{3}$', default: 'TWD' },
      grossMargin,
      media: media(),
      cells: cells(fields.filter(({ owner }) => owner === 'cell')),
      ...rest,
      assists: assists(),
    }),
  }, null, 2) + '\n';
}
