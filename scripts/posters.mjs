// What an embedded calculator shows before it is loaded: each preset's quadrant chart, drawn by the
// engine.

const LANGUAGES = ['en', 'zh-TW'];
const THEMES = ['light', 'dark'];
const SIZE = { width: 640, height: 400 };

function valueOf({ ok, value, error }) {
  if (!ok) throw new Error(error.message);
  return value;
}

/**
 * @param sextant the engine's module
 * @param {(name: string, svg: string) => string} add stores a picture; returns its name in dist/
 * @returns preset → language → {title, light, dark}: the scenario's title and the hashes in the names of the pictures
 */
export function drawPosters(sextant, add) {
  const posters = {};
  for (const lang of LANGUAGES) {
    for (const { id, title, scenario } of valueOf(sextant.presets({ lang }))) {
      const pictures = THEMES.map((theme) => {
        const svg = valueOf(sextant.svg(scenario, { ...SIZE, chart: 'quadrant', lang, theme }));
        const [, hash] = /-(\w+)\.svg$/.exec(add(`${id}-${lang}-${theme}.svg`, svg));
        return [theme, hash];
      });
      posters[id] = { ...posters[id], [lang]: { title, ...Object.fromEntries(pictures) } };
    }
  }
  return posters;
}
