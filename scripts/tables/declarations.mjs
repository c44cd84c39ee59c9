// The inputs as TypeScript declarations and as a JSON Schema.
import { BANNER } from './table.mjs';
import { SEGMENTS } from './fields.mjs';

// The objects of a scenario, by the prefix of their fields' ids.
const BLOCKS = {
  thresholds: { type: 'Thresholds', doc: 'Where "low" ends for the quadrants. `portfolio` (default): the averages over the cells that have visits and spend. `breakEven`: each cell\'s own limits, grossMargin · orderValue for its CPA and that times the conversion rate of all visits for its CPC. `target`: your own `cpc` and `cpa`.' },
  retention: { type: 'Retention', doc: 'How customers come back; the same for all customers (section 6). Per month.' },
  flywheel: { type: 'FlywheelInputs', doc: 'What keeps the flywheel turning (section 7).' },
  remarketing: { type: 'RemarketingInputs', doc: 'Following up engaged visitors (section 9).' },
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

function blockTypes(fields) {
  return Object.entries(BLOCKS).map(([block, { type, doc }]) => {
    const own = inBlock(fields, block).filter(({ segment }) => !segment).map((field) => property(field, block === 'thresholds'));
    if (block === 'thresholds') own.unshift("  mode: 'portfolio' | 'breakEven' | 'target';");
    if (block === 'flywheel') own.push('  segments: Segments;');
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
}

export interface PartialScenarioNumbers {
${alone.map(({ id }) => `  ${id}?: number;`).join('\n')}
${blocks.map(([block, { type }]) => (block === 'flywheel'
    ? `  flywheel?: Partial<Omit<FlywheelInputs, 'segments'>> & { segments?: { [name in keyof Segments]?: Partial<Segment> } };`
    : `  ${block}?: Partial<${type}>;`)).join('\n')}
}
`;
}

export function inputTypes({ fields }) {
  const cell = fields.filter(({ owner }) => owner === 'cell');
  const scenario = fields.filter(({ owner }) => owner === 'scenario');
  return `/** The numbers of a cell. */
export interface CellNumbers {
${cell.map((field) => property(field)).join('\n')}
}

${blockTypes(scenario)}
${segmentTypes(scenario)}
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

export function scenarioSchema({ fields }) {
  const properties = nested(fields.filter(({ owner }) => owner === 'scenario'), 0);
  properties.thresholds.properties = {
    mode: { enum: ['portfolio', 'breakEven', 'target'], default: 'portfolio' }, ...properties.thresholds.properties,
  };
  const { grossMargin, ...rest } = properties;
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `${BANNER} What a schema cannot say the engine checks besides: ids of media are unique, cells name media that are there and are given once, and the shares of the segments sum to 1.`,
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
