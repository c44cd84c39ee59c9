// The calls of the package that help to decide, from a module of their own: sextant-decide.
import wasm from 'sextant-decide.wasm';
import { Compiled } from '../dom/asset_file';
import type { Language } from '../dom/language';
import type { Tools } from '../engine/tools';
import { toolsFrom } from '../engine/tools/tools.mjs';

/** All but the one that draws and those that bring data in. */
export type PackageTools = Omit<Tools, 'customersByMonth' | 'readTable' | 'applyTable'>;

const compiled = new Compiled(wasm);
const create = toolsFrom({ own: () => undefined, inline: '' });

/** Rejects if the module could not be loaded; the next call tries again. */
export async function startPackageTools(lang: Language): Promise<PackageTools> {
  return create({ lang, wasm: await compiled.load() });
}
