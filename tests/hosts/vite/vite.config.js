// EXCLUDED=1: as README advises for Vite 7 and older.
const excluded = process.env.EXCLUDED ? ['sextant-engine', 'sextant-engine/tools'] : [];

export default {
  base: './',
  optimizeDeps: { exclude: excluded },
  build: { rollupOptions: { input: ['index.html', 'inline.html', 'given.html'] } },
};
