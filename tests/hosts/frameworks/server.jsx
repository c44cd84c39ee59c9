// Prints the article as a server renders it: node built/server.js react|vue <scenario in JSON>
import { renderToString } from 'react-dom/server';
import { renderToString as renderVue } from 'vue/server-renderer';
import { Article } from './shared_article.jsx';
import { createArticle } from './vue_article.js';

const [, , framework, scenario] = process.argv;
const given = JSON.parse(scenario);
console.log(framework === 'react' ? renderToString(<Article scenario={given} />) : await renderVue(createArticle(given)));
