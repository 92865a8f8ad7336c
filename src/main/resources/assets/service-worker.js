// Opens the pages of participants without a network. It keeps files of the application and one page that is the same for
// everybody; what it keeps holds no answer. It has to do with nothing outside /today, and never keeps a page it was sent.
"use strict";

const NAME = FILES[0];
const SHELL = "/today/offline/page";
const PATIENCE = 8000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name !== NAME).map((name) => caches.delete(name));
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names)))
      .then(() => self.clients.claim()),
  );
});

const late = (after) => new Promise((resolve, reject) => setTimeout(() => reject(new Error("no answer")), after));

// What was sent with a form that did not arrive, for the page that takes its place.
const unsent = new Map();

const page = async (event) => {
  const { request, resultingClientId } = event;
  const sent = request.method === "POST" ? request.clone().formData() : null;
  try {
    const answer = await Promise.race([fetch(request), late(request.method === "POST" ? 2 * PATIENCE : PATIENCE)]);
    if (answer.status < 502 || answer.status > 504) {
      return answer;
    }
  } catch (away) {
    // The page that was kept comes instead.
  }
  const shell = await caches.match(SHELL);
  if (sent !== null) {
    unsent.set(resultingClientId, [...(await sent).entries()]);
  }
  return shell ?? Response.error();
};

self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode === "navigate") {
    if (pathname === "/today" || (pathname.startsWith("/today/") && pathname !== SHELL)) {
      event.respondWith(page(event));
    }
  } else if (FILES.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
  }
});

self.addEventListener("message", (event) => {
  if (event.data === "unsent") {
    event.ports[0].postMessage(unsent.get(event.source.id) ?? null);
    unsent.delete(event.source.id);
  }
});
