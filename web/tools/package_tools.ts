// The calls of the package, for a page that has the module already: as many instances as wanted, compiled once.
import type { Language } from '../dom/language';
import type { Tools } from '../engine/tools';
import { toolsFrom } from '../engine/tools/tools.mjs';
import { compiled } from './tools';

const create = toolsFrom({ own: () => undefined, inline: '' });

/** Rejects if the module could not be loaded; the next call tries again. */
export async function startPackageTools(lang: Language): Promise<Tools> {
  return create({ lang, wasm: await compiled.load() });
}
