// What scripts/bench measures, beside what bench_targets.json asks for.
import { readFileSync } from 'node:fs';

const targets = JSON.parse(readFileSync(new URL('../bench_targets.json', import.meta.url), 'utf8'));
const mustHold = process.argv.includes('--check');

/** Prints the figures by target's id; with --check the process fails when one is over. */
export function compareWithTargets(figures) {
  console.log('\nTargets');
  for (const [id, value] of Object.entries(figures)) {
    const { name, most, unit } = targets.find((target) => target.id === id);
    const holds = value <= most;
    console.log(`  ${name.padEnd(78)}${`${value.toFixed(2)}${unit}`.padStart(10)}  at most ${most}${unit}  ${holds ? 'holds' : 'OVER'}`);
    if (!holds && mustHold) process.exitCode = 1;
  }
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
