// CommonJS, with import().
(async () => {
  const { default: createSextant } = await import('sextant-engine');
  const { default: createTools } = await import('sextant-engine/tools');
  const { results } = await import('./results.mjs');
  console.log(await results(createSextant, createTools));
})();
