// CommonJS, with require().
const { default: createSextant } = require('sextant-engine');
const { default: createTools } = require('sextant-engine/tools');
const { results } = require('./results.mjs');

results(createSextant, createTools).then(console.log);
