// A project of somebody else that uses Sextant: a folder beside this file, with its own package.json and lock
// file. It is built in build/hosts/, with the packages of its lock file and the engine package of dist/.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BUILD = fileURLToPath(new URL('../../build/hosts', import.meta.url));
const ENGINE = path.join(process.env.SEXTANT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)), 'engine');
const STAMP = path.join('node_modules', '.installed');
const MINUTES = 60_000;

const execute = promisify(execFile);

async function install(folder) {
  const lock = createHash('sha256').update(await readFile(path.join(folder, 'package-lock.json'))).digest('hex');
  const stamp = path.join(folder, STAMP);
  if (existsSync(stamp) && await readFile(stamp, 'utf8') === lock) return;
  await execute('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder, timeout: 10 * MINUTES });
  await writeFile(stamp, lock);
}

/**
 * The project of the folder `name`, fresh but for its installed packages.
 * `run(command, ...arguments)` resolves to what it has printed, and rejects with that when it fails or takes
 * longer than three minutes. `start(t, ready, command, ...arguments)` leaves it running until the test ends and
 * resolves to the match of `ready` in what it prints.
 */
export async function openProject(name) {
  const folder = path.join(BUILD, name);
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) {
    if (entry !== 'node_modules') await rm(path.join(folder, entry), { recursive: true });
  }
  await cp(path.join(HERE, name), folder, { recursive: true });
  await install(folder);
  const engine = path.join(folder, 'node_modules/sextant-engine');
  await rm(engine, { recursive: true, force: true });
  await cp(ENGINE, engine, { recursive: true });

  // Its own commands come first.
  const env = {
    ...process.env, CI: '1', NO_COLOR: '1', NODE_TEST_CONTEXT: undefined,
    PATH: `${path.join(folder, 'node_modules/.bin')}:${process.env.PATH}`,
  };
  return {
    folder,
    async run(command, ...given) {
      try {
        const { stdout, stderr } = await execute(command, given, { cwd: folder, env, timeout: 3 * MINUTES, maxBuffer: 1 << 26 });
        return stdout + stderr;
      } catch (error) {
        throw new Error(`${command} ${given.join(' ')}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
      }
    },
    async start(t, ready, command, ...given) {
      // A group of its own, so that what it has started ends with it.
      const child = spawn(command, given, { cwd: folder, env, detached: true });
      t.after(() => process.kill(-child.pid));
      let printed = '';
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${command} is not ready:\n${printed}`)), MINUTES);
        const read = (text) => {
          printed += text;
          const match = printed.match(ready);
          if (!match) return;
          clearTimeout(late);
          resolve(match);
        };
        for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
        child.once('error', reject);
        child.once('exit', (code) => reject(new Error(`${command} has ended with ${code}:\n${printed}`)));
      });
    },
  };
}
