/*
 * The offline start. It keeps one page without data, /offline, and the files that page needs; it answers with them
 * where the network does not. Nothing else is ever kept: no other page, no data, no answer of the server's.
 */
const CACHE = "qinglan-BUILD"; // the build's own mark is put here when it is served
const SHELL = "/offline";
const PATIENCE = 4_000;

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(kept(request).then((found) => found ?? fetch(request)));
  else if (request.mode === "navigate" && !pathname.startsWith("/api/"))
    event.respondWith(page(request, searchParams.has("wait") ? 60_000 : PATIENCE));
});

const kept = (request) => caches.match(request, { cacheName: CACHE });

/** The network's page, or the shell where it does not come. What comes late is not waited for. */
async function page(request, patience) {
  const asked = fetch(request);
  const late = new Promise((give) => setTimeout(give, patience)).then(() => kept(SHELL));
  return (await Promise.race([asked.catch(() => kept(SHELL)), late])) ?? asked;
}

/** The shell as it came, its policy and its nonce with it, and every file it names, or a file of its names. */
async function fill() {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { cache: "no-store", credentials: "omit" });
  if (!shell.ok || shell.redirected) throw new Error(`no shell: ${shell.status}`);
  const seen = new Set();
  await Promise.all(filesIn(await shell.clone().text()).map((path) => take(cache, path, seen)));
  await cache.put(SHELL, shell);
}

/** A script names the parts it loads later. */
async function take(cache, path, seen) {
  if (seen.has(path)) return;
  seen.add(path);
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`no file: ${path}`);
  const parts = path.endsWith(".js") ? filesIn(await answer.clone().text()) : [];
  await cache.put(path, answer);
  await Promise.all(parts.map((part) => take(cache, part, seen)));
}

const named = /\bstatic\/(?:chunks|media|css)\/[\w.~%-]+\.(?:js|css|svg|woff2)\b/g;
const filesIn = (text) => [...new Set(text.match(named) ?? [])].map((path) => `/_next/${path}`);

async function dropOld() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}
