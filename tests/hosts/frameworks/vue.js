import { createApp, ref } from 'vue/dist/vue.esm-bundler.js';

const scenario = ref(window.initial);
const shown = ref(true);
const link = ref('');
const heard = (event) => {
  app.heard.push(event.type);
  if (event.type === 'sextant-change') link.value = event.detail.link;
};
window.app = {
  heard: [],
  give(given) {
    scenario.value = given;
  },
  remove() {
    shown.value = false;
  },
};
const article = createApp({
  setup: () => ({ scenario, shown, link, heard }),
  template: `<p id="alive">{{ link }}</p>
    <sextant-calculator v-if="shown" lang="en" loading="eager" view="quadrant" :scenario.prop="scenario"
      @sextant-change="heard" @sextant-ready="heard" @sextant-error="heard" />`,
});
article.config.compilerOptions.isCustomElement = (tag) => tag === 'sextant-calculator';
article.mount('#root');
