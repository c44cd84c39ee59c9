// The inputs as TypeScript declarations and as a JSON Schema.
import { BANNER } from './table.mjs';
import { SEGMENTS } from './fields.mjs';

// The objects of a scenario, by the prefix of their fields' ids.
const BLOCKS = {
  thresholds: { type: 'Thresholds', doc: 'Where "low" ends for the quadrants. `portfolio` (default): the averages over the cells that have visits and spend. `breakEven`: each cell\'s own limits, grossMargin · orderValue for its CPA and that times the conversion rate of all visits for its CPC. `target`: your own `cpc` and `cpa`.' },
  retention: { type: 'Retention', doc: 'How customers come back; the same for all customers (section 6). Per month.' },
  flywheel: { type: 'FlywheelInputs', doc: 'What keeps the flywheel turning (section 7).' },
  remarketing: { type: 'RemarketingInputs', doc: 'Following up engaged visitors (section 9).' },
  response: { type: 'ResponseInputs', doc: 'How the visits of paid cells follow their spend (section 8).' },
  uncertainty: { type: 'UncertaintyInputs', doc: 'How sure the inputs are (section 8).' },
  season: { type: 'SeasonInputs', doc: 'How the months of a year differ; only the flywheel looks at them (section 8).' },
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

const LIST_TYPES = {
  'response.cells': 'CellElasticity', 'uncertainty.cells': 'CellRanges', 'season.months': 'MonthFactors', assists: 'Assist',
};

function columnType({ id, of, minimum, maximum, default: usual, required, doc }) {
  const about = of === 'cell' ? `${doc ?? 'The cell'}, as "social.paid".` :
    `${doc}: ${minimum}..${maximum}.${required ? '' : ` Default ${usual ?? 'that of the scenario'}.`}`;
  return `  /** ${about} */\n  ${id}${required || of === 'cell' ? '' : '?'}: ${of === 'cell' ? 'string' : 'number'};`;
}

function listType({ id, doc, columns }) {
  return `/** An entry of \`${id}\`. ${doc}. */\nexport interface ${LIST_TYPES[id]} {\n${columns.map(columnType).join('\n')}\n}\n`;
}

function listProperty({ id, doc, capacity }) {
  return `  /** ${doc}; at most ${capacity}. */\n  ${lastPart(id)}: ${LIST_TYPES[id]}[];`;
}

function blockTypes(fields, lists) {
  return Object.entries(BLOCKS).map(([block, { type, doc }]) => {
    const own = inBlock(fields, block).filter(({ segment }) => !segment).map((field) => property(field, block === 'thresholds'));
    if (block === 'thresholds') own.unshift("  mode: 'portfolio' | 'breakEven' | 'target';");
    if (block === 'flywheel') own.push('  segments: Segments;');
    own.push(...inBlock(lists, block).map(listProperty));
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
function scenarioTypes(fields, lists) {
  const alone = fields.filter(({ owner, id }) => owner === 'scenario' && !id.includes('.'));
  const blocks = Object.entries(BLOCKS);
  return `/** The numbers of a scenario that belong to no cell. */
export interface ScenarioNumbers {
${alone.map((field) => property(field)).join('\n')}
${blocks.map(([block, { type }]) => `  ${block}: ${type};`).join('\n')}
${lists.filter(({ id }) => !id.includes('.')).map(listProperty).join('\n')}
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

export function inputTypes({ fields, lists }) {
  const cell = fields.filter(({ owner }) => owner === 'cell');
  const scenario = fields.filter(({ owner }) => owner === 'scenario');
  return `/** The numbers of a cell. */
export interface CellNumbers {
${cell.map((field) => property(field)).join('\n')}
}

${blockTypes(scenario, lists)}
${lists.map(listType).join('\n')}
${segmentTypes(scenario)}
${scenarioTypes(scenario, lists)}`;
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

const CELL_ID = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,15}\\.(organic|paid)$' };

function column({ of, doc, minimum, maximum, default: usual }) {
  const about = doc && { description: doc };
  if (of === 'cell') return { ...about, ...CELL_ID };
  return { ...about, type: of === 'month' ? 'integer' : 'number', minimum, maximum, ...(usual !== undefined && { default: usual }) };
}

function list({ doc, capacity, columns }) {
  return {
    description: doc, type: 'array', maxItems: capacity,
    items: object(Object.fromEntries(columns.map((one) => [one.id, column(one)])), { required: columns.filter(({ required }) => required).map(({ id }) => id) }),
  };
}

export function scenarioSchema({ fields, lists }) {
  const properties = nested(fields.filter(({ owner }) => owner === 'scenario'), 0);
  properties.thresholds.properties = {
    mode: { enum: ['portfolio', 'breakEven', 'target'], default: 'portfolio' }, ...properties.thresholds.properties,
  };
  for (const one of lists) {
    const [block, key] = one.id.split('.');
    if (key) properties[block].properties[key] = list(one);
    else properties[block] = list(one);
  }
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
    }),
  }, null, 2) + '\n';
}
