// Has the browser keep the game for when there is no network (sw.js). Inside
// another page it must not: an LMS or a portal decides for itself what is kept.

export function keep() {
  if (globalThis.self !== globalThis.top || !("serviceWorker" in navigator)) return Promise.resolve(null);
  return navigator.serviceWorker.register(new URL("../sw.js", import.meta.url)).catch(() => null);
}
