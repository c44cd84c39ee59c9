// What a page shows while the calculator loads: the quadrants of its initial scenario, drawn by the engine,
// in both themes.

const CHART = { chart: 'quadrant', width: 480, height: 400 };
const MARKER = '<!-- first paint -->';
const COLOR = /(?<=(?:fill|stroke)=")#[0-9a-f]{6}(?=")/g;

export class FirstPaint {
  #sextant;
  #darkOf = new Map();

  /** @param sextant the engine's module */
  constructor(sextant) {
    this.#sextant = sextant;
  }

  /** The page with the chart in place of its marker, in each of the languages. */
  addTo(html, scenario, languages) {
    if (!html.includes(MARKER)) throw new Error(`no ${MARKER} in the page`);
    const charts = languages.map((lang) => `<div class="charts" lang="${lang}">${this.#drawInBothThemes(scenario, lang)}</div>`);
    return html.replace(MARKER, () => charts.join('\n'));
  }

  /** The rules that the style sheet needs to show the charts drawn so far in the dark theme. */
  get darkRules() {
    const rules = (root) => [...this.#darkOf].flatMap(([light, dark]) => ['fill', 'stroke'].map((property) =>
      `${root} .charts [${property}="${light}"]{${property}:${dark}}`)).join('');
    return `@media (prefers-color-scheme:dark){${rules(':root:not([data-theme^=light])')}}${rules(':root[data-theme^=dark]')}`;
  }

  // The light chart; in the dark theme the style sheet replaces its colours.
  #drawInBothThemes(scenario, lang) {
    const light = this.#draw(scenario, { lang, theme: 'light' });
    const dark = this.#draw(scenario, { lang, theme: 'dark' }).match(COLOR);
    light.match(COLOR).forEach((color, index) => {
      if ((this.#darkOf.get(color) ?? dark[index]) !== dark[index]) throw new Error(`${color} has two dark colours`);
      this.#darkOf.set(color, dark[index]);
    });
    return light;
  }

  #draw(scenario, options) {
    const { ok, value, error } = this.#sextant.svg(scenario, { ...CHART, ...options });
    if (!ok) throw new Error(error.message);
    return value;
  }
}
