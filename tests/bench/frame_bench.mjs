// As frame_bench.cpp, with the module that is published.
//
//   node tests/bench/frame_bench.mjs [folder of sextant-app.wasm]
import { startApp } from './app_module.mjs';

// V8 optimises a function when it has run for a while; after 200 frames, a tenth of the time is still spent in code
// that is not optimised.
const WARM_UP = 3000;
const ROUNDS = 15;
const FRAMES_PER_ROUND = 100;

const app = await startApp(process.argv[2]);
let now = 0;
for (let i = 0; i < WARM_UP; ++i) {
  app.setValue('social.paid/costPerClick', 5 + (i % FRAMES_PER_ROUND) * 0.1);
  app.frame((now += 1 / 60));
}

const rounds = [];
for (let round = 0; round < ROUNDS; ++round) {
  const start = process.cpuUsage().user;
  for (let i = 0; i < FRAMES_PER_ROUND; ++i) {
    app.setValue('social.paid/costPerClick', 5 + i * 0.1);
    app.frame((now += 1 / 60));
  }
  rounds.push(((process.cpuUsage().user - start) * 1000) / FRAMES_PER_ROUND);
}
rounds.sort((a, b) => a - b);
console.log(JSON.stringify({ name: 'frame', nanoseconds: Math.round(rounds[ROUNDS >> 1]) }));
