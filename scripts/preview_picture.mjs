// The picture of a link preview: a scenario's title and description, and its quadrant chart, drawn by the
// engine. Few chats and editors accept SVG, so rsvg-convert makes a PNG and pngquant reduces its colours.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { escapeHtml } from './html.mjs';
import { readPalette } from './tables/palette.mjs';
import { Table } from './tables/table.mjs';

/** In pixels: the size that all services recommend. */
export const PICTURE_SIZE = { width: 1200, height: 630 };

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = path.join(root, 'build/preview_pictures');

// Has Latin letters and Traditional Chinese characters as written in Taiwan.
const FONT = 'Noto Sans CJK TC';
const MARGIN = 40;
// The chart is enlarged because chats show the picture at about a third of its width.
const CHART = { x: 452, y: 24, width: 724, height: 582, zoom: 1.5 };
const COLUMN = CHART.x - 2 * MARGIN;
const TITLE = { size: 46, weight: 700, lineHeight: 1.22, mostLines: 4 };
const DESCRIPTION = { size: 25, weight: 400, lineHeight: 1.5, mostLines: 7 };
const SMALLEST_SCALE = 0.5;
// Reduces the size to a third, with no visible difference.
const COLORS = 128;

const inks = readPalette(new Table(path.join(root, 'src/tables/palette.json')));
const color = (id) => inks.find((ink) => ink.id === id).light;

// --- Lines -----------------------------------------------------------------------------------------

const HAN = '[\\u2e80-\\u2fff\\u3040-\\u9fff\\uf900-\\ufaff]+';
const CLOSING = '[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09\u300d\u300f\u201d\u2019]*';
const PIECE = new RegExp(`\\s*(?:(${HAN})|(?:(?!${HAN})\\S)+?(?=\\s|${HAN}|$))(${CLOSING})`, 'gu');
const ENDS_WITH_HAN = new RegExp(`${HAN}$`);
// Penalties for bad line ends, in square ems.
const WITHIN_A_CLAUSE = 4;
const words = new Intl.Segmenter('zh-TW', { granularity: 'word' });

// Pieces that are never broken: words with their closing punctuation.
function piecesOf(text) {
  return [...text.matchAll(PIECE)].flatMap(([piece, han, closing]) => {
    if (!han) return [piece];
    const pieces = [...words.segment(han)].map(({ segment }) => segment);
    pieces[0] = piece.slice(0, piece.indexOf(han)) + pieces[0];
    pieces[pieces.length - 1] += closing;
    return pieces;
  });
}

// Widths in ems, estimated on the wide side.
function widthOf(text) {
  return [...text].reduce((sum, character) => {
    if (character > '\u2e80') return sum + 1;
    if (/[ ,.:;'|!iljI]/.test(character)) return sum + 0.29;
    if (/[frt()-]/.test(character)) return sum + 0.4;
    if (/[mwMW%@]/.test(character)) return sum + 0.92;
    return sum + (/[A-Z]/.test(character) ? 0.66 : 0.58);
  }, 0);
}

function fill(pieces, width) {
  const lines = [];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}

// As few lines as fit, of similar width, broken after punctuation where possible in Chinese.
function breakLines(text, width) {
  const pieces = piecesOf(text);
  const filled = fill(pieces, width);
  const even = widthOf(text) / filled.length;
  const known = new Map();
  const arrange = (from, count) => {
    const key = `${from} ${count}`;
    if (!known.has(key)) known.set(key, arrangeAnew(from, count));
    return known.get(key);
  };
  const arrangeAnew = (from, count) => {
    let best;
    for (let to = count > 1 ? from + 1 : pieces.length; to <= pieces.length; to += 1) {
      const line = pieces.slice(from, to).join('').trimStart();
      if (widthOf(line) > width) break;
      const rest = count > 1 ? arrange(to, count - 1) : { cost: 0, lines: [] };
      if (!rest) continue;
      const cost = rest.cost + (widthOf(line) - even) ** 2 + (rest.lines.length && ENDS_WITH_HAN.test(line) ? WITHIN_A_CLAUSE : 0);
      if (!best || cost < best.cost) best = { cost, lines: [line, ...rest.lines] };
    }
    return best;
  };
  return arrange(0, filled.length)?.lines ?? filled;
}

/** A paragraph at `y`; long text gets a smaller font. */
function paragraph(text, y, fillColor, { size, weight, lineHeight, mostLines }) {
  for (let scale = 1; ; scale -= 0.05) {
    const points = size * scale;
    const lines = breakLines(text, COLUMN / points);
    const fits = lines.length * scale <= mostLines && lines.every((line) => widthOf(line) * points <= COLUMN);
    if (!fits && scale > SMALLEST_SCALE) continue;
    const step = points * lineHeight;
    const rows = lines.map((line, index) =>
      `<text x="${MARGIN}" y="${(y + points + step * index).toFixed(2)}">${escapeHtml(line)}</text>`);
    return {
      svg: `<g font-size="${points.toFixed(2)}" font-weight="${weight}" fill="${fillColor}">${rows.join('')}</g>`,
      bottom: y + step * lines.length,
    };
  }
}

// --- Picture ---------------------------------------------------------------------------------------

function chart(sextant, scenario, lang) {
  const { x, y, width, height, zoom } = CHART;
  const size = { width: Math.round(width / zoom), height: Math.round(height / zoom) };
  const { ok, value, error } = sextant.svg(scenario, { ...size, chart: 'quadrant', lang, theme: 'light' });
  if (!ok) throw new Error(error.message);
  const inner = value.replace(/^<svg[^>]*>/, `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${size.width} ${size.height}">`);
  return `<rect x="${x - 8}" y="${y - 8}" width="${width + 16}" height="${height + 16}" rx="16" fill="${color('surface')}" stroke="${color('hairline')}" stroke-width="2"/>${inner}`;
}

function draw(sextant, { title, description, scenario, lang }) {
  const { width, height } = PICTURE_SIZE;
  const heading = paragraph(title, 128, color('text'), TITLE);
  const text = paragraph(description, heading.bottom + 20, color('textMuted'), DESCRIPTION);
  const sign = `<g fill="none" stroke="${color('accent')}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" transform="translate(${MARGIN - 6} 36) scale(1.6)">` +
    '<path d="M16 6 7 23h18zM7 23a12 12 0 0 0 18 0M16 6l4 17"/></g>' +
    `<text x="${MARGIN + 52}" y="74" font-size="32" font-weight="700" fill="${color('text')}">Sextant</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">` +
    `<rect width="${width}" height="${height}" fill="${color('background')}"/>${sign}${heading.svg}${text.svg}${chart(sextant, scenario, lang)}</svg>`;
}

/** What a program prints for `input`; an error names its Debian package. */
async function filter(program, args, input, debianPackage) {
  const running = promisify(execFile)(program, args, { encoding: 'buffer', maxBuffer: 1e8 });
  running.child.stdin.on('error', () => undefined); // the program itself reports why it ended
  running.child.stdin.end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`${program} is missing: install ${debianPackage}, or run scripts/prerequisites build`);
  }
}

/**
 * @param sextant the engine's module
 * @param {{title: string, description: string, scenario: object, lang: string}} content
 * @returns {Promise<Buffer>} a PNG of PICTURE_SIZE
 */
export async function drawPreviewPicture(sextant, content) {
  const svg = draw(sextant, content);
  const file = path.join(cache, `${createHash('sha256').update(`${COLORS} ${svg}`).digest('hex')}.png`);
  if (existsSync(file)) return readFileSync(file);
  const colorful = await filter('rsvg-convert', ['--format=png'], svg, 'librsvg2-bin');
  const picture = await filter('pngquant', ['--nofs', '--speed=1', '--strip', String(COLORS), '-'], colorful, 'pngquant');
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, picture);
  return picture;
}
