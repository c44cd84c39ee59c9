// For vitest and Jest, with their globals.
import createSextant from 'sextant-engine/inline';
import createTools from 'sextant-engine/tools/inline';
import { results } from '../results.mjs';

test('the inline entries compute', async () => {
  expect(await results(createSextant, createTools)).toBe(process.env.EXPECTED);
});
