import type { CreateToolsOptions, Tools } from '../tools.js';

/** What an entry of the package knows: start() in start.mjs. */
export interface ToolsHome {
  /** The address or the bytes of its own wasm. */
  own(): unknown;
  /** The entry with the wasm in it. */
  inline: string;
}

/** createTools() for a home. */
export function toolsFrom(home: ToolsHome): (options?: CreateToolsOptions) => Promise<Tools>;
