// Before a test program in wasm starts: GoogleTest's settings, shards among them.
Module.preRun = [() => {
  for (const [name, value] of Object.entries(process.env)) if (name.startsWith('GTEST_')) ENV[name] = value;
}];
