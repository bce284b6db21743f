// What a scoring form keeps on this device until the server has it: the page as it was last served and the journal of changes. Both lie in IndexedDB, locked
// with a key of this person on this device that never leaves the browser. docs/decisions/0024 says what that protects and what it does not.
const Lifetime = 72 * 60 * 60 * 1000;
const Mark = 'interview-on-device';   // whose work may lie here; never what

export const available = isSecureContext && 'indexedDB' in globalThis && Boolean(globalThis.crypto?.subtle);

let opened;
const database = () => opened ??= new Promise((done, failed) => {
  const asked = indexedDB.open('interview', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('keys', { keyPath: 'person' });
    asked.result.createObjectStore('pages', { keyPath: 'card' });
    asked.result.createObjectStore('journals', { keyPath: 'card' });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const run = async (mode, work) => {
  const transaction = (await database()).transaction(['keys', 'pages', 'journals'], mode);
  const answer = work(name => transaction.objectStore(name));
  await new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
  return answer?.result;
};

const keyOf = async person => {
  const kept = await run('readonly', store => store('keys').get(person));
  if (kept) return kept.key;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await run('readwrite', store => store('keys').put({ person, key }));
  return key;
};
const lock = async (person, text) => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(person), new TextEncoder().encode(text)) };
};
const unlock = async (person, { iv, data }) => new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(person), data));

const all = name => run('readonly', store => store(name).getAll());

/** Makes this device this person's: whatever somebody else left is erased unread. Says whether there was work among it. */
export async function claim(person) {
  await purge();
  const journals = (await all('journals')).filter(j => j.person !== person);
  const foreign = journals.length > 0 || (await all('pages')).some(p => p.person !== person);
  if (foreign) await wipe();
  localStorage.setItem(Mark, person);
  return journals.some(j => j.waiting > 0);
}

/** Three days after the last change nothing is left. */
export async function purge() {
  const [pages, journals] = [await all('pages'), await all('journals')];
  const last = card => Math.max(...[...pages, ...journals].filter(r => r.card === card).map(r => r.at));
  for (const card of new Set([...pages, ...journals].map(r => r.card))) if (Date.now() - last(card) > Lifetime) await erase(card);
}

export async function keepPage(person, card, html) {
  const locked = await lock(person, html);
  await run('readwrite', store => store('pages').put({ card, person, at: Date.now(), ...locked }));
}

export async function write(person, card, record, waiting) {
  const locked = await lock(person, JSON.stringify(record));
  await run('readwrite', store => store('journals').put({ card, person, at: Date.now(), waiting, ...locked }));
}

export async function read(person, card) {
  const found = await run('readonly', store => store('journals').get(card));
  return found?.person === person ? JSON.parse(await unlock(person, found)) : null;
}

export const erase = card => run('readwrite', store => { store('pages').delete(card); store('journals').delete(card); });

export async function wipe() {
  await run('readwrite', store => { for (const name of ['keys', 'pages', 'journals']) store(name).clear(); });
  localStorage.removeItem(Mark);
}

export const whose = () => localStorage.getItem(Mark);

/** Before signing out: sends what waits; how many changes stay behind. */
export async function sendAll() {
  let left = 0, token;
  for (const { card, person, waiting } of (await all('journals')).filter(j => j.waiting > 0)) {
    const record = await read(person, card);
    const messages = [...(record.batch ? [record.batch] : []), ...(record.queue.length > 0 ? [{ sequence: record.sequence + 1, changes: record.queue }] : [])];
    try {
      token ??= (await (await fetch('/api/score/token', { redirect: 'error', cache: 'no-store' })).json()).token;
      for (const message of messages) {
        const answer = await fetch(`/api/score/${card}`, {
          method: 'POST', redirect: 'error', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token },
          body: JSON.stringify({ device: record.device, sequence: message.sequence, changes: message.changes }),
        });
        if (answer.status !== 200) throw new Error(answer.status);
      }
      await erase(card);
    } catch {
      left += waiting;
    }
  }
  return left;
}
