// For vitest and Jest, with their globals.
import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { results } from '../results.mjs';

test('the package computes', async () => {
  expect(await results(createSextant, createTools)).toBe(process.env.EXPECTED);
});
