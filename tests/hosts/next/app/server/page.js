import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { compute } from '../compute.js';

export const dynamic = 'force-dynamic';

export default async function ServerComponent() {
  return <pre>{await compute(createSextant, createTools)}</pre>;
}
