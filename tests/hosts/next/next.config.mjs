// With EXTERNAL, the server takes the package as it stands instead of a bundle of it.
const root = import.meta.dirname;

export default {
  serverExternalPackages: process.env.EXTERNAL ? ['sextant-engine'] : [],
  turbopack: { root },
  outputFileTracingRoot: root,
};
