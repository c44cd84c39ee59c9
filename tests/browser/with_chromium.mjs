// Runs a command whose tests share one Chromium: a start takes seconds of processor time.
//
//   node tests/browser/with_chromium.mjs <command> <argument>...
import { spawn } from 'node:child_process';
import { startChromium } from './chromium.mjs';

const [command, ...given] = process.argv.slice(2);
const { environment, close } = await startChromium();
const child = spawn(command, given, { stdio: 'inherit', env: { ...process.env, ...environment } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise((resolve) => {
  child.once('error', (error) => {
    console.error(String(error));
    resolve(1);
  });
  child.once('exit', (code) => resolve(code ?? 1));
});
await close();
