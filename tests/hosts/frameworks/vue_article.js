// Rendered on the server and continued in the browser.
import { createSSRApp } from 'vue/dist/vue.esm-bundler.js';

export function createArticle(scenario, heard) {
  const article = createSSRApp({
    setup: () => ({ scenario, heard }),
    template: `<main><p id="alive">Before</p>
      <sextant-calculator lang="en" loading="eager" view="quadrant" :scenario="scenario" @sextant-change="heard" /></main>`,
  });
  article.config.compilerOptions.isCustomElement = (tag) => tag === 'sextant-calculator';
  return article;
}
