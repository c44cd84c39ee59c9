// What sanitisers leave of a text.
//
//   node clean.mjs <JSON: name → text>
//
// Prints JSON: sanitiser → name → HTML.
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import markdownIt from 'markdown-it';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';

const purify = createDOMPurify(new JSDOM('').window);
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify);
const markdown = markdownIt({ html: false, linkify: true });

const SANITISERS = {
  'sanitize-html': (text) => sanitizeHtml(text),
  'sanitize-html, frames allowed': (text) => sanitizeHtml(text, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'iframe'],
    allowedAttributes: { ...sanitizeHtml.defaults.allowedAttributes, iframe: ['src'] },
  }),
  DOMPurify: (text) => purify.sanitize(text),
  'DOMPurify, frames allowed': (text) => purify.sanitize(text, { ADD_TAGS: ['iframe'] }),
  'rehype-sanitize': (text) => String(rehype.processSync(text)),
  'markdown-it without HTML': (text) => markdown.render(text),
};

const texts = JSON.parse(process.argv[2]);
const cleaned = Object.entries(SANITISERS).map(([name, clean]) =>
  [name, Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, clean(text)]))]);
console.log(JSON.stringify(Object.fromEntries(cleaned)));
