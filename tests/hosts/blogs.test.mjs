// Blog engines that take the HTML of the embed dialog as it is.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { openProject } from './project.mjs';
import { assertElementStands, assertFrameStands, useSnippets } from './snippets.mjs';

const { snippets, open } = useSnippets();

// The folder of the articles, the extensions they can have, what is at their beginning, how they are built, and where
// the built site is.
const ENGINES = {
  Hexo: {
    folder: 'hexo', articles: 'source/_posts', extensions: ['md'], front: 'layout: post',
    command: ['hexo', 'generate', '--cwd', 'hexo'], built: 'public',
  },
  Eleventy: {
    folder: 'eleventy', articles: '', extensions: ['md'], front: 'layout: article.liquid',
    command: ['eleventy', '--input=eleventy', '--output=eleventy/built'], built: 'built',
  },
  Astro: {
    folder: 'astro', articles: 'src/pages', extensions: ['md', 'mdx'], front: 'layout: ../Article.astro',
    command: ['astro', 'build', '--root', 'astro'], built: 'dist',
  },
};
const SNIPPETS = { frame: assertFrameStands, element: assertElementStands };

let project;
before(async () => {
  project = await openProject('blogs');
});

async function writeArticles({ folder, articles, extensions, front }) {
  const where = path.join(project.folder, folder, articles);
  await mkdir(where, { recursive: true });
  for (const extension of extensions) {
    for (const kind of Object.keys(SNIPPETS)) {
      const text = `---\ntitle: With a ${kind}\n${front}\n---\nBefore.\n\n${snippets[kind]}\n\nAfter, *with emphasis*.\n`;
      await writeFile(path.join(where, `${kind}-in-${extension}.${extension}`), text);
    }
  }
}

for (const [name, engine] of Object.entries(ENGINES)) {
  test(`${name} shows both snippets as they were pasted`, async (t) => {
    await writeArticles(engine);
    await project.run(...engine.command);
    for (const extension of engine.extensions) {
      for (const [kind, assertStands] of Object.entries(SNIPPETS)) {
        await assertStands(await open(t, path.join(project.folder, engine.folder, engine.built), `${kind}-in-${extension}/`));
      }
    }
  });
}
