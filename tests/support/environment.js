// Runs before a test program in wasm starts: passes on GoogleTest's settings, such as shards.
Module.preRun = [() => {
  for (const [name, value] of Object.entries(process.env)) if (name.startsWith('GTEST_')) ENV[name] = value;
}];
