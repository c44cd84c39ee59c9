// The engine as it ships, without the package around it: the module itself, for what a call costs inside it.
import { readFileSync } from 'node:fs';
import { writeValue } from '../../web/engine/boundary.mjs';

const unexpected = () => {
  throw new Error('no number becomes text here');
};

/** A function that evaluates the scenario, given what its second cell's visits are, and returns the revenue. */
export async function startEvaluate(file, scenario) {
  const imports = { env: { host_number_text: unexpected, host_nearest_double: unexpected } };
  const { instance: { exports: wasm } } = await WebAssembly.instantiate(readFileSync(file), imports);
  wasm._initialize();
  const { structure, numbers } = writeValue(scenario);
  const bytes = new TextEncoder().encode(structure);
  new Uint8Array(wasm.memory.buffer).set(bytes, wasm.structure_buffer(bytes.length));
  const given = new Float64Array(wasm.memory.buffer, wasm.numbers(), numbers.length);
  given.set(numbers);
  if (wasm.evaluate(bytes.length, numbers.length, 0) < 0) throw new Error('the scenario is refused');
  const changed = numbers.indexOf(scenario.cells[1].visits);
  const found = new Float64Array(wasm.memory.buffer, wasm.values(), 16);
  return (visits) => {
    given[changed] = visits;
    if (wasm.evaluate(0, numbers.length, 0) < 0) throw new Error('the numbers are refused');
    return found[8]; // after two thresholds, and five numbers about concentration
  };
}
