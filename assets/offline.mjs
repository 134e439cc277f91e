// Keeps the page's own files, so that a page that was visited opens without a network. `cargo xtask finish` fills in which
// files these are and a number that changes with them. It knows nothing else and asks for nothing else.

const FILES = {{files}};
// Several collections may stand on one host: each keeps its own.
const OWN = `dossier ${registration.scope} `;
const CACHE = `${OWN}{{version}}`;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => {
    const old = names.filter((name) => name.startsWith(OWN) && name !== CACHE);
    return Promise.all(old.map((name) => caches.delete(name)));
  }).then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const kept = () => caches.open(CACHE).then((cache) => cache.match(request.mode === "navigate" ? "./" : request));
  // The page itself may be a newer one; the names of its files change with what is in them.
  const answer = request.mode === "navigate"
    ? fetch(request).catch(async (error) => (await kept()) ?? Promise.reject(error))
    : kept().then((found) => found ?? fetch(request));
  event.respondWith(answer);
});
