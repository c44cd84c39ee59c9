// What an embedded calculator shows before it is loaded: each preset's quadrant chart, drawn by the
// engine.
import { createHash } from 'node:crypto';

const LANGUAGES = ['en', 'zh-TW'];
const THEMES = ['light', 'dark'];
const SIZE = { width: 640, height: 400 };
const FONT_SIZE = ' font-size="12"';

function valueOf({ ok, value, error }) {
  if (!ok) throw new Error(error.message);
  return value;
}

/** A chart as a picture: without what <img> does not tell or show, in whole pixels, and with equal lines in one path. */
function asPicture(svg) {
  return svg
    .replace(/<rect [^>]*pointer-events="all"[^>]*><title>.*?<\/title><\/rect>/g, '')
    .replace(/<title>.*?<\/title>|<desc>.*?<\/desc>| role="img"/gs, '')
    .replaceAll(FONT_SIZE, '').replace('<svg', `<svg${FONT_SIZE}`)
    .replace(/<line x1="(.*?)" y1="(.*?)" x2="(.*?)" y2="(.*?)"/g, '<path d="M$1 $2L$3 $4"')
    .replace(/(?<= (?:d|x|y|cx|cy|r)=")[^"]+/g, (place) => place.replace(/\d+\.\d+/g, (number) => String(Math.round(number))))
    .replace(/(<path d=")([^"]*)("[^>]*>)(?:\1[^"]*\3)+/g, (paths, start, _, end) =>
      start + [...paths.matchAll(/ d="([^"]*)/g)].map(([, line]) => line).join('') + end);
}

/**
 * @param sextant the engine's module
 * @param {(name: string, svg: string) => void} add stores a picture under a name
 * @returns {{hash: string, titles: object}} `hash` is in the names of all pictures; `titles`: preset → language → the scenario's title
 */
export function drawPosters(sextant, add) {
  const titles = {};
  const pictures = new Map();
  for (const lang of LANGUAGES) {
    for (const { id, title, scenario } of valueOf(sextant.presets({ lang }))) {
      titles[id] = { ...titles[id], [lang]: title };
      for (const theme of THEMES) {
        pictures.set(`${id}-${lang}-${theme}`, asPicture(valueOf(sextant.svg(scenario, { ...SIZE, chart: 'quadrant', lang, theme }))));
      }
    }
  }
  const hash = createHash('sha256').update([...pictures.values()].join()).digest('hex').slice(0, 8);
  for (const [name, svg] of pictures) add(`${name}-${hash}.svg`, svg);
  return { hash, titles };
}
