// VitePress makes Vue components of pages: the lines of docs/blog_engines.md go into its configuration.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { openProject } from './project.mjs';
import { eventually } from '../browser/sextant_page.mjs';
import { assertElementStands, assertFrameStands, useSnippets } from './snippets.mjs';

const { snippets, open } = useSnippets();
const DOCUMENTS = ['blog_engines.md', 'blog_engines.zh-TW.md'].map((name) => new URL(`../../docs/${name}`, import.meta.url));
const BUILT = '.vitepress/dist';

const withoutScript = (snippet) => snippet.split('\n').filter((line) => !line.startsWith('<script')).join('\n');

let project;
before(async () => {
  project = await openProject('vitepress');
});

const write = (name, text) => writeFile(path.join(project.folder, name), text);

async function build({ config, frame, element }) {
  await mkdir(path.join(project.folder, '.vitepress'), { recursive: true });
  await write('.vitepress/config.mjs', config);
  await write('frame.md', `# With a frame\n\nBefore.\n\n${frame}\n\nAfter.\n`);
  await write('element.md', `# With an element\n\nBefore.\n\n${element}\n\nAfter.\n`);
  return project.run('vitepress', 'build');
}

test('VitePress shows both snippets without their scripts and with the documented lines, also to a reader who comes from another page', async (t) => {
  const [config, inChinese] = await Promise.all(DOCUMENTS.map(async (file) =>
    (await readFile(file, 'utf8')).match(/```js\n(\/\/ \.vitepress\/config\.mjs\n[^]*?)```/)[1]));
  assert.equal(inChinese, config);
  assert.ok(config.includes('https://shop.example/sextant/'));
  await build({
    config: config.replaceAll('https://shop.example/sextant/', snippets.address),
    frame: withoutScript(snippets.frame), element: withoutScript(snippets.element),
  });
  const built = path.join(project.folder, BUILT);
  for (const [name, assertStands] of [['frame', assertFrameStands], ['element', assertElementStands]]) {
    await assertStands(await open(t, built, `${name}.html`));
    const page = await open(t, built, '');
    await page.locator(`main a[href$="${name}.html"]`).click();
    await assertStands(page);
  }
});

test('without those lines, VitePress stops at the script of an element and reports the script of a frame', async (t) => {
  const config = 'export default {};';
  await assert.rejects(build({ config, frame: '', element: snippets.element }), /build error/);
  await build({ config, frame: snippets.frame, element: '' });
  const page = await open(t, path.join(project.folder, BUILT), 'frame.html');
  await eventually(() => page.problems.join(), (text) => /hydration/i.test(text), 'mismatch');
  page.problems.length = 0;
});
