// Each preset's folder opens that preset in the folder's language. tests/page checks the link previews.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CPC, eventually, inputOf, nameOf, reportOf, scenarioOf, TEXTS, useBrowser } from './sextant_page.mjs';

const open = useBrowser();

const DIST = process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
const { default: createSextant } = await import(pathToFileURL(path.resolve(DIST, 'engine/index.mjs')).href);
const sextant = await createSextant();
const presetsIn = (lang) => sextant.presets({ lang }).value;

const folderOf = (preset, lang) => `${preset}/${lang === 'en' ? '' : `${lang}/`}`;
const languageOf = (page) => page.evaluate(() => document.documentElement.lang);
const slider = (page, language) => page.getByRole('slider', { name: nameOf('social.paid', 'field.costPerClick', language), exact: true });

for (const lang of ['en', 'zh-TW']) {
  test(`every preset's folder opens that preset in ${lang}, whatever the reader's languages are`, async (t) => {
    let page;
    for (const { id, scenario } of presetsIn(lang)) {
      if (page) await page.visit(folderOf(id, lang));
      else page = await open(t, { address: folderOf(id, lang), locale: lang === 'en' ? 'zh-TW' : 'en-US' });
      assert.deepEqual(await reportOf(page), sextant.evaluate(scenario).value, id);
      assert.equal(await page.locator('#presets').inputValue(), id);
      assert.equal(await languageOf(page), lang);
      assert.equal(await page.locator('#share').textContent(), TEXTS[lang]['header.share']);
      assert.ok(await slider(page, lang).isVisible(), id);
    }
  });
}

test('the Chinese page opens the default scenario, and the root page uses the reader\'s language', async (t) => {
  const [first] = presetsIn('en');
  const chinese = await open(t, { address: 'zh-TW/' });
  assert.equal(await languageOf(chinese), 'zh-TW');
  assert.deepEqual(await reportOf(chinese), sextant.evaluate(first.scenario).value);
  for (const [locale, lang] of [['en-US', 'en'], ['zh-TW', 'zh-TW']]) {
    assert.equal(await languageOf(await open(t, { locale })), lang);
  }
});

test('?lang= overrides the folder\'s language, and the button changes it', async (t) => {
  const page = await open(t, { address: 'balanced/zh-TW/?lang=en' });
  assert.equal(await languageOf(page), 'en');
  await page.locator('#language').click();
  await eventually(() => languageOf(page), (lang) => lang === 'zh-TW', 'language');
  await page.reload();
  await page.evaluate(() => sextant.ready);
  assert.equal(await languageOf(page), 'zh-TW');
  assert.equal(await page.locator('#presets').inputValue(), 'balanced');
});

test('while the calculator loads, the charts of the preset are shown, also in another language', async (t) => {
  for (const address of ['breaking-in/zh-TW/', 'breaking-in/zh-TW/?lang=en']) {
    const page = await open(t, {
      address,
      wait: false,
      // The calculator never loads.
      before: () => {
        WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => undefined);
      },
    });
    await eventually(() => page.locator('.charts').count(), (count) => count === 1, 'charts');
    await eventually(() => languageOf(page), (lang) => lang === (address.endsWith('=en') ? 'en' : 'zh-TW'), 'language');
    assert.ok(await page.locator('.charts svg').first().isVisible(), address);
    const { title } = presetsIn('zh-TW').find(({ id }) => id === 'breaking-in');
    assert.ok((await page.locator('head meta[property="og:title"]').getAttribute('content')).includes(title));
  }
});

test('Back returns to the preset, and Share gives a link with the scenario', async (t) => {
  const page = await open(t, { address: 'one-platform/' });
  const start = await scenarioOf(page);
  await slider(page, 'en').fill('31');
  await eventually(() => new URL(page.url()).hash, (hash) => hash.startsWith('#1~'), 'address');
  assert.equal(new URL(page.url()).pathname, `${new URL(page.base).pathname}one-platform/`);

  await page.getByRole('button', { name: TEXTS.en['header.share'], exact: true }).click();
  const link = await page.getByLabel(TEXTS.en['share.link'], { exact: true }).inputValue();
  assert.ok(link.startsWith(`${page.base}#1~`), link);
  const other = await open(t, { address: link.slice(page.base.length) });
  assert.deepEqual(await scenarioOf(other), await scenarioOf(page));
  await page.keyboard.press('Escape');

  await page.goBack();
  await eventually(() => scenarioOf(page), (scenario) => JSON.stringify(scenario) === JSON.stringify(start), 'scenario after Back');
  assert.equal(new URL(page.url()).hash, '');
  await page.goForward();
  await eventually(() => inputOf(page, 'social.paid', 'costPerClick'), (value) => value === 31, 'CPC after Forward');
});

test('a link overrides the folder\'s preset', async (t) => {
  const link = sextant.encodeLink({ ...presetsIn('en')[3].scenario, title: 'Mine' }).value;
  const page = await open(t, { address: `one-platform/#${link}` });
  assert.equal((await scenarioOf(page)).title, 'Mine');
  assert.equal(await page.getByRole('slider', { name: CPC, exact: true }).inputValue(), '6');
});

test('an address without its last slash redirects to the folder', async (t) => {
  const page = await open(t, { address: 'balanced?theme=dark' });
  assert.equal(page.url(), `${page.base}balanced/?theme=dark`);
  assert.equal(await page.locator('#presets').inputValue(), 'balanced');
});

test('the frame in oEmbed shows the preset', async (t) => {
  const page = await open(t);
  const { html, provider_url: address } = await page.evaluate(async () => (await fetch('one-platform/zh-TW/oembed.json')).json());
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), html.replace(address, page.base));
  const element = page.locator('body > iframe');
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForURL('**/embed.html?*');
  await frame.evaluate(() => sextant.ready);
  const { scenario } = presetsIn('zh-TW').find(({ id }) => id === 'one-platform');
  assert.deepEqual(await reportOf(frame), sextant.evaluate(scenario).value);
  assert.equal(await languageOf(frame), 'zh-TW');
});
