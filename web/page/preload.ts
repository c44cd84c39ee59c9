// Starts to download the face that the page will show, while the page's own
// script still loads, and leaves out what is about the preset when a link brings
// another scenario. A plain script of its own, because the page may be open
// under a policy without inline scripts.
const script = document.currentScript as HTMLScriptElement;
const { canvas = '', form = '' } = script.dataset;
const mode = new URLSearchParams(location.search.replace(/&(amp;)+/g, '&')).get('mode') ?? 'auto';
const isForm = mode === 'form' || (mode === 'auto' && matchMedia('(forced-colors: active)').matches);

if (location.hash) document.documentElement.dataset.linked = '';

for (const name of (isForm ? form : canvas).split(' ')) {
  const link = document.createElement('link');
  if (name.endsWith('.wasm')) Object.assign(link, { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: '' });
  else link.rel = 'modulepreload';
  link.href = new URL(`../${name}`, script.src).href;
  document.head.append(link);
}

if (location.protocol === 'file:') {
  const teller = document.createElement('script');
  teller.src = new URL('from_disk.js', script.src).href;
  document.head.append(teller);
}

export {};
