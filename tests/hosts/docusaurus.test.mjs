// Docusaurus reads Markdown as MDX: HTML becomes elements of React.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { openProject } from './project.mjs';
import { assertElementStands, assertFrameStands, useSnippets } from './snippets.mjs';

const { snippets, open } = useSnippets();
const SNIPPETS = { frame: assertFrameStands, element: assertElementStands };

let project;
before(async () => {
  project = await openProject('docusaurus');
});

test('Docusaurus shows both snippets as they were pasted, also to a reader who comes from another page', async (t) => {
  for (const extension of ['md', 'mdx']) {
    for (const kind of Object.keys(SNIPPETS)) {
      const article = `# With a ${kind}\n\nBefore.\n\n${snippets[kind]}\n\nAfter, *with emphasis*.\n`;
      await writeFile(path.join(project.folder, 'docs', `${kind}-in-${extension}.${extension}`), article);
    }
  }
  await project.run('docusaurus', 'build');
  for (const extension of ['md', 'mdx']) {
    for (const [kind, assertStands] of Object.entries(SNIPPETS)) {
      const built = path.join(project.folder, 'build');
      await assertStands(await open(t, built, `${kind}-in-${extension}/`));
      const page = await open(t, built, '');
      await page.locator(`article a[href$="${kind}-in-${extension}"]`).click();
      await assertStands(page);
    }
  }
});
