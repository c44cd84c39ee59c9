import { createArticle } from './vue_article.js';

window.app = { heard: [] };
createArticle(window.initial, ({ type }) => app.heard.push(type)).mount('#root');
