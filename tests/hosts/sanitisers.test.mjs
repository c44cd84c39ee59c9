// What the embed dialog hands out, after the sanitisers of blogs and forums.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import createSextant from '../../dist/engine/index.mjs';
import { useHost } from '../browser/host_page.mjs';
import { eventually, scenarioOf, TEXTS, useBrowser } from '../browser/sextant_page.mjs';
import { openProject } from './project.mjs';

const openPage = useBrowser();
const openHost = useHost();
const engine = await createSextant();
const TITLE = '2×2 *bold* [x](y) <b>"A" & B</b> | a_b_c :smile: `q` $1$ ~~z~~';
const KINDS = ['frame', 'element', 'markdown'];
const HTML_SANITISERS = ['sanitize-html', 'sanitize-html, frames allowed', 'DOMPurify', 'DOMPurify, frames allowed', 'rehype-sanitize'];

let project;
before(async () => {
  project = await openProject('sanitisers');
});

/** What the dialog hands out: of a preset, and of a scenario of one's own; and what is left of each. */
async function clean(t) {
  const page = await openPage(t, { address: 'balanced/?lang=en&mode=form' });
  const texts = {};
  const links = {};
  for (const whose of ['preset', 'own']) {
    if (whose === 'own') await page.evaluate((title) => sextant.setScenario({ ...sextant.getScenario(), title }), TITLE);
    await page.locator('#embed').click();
    for (const kind of KINDS) {
      await page.locator('#embed-kind').selectOption(kind);
      const title = whose === 'preset' ? TEXTS.en['preset.balanced.title'] : 'smile';
      texts[`${whose} ${kind}`] = await eventually(() => page.locator('#embed-markup').inputValue(), (text) => text.includes(title), 'title');
    }
    links[whose] = `${page.base}?lang=en#${engine.encodeLink(await scenarioOf(page)).value}`;
    await page.keyboard.press('Escape');
  }
  const left = JSON.parse(await project.run('node', 'clean.mjs', JSON.stringify(texts)));
  const look = (html) => page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    return {
      text: body.textContent,
      links: [...body.querySelectorAll('a')].map((a) => [a.textContent, a.href]),
      pictures: [...body.querySelectorAll('img')].filter((image) => !image.closest('[hidden]')).map(({ src, alt }) => [src, alt]),
      frames: [...body.querySelectorAll('iframe')].map((frame) => frame.src),
    };
  }, html);
  return { base: page.base, left, links, look };
}

test('whatever a sanitiser removes, the title is left with a link to the scenario, and no markup is shown as text', async (t) => {
  const { base, left, links, look } = await clean(t);
  for (const [whose, title] of [['preset', TEXTS.en['preset.balanced.title']], ['own', TITLE]]) {
    const places = [...HTML_SANITISERS.flatMap((name) => [[name, 'frame'], [name, 'element']]), ['markdown-it without HTML', 'markdown']];
    for (const [sanitiser, kind] of places) {
      const what = `${sanitiser}: ${kind}, ${whose}`;
      const { text, links: found, pictures } = await look(left[sanitiser][`${whose} ${kind}`]);
      assert.ok(found.some(([said, href]) => said === title && href === links[whose]), `${what}: ${JSON.stringify(found)}`);
      assert.ok(text.includes(TEXTS.en['embed.task.quadrant']), what);
      assert.doesNotMatch(text.replace(title, ''), /[<>*[\]\\]/, what);
      // sanitize-html drops pictures; DOMPurify keeps them hidden.
      const shown = whose === 'preset' && ['rehype-sanitize', 'markdown-it without HTML'].includes(sanitiser);
      assert.deepEqual(pictures, shown ? [[`${base}balanced/picture.png`, title]] : [], what);
    }
  }
});

test('a frame of which only the address is left still shows the scenario', async (t) => {
  const { base, left, look } = await clean(t);
  for (const sanitiser of ['sanitize-html, frames allowed', 'DOMPurify, frames allowed']) {
    const html = left[sanitiser]['own frame'];
    assert.equal((await look(html)).frames.length, 1, sanitiser);
    const page = await openHost(t, { content: (there) => html.replaceAll(base, there) });
    const frame = await eventually(() => page.frames()[1], Boolean, 'frame');
    await frame.waitForFunction(() => window.sextant);
    await frame.evaluate(() => window.sextant.ready);
    assert.equal(await frame.evaluate(() => window.sextant.getScenario().title), TITLE, sanitiser);
  }
});
