// docs/fields.md and docs/fields.zh-TW.md: every input on one page.
import { numberText } from './table.mjs';

const WORDS = {
  en: {
    title: 'The inputs of Sextant',
    about: 'Made by `scripts/generate_tables.mjs --docs` from `src/tables/fields.json`. Rates and shares are fractions in 0..1 in JSON and links, percentages on screen. [DOMAIN.md](DOMAIN.md) defines every quantity, [adding.md](adding.md) says how to add one.',
    columns: ['field', 'called', 'unit', 'least', 'most', 'default', 'in links', 'whose lever'],
    cell: 'Of each cell',
    scenario: 'Of the scenario',
    units: { count: 'count', money: 'money', share: 'share', ratio: 'ratio', months: 'months' },
    teams: { marketing: 'marketing', content: 'content', product: 'product', service: 'service', community: 'community' },
    fallback: (field) => `that of ${field}`,
  },
  'zh-TW': {
    title: 'Sextant 的輸入欄位',
    about: '由 `scripts/generate_tables.mjs --docs` 依 `src/tables/fields.json` 產生。比率與占比在 JSON 與連結中是 0..1 的小數，在畫面上是百分比。每個數量的定義在 [DOMAIN.md](DOMAIN.md)（英文），新增的方法在 [adding.md](adding.md)（英文）。',
    columns: ['欄位', '名稱', '單位', '最小', '最大', '預設', '連結中', '由誰調整'],
    cell: '每一格',
    scenario: '整個情境',
    units: { count: '數量', money: '金額', share: '占比', ratio: '比值', months: '月數' },
    teams: { marketing: '行銷', content: '內容', product: '產品', service: '客服', community: '社群' },
    fallback: (field) => `同 ${field}`,
  },
};

const row = (cells) => `| ${cells.join(' | ')} |`;

function table(fields, words, texts) {
  const rows = fields.map((field) => row([
    `\`${field.id}\``, texts[field.label], words.units[field.unit], numberText(field.minimum), numberText(field.maximum),
    field.fallback ? words.fallback(`\`${field.fallback.field}\``) : numberText(field.default), `\`${field.link}\``, words.teams[field.team] ?? '',
  ]));
  return [row(words.columns), row(words.columns.map(() => '---')), ...rows].join('\n');
}

/** `texts`: the shared texts of the language. */
export function fieldsPage({ fields }, language, texts) {
  const words = WORDS[language];
  const part = (owner) => `## ${words[owner]}\n${table(fields.filter((field) => field.owner === owner), words, texts)}\n`;
  return `# ${words.title}\n\n${words.about}\n\n${part('cell')}\n${part('scenario')}`;
}
