// The scoring form. Each change is in the journal of this device before anything else; from there it goes to the server, numbered, and only the answer 200
// takes it off the list. Without this script the same form posts as a whole.
import * as journal from './journal.js';
import { follow } from './live.js';
import { evidence } from './evidence.js';
import { stepping } from './steps.js';

const html = `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;
const fromDevice = 'fromDevice' in document.documentElement.dataset;
const form = document.getElementById('score');
const say = (key, ...args) => form.dataset[key].replace(/\{(\d)\}/g, (_, i) => args[i]);
const status = document.getElementById('save-state');
const banner = document.querySelector('[data-banner]');
const seal = document.getElementById('seal-dialog');
const { card, owner } = form.dataset;
const fields = name => [...form.elements].filter(field => field.name === name);
const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });

let device = 'form-' + [...crypto.getRandomValues(new Uint8Array(12))].map(b => b.toString(16).padStart(2, '0')).join('');
let version = Number(form.dataset.version);
let sequence = 0;
let token = form.elements.__RequestVerificationToken.value;
let batch = null;            // sent, not answered with 200 yet: it stays as it is until then
const queue = new Map();     // typed since
const held = new Map();      // refused or changed elsewhere: waits for the one who typed it
let mirror = {};             // the server has these, the kept page has not
let ready = false, busy = false, failures = 0, timer = 0, savedAt = null, lostAt = null;

// ---- what a field says ----
const valueOf = name => {
  const [kind] = name.split('.');
  if (kind !== 'rating' && kind !== 'tick') return fields(name)[0].value;
  const marked = fields(name).filter(field => field.checked);
  return kind === 'tick' ? marked.at(-1)?.value ?? 'None' : marked[0]?.value;
};
const kinds = { rating: 'Rating', note: 'Note', tick: 'Tick', quote: 'Quote', memo: 'Memo' };
const changeOf = name => {
  const [kind, item] = name.split('.');
  const value = valueOf(name);
  const change = { kind: kinds[kind], item, seen: queue.get(name)?.seen ?? version };
  if (kind === 'tick') return { ...change, mark: value };
  if (kind !== 'rating') return { ...change, text: value };
  return value === 'NotObserved' ? { ...change, outcome: value } : { ...change, outcome: 'Scored', point: Number(value) };
};
const nameOf = change => `${change.kind.toLowerCase()}.${change.item}`;
const saidIn = change => change.text ?? change.mark ?? (change.point === undefined || change.point === null ? change.outcome : String(change.point));
const put = (name, value) => {
  if (/^(rating|tick)\./.test(name)) for (const field of fields(name)) field.checked = field.value === value;
  else if (fields(name)[0]) fields(name)[0].value = value;
};

// ---- the journal ----
let own = journal.available; // this window writes it
let dirty = false, writing = null;
const keep = () => {
  if (!own || !ready) return;
  dirty = true;
  writing ??= (async () => {
    try {
      while (dirty) {
        dirty = false;
        const waits = [...queue.values(), ...[...held.values()].map(h => h.change)];
        await journal.write(owner, card, { device, sequence, version, batch, queue: waits, mirror }, unsaved());
      }
    } catch {
      // No room, or storage is switched off: from here on only the server keeps it, and the form says so.
      own = false;
    }
    writing = null;
    show();
  })();
};
const onDevice = () => own && ready && !dirty && !writing;
// Two windows of one form would write over each other's journal: the second goes without.
const first = () => new Promise(tell => {
  if (!navigator.locks) return tell(true);
  navigator.locks.request(`interview-${card}`, { signal: AbortSignal.timeout(2_000) }, () => { tell(true); return new Promise(() => {}); }).catch(() => tell(false));
});
async function begin() {
  try {
    if (own && !await first()) { own = false; document.querySelector('[data-elsewhere]').hidden = false; }
    if (own) {
      if (await journal.claim(owner)) document.querySelector('[data-wiped]').hidden = false;
      const record = await journal.read(owner, card);
      if (record) {
        ({ device, sequence, batch } = record);
        if (fromDevice) {
          ({ version, mirror } = record);
          for (const [name, change] of Object.entries(mirror)) if (!queue.has(name)) put(name, saidIn(change));
        }
        for (const change of batch?.changes ?? []) if (!queue.has(nameOf(change))) put(nameOf(change), saidIn(change));
        for (const change of record.queue) {
          const name = nameOf(change);
          // What is being typed already goes before what was typed then.
          if (queue.has(name)) continue;
          put(name, saidIn(change));
          queue.set(name, change);
        }
      }
      if (!fromDevice) await journal.keepPage(owner, card, html);
      keepFiles();
      navigator.serviceWorker?.register('/score/sw.js', { scope: '/score/' }).catch(() => {});
    }
  } catch {
    own = false;
  }
  ready = true;
  if (!own && !journal.available) document.querySelector('[data-server-only]').hidden = false;
  // What was put back into the fields shows everywhere it counts.
  evident();
  tell();
  keep();
  flush();
}
// Style, script and icon, so that the page looks the same without a network. Nothing of a person is among them.
const keepFiles = async () => {
  const files = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]')].map(e => e.href || e.src);
  const imported = performance.getEntriesByType('resource').map(e => e.name).filter(name => new URL(name).pathname.startsWith('/js/'));
  await (await caches.open('interview-public')).addAll([...new Set([...files, ...imported])]).catch(() => {});
};

// ---- the one line that says how it stands ----
const unsaved = () => new Set([...queue.keys(), ...held.keys(), ...(batch?.changes.map(nameOf) ?? [])]).size;
const show = () => {
  const waiting = unsaved();
  // Leaving is safe once it lies on this device.
  status.dataset.unsaved = String(waiting > 0 && !onDevice());
  const differ = [...held.values()].some(h => h.theirs !== undefined);
  const count = waiting === 1 ? say('sayOne') : say('sayOther', waiting);
  const [tone, icon, text] = held.size > 0 ? ['bad', 'warning', differ ? say('sayBoth') : say('sayWrong')]
    : waiting > 0 && onDevice() && (failures > 0 || lostAt) ? ['warn', 'device', `${say('sayDevice')} · ${count}`]
    : waiting > 0 && failures > 0 ? ['bad', 'alert', `${say('sayNowhere')} · ${count}`]
    : waiting > 0 ? ['note', onDevice() ? 'device' : 'edit', onDevice() ? say('sayDevice') : say('saySaving')]
    : savedAt ? ['ok', 'cloud', say(own || !ready ? 'saySaved' : 'saySavedOnly', savedAt)] : ['ok', 'cloud', say(own || !ready ? 'sayServer' : 'sayServerOnly')];
  status.className = `push saved ${tone}`;
  for (const drawing of status.querySelectorAll('[data-icon]')) drawing.hidden = drawing.dataset.icon !== icon;
  // On a phone there is room for the first words only.
  const [words, ...rest] = text.split(' · '), more = rest.length > 0 ? ` · ${rest.join(' · ')}` : '';
  const line = status.querySelector('[data-text]');
  if (line.textContent !== words + more) line.replaceChildren(words, Object.assign(document.createElement('span'), { className: 'hide-s', textContent: more }));
  banner.hidden = lostAt === null;
  if (lostAt) banner.querySelector('[data-since]').textContent = say('sayLost', lostAt);
  if (lostAt) banner.querySelector('[data-waits]').textContent = waiting === 0 ? '' : say(own ? 'sayWaitsDevice' : 'sayWaitsPage', count);
  for (const button of document.querySelectorAll('[data-seal]')) {
    button.setAttribute('aria-disabled', String(lostAt !== null));
    button.querySelector('[data-verb]').textContent = lostAt ? say('saySealLater') : say('saySeal');
  }
};

// ---- sending ----
const later = lost => {
  failures++;
  if (lost) lostAt ??= clock();
  clearTimeout(timer);
  timer = setTimeout(flush, Math.min(10_000, 500 * 2 ** failures));
};
const freshToken = async () => {
  const answer = await fetch('/api/score/token', { redirect: 'error', cache: 'no-store' });
  if (answer.ok) token = (await answer.json()).token;
  return answer.status;
};
const post = async (address, body) => {
  const send = () => fetch(address, { method: 'POST', redirect: 'error', referrerPolicy: 'no-referrer', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token }, body });
  const answer = await send();
  if (answer.status !== 400 || !((await answer.clone().json().catch(() => null))?.errors ?? []).some(e => e.code === 'scoring.token-old')) return answer;
  return await freshToken() === 401 ? new Response(null, { status: 401 }) : send();
};

async function flush() {
  clearTimeout(timer);
  if (busy || !ready) return;
  if (!batch) {
    if (queue.size === 0) return show();
    batch = { sequence: ++sequence, changes: [...queue.values()] };
    queue.clear();
    keep();
    // The number is in the journal before it is used, or a reload would use it for something else.
    await writing;
  }
  busy = true;
  show();
  try {
    await heard(await post(form.dataset.api, JSON.stringify({ device, sequence: batch.sequence, changes: batch.changes })));
  } catch {
    later(true);
  }
  busy = false;
  show();
  if (!batch && queue.size > 0 && failures === 0) return flush();
}

async function heard(answer) {
  if (answer.status === 200) {
    ({ version } = await answer.json());
    form.elements.seen.value = version;
    for (const change of batch.changes) mirror[nameOf(change)] = change;
    batch = null; failures = 0; lostAt = null;
    savedAt = clock();
    document.getElementById('sign-in-again')?.remove();
    return keep();
  }
  lostAt = null;
  if (answer.status === 401) return signIn();
  if (answer.status === 409 || answer.status === 422) return apart(answer.status, (await answer.json()).errors ?? []);
  if (answer.status === 404 || answer.status === 403) return location.reload();
  later(true);
}

// Everything lies on this device, so one may sign in right here; where it does not, in a second window.
function signIn() {
  later(false);
  if (document.getElementById('sign-in-again')) return;
  const link = Object.assign(document.createElement('a'), { id: 'sign-in-again', href: form.dataset.signIn, className: 'btn btn-s', textContent: say('saySignIn') });
  if (!own) Object.assign(link, { target: '_blank', rel: 'noopener' });
  status.after(link);
}

// Nothing of the message was applied: what was refused waits beside its field, the rest goes again.
function apart(kind, errors) {
  failures = 0;
  const about = new Map(errors.filter(e => e.pointer).map(e => [e.pointer, e]));
  if (about.size === 0) {
    // Handed in or excused meanwhile, perhaps on another device: the server's page says so, and what was typed stays in the journal.
    if (errors.some(e => e.code === 'scoring.sealed' || e.code === 'scoring.excused')) return location.reload();
    return later(false);
  }
  for (const change of batch.changes) {
    const name = nameOf(change), error = about.get(name);
    if (!error) { if (!queue.has(name)) queue.set(name, change); continue; }
    queue.delete(name);
    if (kind === 409) {
      const [theirs, , now] = error.args;
      held.set(name, { change, theirs, now });
      both(name, theirs, now);
    } else {
      held.set(name, { change });
      wrong(name, error.text);
    }
  }
  batch = null;
  keep();
}

// ---- beside the field ----
const placeOf = name => form.querySelector(`[data-wrong="${CSS.escape(name)}"]`) ?? fields(name)[0]?.closest('.ti');
const wrong = (name, text) => {
  const place = placeOf(name);
  if (!place?.dataset.wrong) return;
  place.hidden = !text;
  place.textContent = text ?? '';
};
// A mark is shown by its label, a text as it is.
const worded = (name, value) => fields(name).find(field => field.value === value && field.type !== 'textarea')?.closest('label')?.innerText.trim() || value || '–';
const both = (name, theirs, now) => {
  const place = placeOf(name);
  const box = document.getElementById('both').content.firstElementChild.cloneNode(true);
  box.dataset.both = name;
  box.querySelector('[data-theirs]').textContent = worded(name, theirs);
  box.querySelector('[data-mine]').textContent = worded(name, valueOf(name));
  form.querySelector(`[data-both="${CSS.escape(name)}"]`)?.remove();
  place.after(box);
  box.addEventListener('click', event => {
    const kept = event.target.closest('[data-keep]')?.dataset.keep;
    if (!kept) return;
    held.delete(name);
    box.remove();
    if (kept === 'theirs') put(name, theirs);
    else queue.set(name, { ...changeOf(name), seen: now });
    evident();
    tell();
    keep();
    flush();
    fields(name)[0]?.focus();
  });
};

// ---- typing ----
const typed = (name, wait) => {
  const differs = held.get(name);
  if (differs?.theirs !== undefined) {
    // While one chooses, one may still write on.
    held.set(name, { ...differs, change: { ...changeOf(name), seen: differs.change.seen } });
    form.querySelector(`[data-both="${CSS.escape(name)}"] [data-mine]`).textContent = worded(name, valueOf(name));
    keep();
    return show();
  }
  held.delete(name);
  wrong(name, null);
  queue.set(name, changeOf(name));
  keep();
  tell();
  show();
  if (failures > 0) return;
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
};
form.addEventListener('input', event => {
  const { name, type, value, checked } = event.target;
  if (!/^(rating|note|tick|quote|memo)\./.test(name)) return;
  // Shown and its opposite exclude each other.
  if (type === 'checkbox' && checked) for (const other of fields(name)) other.checked = other.value === value;
  typed(name, type === 'textarea' ? 800 : 150);
});
form.addEventListener('change', event => { if (event.target.type === 'textarea' && failures === 0) flush(); });
addEventListener('online', () => { failures = 0; flush(); });
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => { if (unsaved() > 0) flush(); });
banner.querySelector('button').addEventListener('click', () => { failures = 0; flush(); });

// ---- progress ----
const steps = [...form.querySelectorAll('[data-step]')];
let ratings = [...form.querySelectorAll('[data-rating]')];
const skipped = Number(form.dataset.items) - ratings.length;
const evident = evidence(form, { fields, typed, say });
function tell() {
  let scored = 0, bare = 0;
  const left = new Map();
  for (const group of ratings) {
    const marked = group.querySelector('input:checked');
    const number = group.dataset.rating;
    scored += marked ? 1 : 0;
    if (!marked) left.set(number, (left.get(number) ?? 0) + 1);
    const link = form.querySelector(`[data-nav="${number}"]`);
    const text = link?.querySelector('[data-nav-text]');
    const here = ratings.filter(other => other.dataset.rating === number);
    if (text) text.textContent = here.length > 1 ? say('sayScored', here.filter(g => g.querySelector('input:checked')).length, here.length)
      : !marked ? say('sayBlank') : marked.value === 'NotObserved' ? say('sayNotObserved') : say('sayScore', marked.value);
    const lacks = evident.lacks(group, marked?.value);
    const hint = group.querySelector('[data-thin]');
    hint.hidden = lacks === null;
    if (lacks) hint.querySelector('[data-text]').textContent = say(lacks === 'must' ? 'sayEvidenceMust' : 'sayEvidenceThin');
    hint.classList.toggle('t-bad', lacks === 'must');
    bare += lacks === 'must' ? 1 : 0;
    const line = form.querySelector(`[data-bare="${group.dataset.item}"]`);
    if (line) line.hidden = lacks !== 'must';
  }
  for (const line of form.querySelectorAll('[data-blank]')) line.hidden = !left.has(line.dataset.blank);
  for (const step of steps) {
    const link = form.querySelector(`[data-nav="${step.dataset.step}"]`), here = ratings.filter(g => g.dataset.rating === step.dataset.step);
    const begun = here.some(g => g.querySelector('input:checked')) || [...step.querySelectorAll('textarea[name^="note."]')].some(t => t.value.trim());
    link?.classList.toggle('done', here.length > 0 ? !left.has(step.dataset.step) : begun);
    link?.classList.toggle('begun', begun);
  }
  form.querySelector('[data-blanks]').hidden = scored === ratings.length;
  form.querySelector('[data-bares]').hidden = bare === 0;
  form.querySelector('[data-complete]').hidden = scored < ratings.length || bare > 0;
  for (const line of document.querySelectorAll('[data-scored]')) line.textContent = say('sayScored', scored + skipped, ratings.length + skipped);
  return scored === ratings.length && bare === 0;
}

// ---- save now, hand in ----
const settled = async () => {
  failures = 0;
  for (let tries = 0; tries < 100 && (!ready || busy || batch || queue.size > 0); tries++) {
    if (ready && !busy) await flush();
    if (failures > 0 || held.size > 0) break;
    if (!ready || busy) await new Promise(done => setTimeout(done, 50));
  }
  return unsaved() === 0;
};
const go = stepping(form, steps);
const hand = async () => {
  if (!await settled()) return show();
  if (tell()) return seal.showModal();
  go.toCheck();
  form.querySelector('[data-blank]:not([hidden]) a, [data-bare]:not([hidden]) a')?.focus();
};
form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = event.submitter;
  if (button?.dataset.sure !== undefined) return handIn();
  if (button?.value === 'seal') return button.getAttribute('aria-disabled') === 'true' ? show() : hand();
  await settled();
  show();
});
async function handIn() {
  const done = answer => { seal.close(); return answer; };
  try {
    const answer = await post(`${form.dataset.api}/seal`, '{}');
    if (answer.status === 200) {
      ready = false;
      status.dataset.unsaved = 'false';
      await writing;
      if (journal.available) await journal.erase(card).catch(() => {});
      return location.replace(form.dataset.page);
    }
    done();
    if (answer.status === 401) return signIn();
    for (const error of (await answer.json().catch(() => ({}))).errors ?? []) {
      if (error.pointer) wrong(error.pointer, error.text);
      else wrong('seal', error.text);
    }
    go.toCheck();
  } catch {
    done();
    later(true);
    show();
  }
}

// ---- the room ----
const chair = document.getElementById('chair');
follow(form.dataset.live, state => {
  const at = steps.find(step => step.dataset.question === state.question);
  chair.hidden = !at;
  if (at) {
    chair.querySelector('a').href = `${form.dataset.page}#${at.id}`;
    const words = say('sayChair', at.dataset.step);
    if (chair.querySelector('[data-text]').textContent !== words) chair.querySelector('[data-text]').textContent = words;
  }
  for (const link of form.querySelectorAll('[data-nav]')) link.classList.toggle('chair', link.dataset.nav === at?.dataset.step);
  for (const group of ratings.filter(g => state.notAsked.includes(g.dataset.item))) {
    // The chair does not ask this one of anybody: there is nothing to score.
    queue.delete(`rating.${group.dataset.item}`);
    ratings = ratings.filter(g => g !== group);
    group.replaceWith(document.getElementById('not-asked').content.cloneNode(true));
  }
  tell();
  show();
});

document.documentElement.classList.add('scripted');
for (const button of document.querySelectorAll('[data-plain]')) button.hidden = true;
begin();
