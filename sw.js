// Keeps the game on this computer, so that it opens without a network after
// the first visit. With a network nothing changes: a page that came from it
// takes all its parts from it, and a page that came from here takes them from
// here, so that page, glue and program are never of different builds.

const FILES = {}; // name → hash of what it holds; internal/site fills it in
const scope = self.registration.scope;
const patience = 4000; // ms: a network slower than this counts as none, for a page that is kept

const open = () => caches.open(`earned ${scope}`);
const key = (name) => `${scope}${name}?${FILES[name]}`;

// kept is a file of this version, if it is here.
async function kept(name) {
  return (await open()).match(key(name));
}

// keep fetches what is not here yet. A file that is not of this version (the
// site is just being replaced) makes all of it fail, to be tried again at the
// next visit.
async function keep() {
  const cache = await open();
  for (const name of Object.keys(FILES)) {
    if (await cache.match(key(name))) continue;
    const answer = await fetch(scope + name, { cache: "no-cache" });
    const body = await answer.arrayBuffer();
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
    const hash = Array.from(sum.subarray(0, 12), (b) => b.toString(16).padStart(2, "0")).join("");
    if (!answer.ok || hash !== FILES[name]) throw new Error(`${name} is not of this version`);
    const headers = new Headers(answer.headers);
    for (const h of ["Content-Encoding", "Content-Length"]) headers.delete(h);
    await cache.put(key(name), new Response(body, { headers }));
  }
}

// forget removes what is of no use to this version.
async function forget() {
  const cache = await open();
  const mine = new Set(Object.keys(FILES).map(key));
  for (const request of await cache.keys()) if (!mine.has(request.url)) await cache.delete(request);
}

const source = new Map(); // client → whether its page came from here

// page is asked of the network first.
async function page(event, name) {
  const here = await kept(name);
  const client = event.resultingClientId;
  try {
    const network = Promise.resolve(event.preloadResponse).then((answer) => answer ?? fetch(event.request));
    const late = new Promise((_, no) => setTimeout(no, here ? patience : 60_000));
    const answer = await Promise.race([network, late]);
    if (answer.status < 500 || !here) {
      source.set(client, false);
      return answer;
    }
  } catch (fault) {
    if (!here) throw fault;
  }
  source.set(client, true);
  return here;
}

// part is what a page that came from here asks for; of a page not known (this
// worker was asleep since), the network is asked first.
async function part(event, name) {
  const here = await kept(name);
  if (here && source.get(event.clientId)) return here;
  try {
    return await fetch(event.request);
  } catch (fault) {
    if (here) return here;
    throw fault;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([forget(), self.registration.navigationPreload?.enable()])));

self.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  let name = address.slice(scope.length);
  if (name === "" || name.endsWith("/")) name += "index.html";
  if (!(name in FILES)) return;
  if (request.mode === "navigate") event.respondWith(page(event, name));
  else if (source.get(clientId) !== false) event.respondWith(part(event, name));
});

// The self-test page asks how much is kept.
self.addEventListener("message", (event) => {
  if (event.data !== "kept") return;
  const names = Object.keys(FILES);
  const count = Promise.all(names.map(kept)).then((all) => {
    event.source.postMessage({ kept: all.filter(Boolean).length, of: names.length });
  });
  event.waitUntil(count);
});
