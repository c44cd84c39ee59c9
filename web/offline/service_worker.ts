// Serves the page without a network: caches one version, completely or not at all.
//
// A version is the list FILES with the hash of every file; scripts/offline.mjs
// writes it. A new version is fetched next to the one in use. It waits until the
// reader accepts it or no window is open. Windows of an older version still get
// its files, which all have a hash in their names. Frames in other pages are not
// handled.

declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
const HASHES = new Map(FILES);
// Another copy of Sextant on the same origin has its own caches.
const PREFIX = `sextant ${scope} `;
const CACHE = PREFIX + VERSION;
// Stored in the cache of a replaced version: the windows that still use it.
const WINDOWS = `${scope}windows`;
const NAMED_BY_HASH = /^assets\/[^/]+-\w{8}\.(js|css|wasm|txt)$/;

// --- Installing a version -------------------------------------------------------------------------------

async function hashOf(response: Response): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

// Browsers refuse a redirected response for a navigation.
function withoutRedirection(response: Response): Response {
  return response.redirected ? new Response(response.body, response) : response;
}

/** The file of exactly this version; throws if the host has another one. */
async function fetchExactly([file, hash]: [string, string]): Promise<Response> {
  const url = scope + file;
  const sources = [() => caches.match(url), () => fetch(url), () => fetch(url, { cache: 'reload' })];
  for (const source of sources) {
    const response = await source();
    if (response?.ok && await hashOf(response) === hash) return withoutRedirection(response);
  }
  throw new Error(`${url} is not of version ${VERSION}`);
}

async function install(): Promise<void> {
  const responses = await Promise.all(FILES.map(fetchExactly));
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(responses.map((response, index) => cache.put(scope + FILES[index][0], response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// --- Removing a version -----------------------------------------------------------------------------

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

async function windowsOf(name: string): Promise<string[] | undefined> {
  const record = await (await caches.open(name)).match(WINDOWS);
  return record?.json();
}

/** Records the windows that use the previous version. */
async function recordWindows(): Promise<void> {
  const names = await ourCaches();
  // In the order of creation: a cache after this one belongs to a newer version.
  const before = names.slice(0, names.indexOf(CACHE));
  const records = await Promise.all(before.map(windowsOf));
  const recorded = new Set(records.flat());
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ids = open.filter(({ id, url }) => url.startsWith(scope) && !recorded.has(id)).map(({ id }) => id);
  await Promise.all(before.filter((_, index) => !records[index]).map(async (name) =>
    (await caches.open(name)).put(WINDOWS, new Response(JSON.stringify(ids)))));
}

/** Deletes the versions that no window uses any more. */
async function deleteUnused(): Promise<void> {
  for (const name of await ourCaches()) {
    const ids = name !== CACHE && await windowsOf(name);
    if (!ids) continue;
    const windows = await Promise.all(ids.map((id) => self.clients.get(id)));
    if (!windows.some(Boolean)) await caches.delete(name);
  }
}

async function activate(): Promise<void> {
  await recordWindows();
  await deleteUnused();
  // Includes the page of the first visit.
  await self.clients.claim();
}

// --- Requests --------------------------------------------------------------------------------------

const frames = new Set<string>();

const stored = async (file: string) => (await caches.open(CACHE)).match(scope + file, { ignoreVary: true });

async function isInFrame(clientId: string): Promise<boolean> {
  const client = await self.clients.get(clientId);
  return !!client && (client.frameType === 'nested' || client.url.startsWith(`${scope}embed.html`));
}

async function answer({ clientId, request }: FetchEvent, file: string): Promise<Response> {
  if (await isInFrame(clientId)) return fetch(request);
  const found = HASHES.has(file) ? await stored(file) : await caches.match(scope + file, { ignoreVary: true });
  return found ?? fetch(request);
}

function respond(event: FetchEvent): void {
  const { request, clientId, resultingClientId } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== 'GET' || !address.startsWith(scope)) return;
  const file = address.slice(scope.length).replace(/(^|\/)index\.html$/, '$1');
  if (request.mode === 'navigate') {
    if (request.destination !== 'document' || file === 'embed.html') frames.add(resultingClientId);
    else if (HASHES.has(file)) {
      event.respondWith(stored(file).then((page) => page ?? fetch(request)));
      event.waitUntil(deleteUnused());
    }
  } else if (!frames.has(clientId) && (HASHES.has(file) || NAMED_BY_HASH.test(file))) {
    event.respondWith(answer(event, file));
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', respond);
self.addEventListener('message', ({ data }) => {
  if (data === 'activate') void self.skipWaiting();
});
