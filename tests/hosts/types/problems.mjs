// What publint and Are the Types Wrong have to say about the package in the folder given, as JSON.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Package, checkPackage } from '@arethetypeswrong/core';
import { publint } from 'publint';

const [folder] = process.argv.slice(2);
const name = 'sextant-engine';
const { messages } = await publint({ pkgDir: folder, level: 'suggestion', pack: false });

const files = {};
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue;
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  files[`/node_modules/${name}/${path.relative(folder, file)}`] = new Uint8Array(await readFile(file));
}
const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
const { problems } = await checkPackage(new Package(files, name, version));
console.log(JSON.stringify({
  publint: messages.map(({ code, path: at }) => `${code} ${at.join('.')}`),
  types: problems.map(({ kind, entrypoint, resolutionKind }) => `${kind} ${entrypoint} ${resolutionKind}`),
}));
