import createSextant from 'sextant-engine/inline';
import createTools from 'sextant-engine/tools/inline';
import { compute } from '../compute.js';

export const dynamic = 'force-dynamic';

export default async function ServerComponent() {
  return <pre>{await compute(createSextant, createTools)}</pre>;
}
