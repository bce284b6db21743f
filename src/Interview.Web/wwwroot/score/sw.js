// Answers for a scoring form when the network does not: with the page that was kept, locked, on this device. Nothing else: never the API, never a stream,
// and only public files (style, script, icon) lie in its cache. docs/decisions/0024.
const Files = 'interview-public';
const Lifetime = 72 * 60 * 60 * 1000;
const Policy = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'none'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    const card = url.pathname.match(/^\/score\/([0-9a-f-]{36})$/i)?.[1].toLowerCase();
    if (card) event.respondWith(fetch(request).catch(async lost => await kept(card) ?? Promise.reject(lost)));
  } else if (/^\/(css|js)\/|^\/favicon\./.test(url.pathname)) {
    event.respondWith(fetch(request).catch(async lost => await caches.match(request, { cacheName: Files }) ?? Promise.reject(lost)));
  }
});

async function kept(card) {
  const database = await new Promise((done, failed) => {
    const asked = indexedDB.open('interview');
    // Never made by a form: there is nothing to answer with.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  }).catch(() => null);
  if (!database) return null;
  const get = (store, key) => new Promise((done, failed) => {
    const asked = database.transaction(store).objectStore(store).get(key);
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const [page, journal] = [await get('pages', card), await get('journals', card)];
  const key = page && (await get('keys', page.person))?.key;
  database.close();
  if (!key || Date.now() - Math.max(page.at, journal?.at ?? 0) > Lifetime) return null;
  const html = new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: page.iv }, key, page.data));
  return new Response(html.replace('<html', '<html data-from-device'), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': Policy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' },
  });
}
