// What index.html shows before the calculator has arrived: the charts of the default scenario, drawn
// by the engine, in every language and both themes, and how far the download is.

const LANGUAGES = ['en', 'zh-TW'];
const CHARTS = ['quadrant', 'matrix'];
const SIZE = { width: 480, height: 400 };
const MARKER = '<!-- first paint -->';
const COLOR = /(?<=(?:fill|stroke)=")#[0-9a-f]{6}(?=")/g;

function draw(sextant, options) {
  const { ok, value, error } = sextant.svg({}, { ...SIZE, ...options });
  if (!ok) throw new Error(error.message);
  return value;
}

// The light chart, whose colours the style sheet exchanges when it is dark.
function drawInBothThemes(sextant, options, darkOf) {
  const light = draw(sextant, { ...options, theme: 'light' });
  const dark = draw(sextant, { ...options, theme: 'dark' }).match(COLOR);
  light.match(COLOR).forEach((color, index) => {
    if ((darkOf.get(color) ?? dark[index]) !== dark[index]) throw new Error(`${color} has two dark colours`);
    darkOf.set(color, dark[index]);
  });
  return light;
}

function darkRules(darkOf) {
  const rules = (root) => [...darkOf].flatMap(([light, dark]) => ['fill', 'stroke'].map((property) =>
    `${root} .charts [${property}="${light}"]{${property}:${dark}}`)).join('');
  return `@media (prefers-color-scheme:dark){${rules(':root:not([data-theme=light])')}}${rules(':root[data-theme=dark]')}`;
}

/**
 * @param {{html: string, css: string}} page with the marker
 * @param sextant the engine's module
 * @param {number} downloadSize bytes of what the progress bar measures
 */
export function addFirstPaint({ html, css }, sextant, downloadSize) {
  if (!html.includes(MARKER)) throw new Error(`no ${MARKER} in the page`);
  const darkOf = new Map();
  const charts = LANGUAGES.map((lang) => {
    const drawings = CHARTS.map((chart) => drawInBothThemes(sextant, { chart, lang }, darkOf));
    return `<div class="charts" lang="${lang}">${drawings.join('')}</div>`;
  });
  return {
    html: html.replace(MARKER, charts.join('\n')).replace('max="1"', `max="${downloadSize}"`),
    css: css + darkRules(darkOf),
  };
}
