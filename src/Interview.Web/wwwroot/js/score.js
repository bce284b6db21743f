// The scoring form saves while one types. Each message carries this page's device id and a number; only the answer 200 takes a change off the list.
// Without this script the same form posts as a whole.
const form = document.getElementById('score');
const say = (key, ...args) => form.dataset[key].replace(/\{(\d)\}/g, (_, i) => args[i]);
const status = document.getElementById('save-state');
const fields = name => [...form.elements].filter(field => field.name === name);
const device = 'form-' + [...crypto.getRandomValues(new Uint8Array(12))].map(b => b.toString(16).padStart(2, '0')).join('');

let version = Number(form.dataset.version);
let sequence = 0;
let token = form.elements.__RequestVerificationToken.value;
let batch = null;            // sent, not answered with 200 yet: it stays as it is until then
const queue = new Map();     // typed since
const held = new Map();      // refused or changed elsewhere: waits for the one who typed it
let busy = false, failures = 0, timer = 0, trouble = null, savedAt = null;

// ---- what a field says ----
const valueOf = name => {
  const [kind] = name.split('.');
  if (kind === 'note') return fields(name)[0].value;
  const marked = fields(name).filter(field => field.checked);
  return kind === 'tick' ? marked.at(-1)?.value ?? 'None' : marked[0]?.value;
};
const changeOf = name => {
  const [kind, item] = name.split('.');
  const value = valueOf(name);
  const change = { item, seen: queue.get(name)?.seen ?? version };
  if (kind === 'note') return { ...change, kind: 'Note', text: value };
  if (kind === 'tick') return { ...change, kind: 'Tick', mark: value };
  return value === 'NotObserved' ? { ...change, kind: 'Rating', outcome: value } : { ...change, kind: 'Rating', outcome: 'Scored', point: Number(value) };
};
const nameOf = change => `${change.kind.toLowerCase()}.${change.item}`;

// ---- the one line that says how it stands ----
const unsaved = () => new Set([...queue.keys(), ...held.keys(), ...(batch?.changes.map(nameOf) ?? [])]).size;
const show = () => {
  const waiting = unsaved();
  status.dataset.unsaved = String(waiting > 0);
  const words = waiting === 1 ? say('sayOne') : say('sayOther', waiting);
  const [tone, text] = trouble ? ['warn', waiting > 0 ? `${words} ${trouble}` : trouble]
    : held.size > 0 ? ['bad', `${words} ${say(([...held.values()].some(h => h.theirs !== undefined)) ? 'sayBoth' : 'sayWrong')}`]
    : busy ? ['note', say('saySaving')] : waiting > 0 ? ['note', words] : savedAt ? ['ok', say('saySaved', savedAt)] : ['', null];
  status.className = `push saved ${tone}`;
  if (text && status.querySelector('[data-text]').textContent !== text) status.querySelector('[data-text]').textContent = text;
};

// ---- sending ----
const later = why => {
  failures++;
  trouble = why;
  clearTimeout(timer);
  timer = setTimeout(flush, Math.min(10_000, 500 * 2 ** failures));
};
const freshToken = async () => {
  const answer = await fetch('/api/score/token', { redirect: 'error', cache: 'no-store' });
  if (answer.status === 401) return 401;
  if (answer.ok) token = (await answer.json()).token;
  return answer.status;
};
const send = () => fetch(form.dataset.api, {
  method: 'POST', redirect: 'error', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token },
  body: JSON.stringify({ device, sequence: batch.sequence, changes: batch.changes }),
});
const oldToken = async answer => answer.status === 400 && ((await answer.clone().json().catch(() => null))?.errors ?? []).some(e => e.code === 'scoring.token-old');

async function flush() {
  clearTimeout(timer);
  if (busy) return;
  if (!batch) {
    if (queue.size === 0) return show();
    batch = { sequence: ++sequence, changes: [...queue.values()] };
    queue.clear();
  }
  busy = true;
  show();
  try {
    let answer = await send();
    if (await oldToken(answer)) {
      const state = await freshToken();
      answer = state === 401 ? new Response(null, { status: 401 }) : await send();
    }
    await heard(answer);
  } catch {
    later(say('sayLost'));
  }
  busy = false;
  show();
  if (!batch && queue.size > 0) return flush();
}

async function heard(answer) {
  if (answer.status === 200) {
    version = (await answer.json()).version;
    form.elements.seen.value = version;
    batch = null; failures = 0; trouble = null;
    savedAt = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
    return;
  }
  if (answer.status === 401) return signIn();
  if (answer.status === 409 || answer.status === 422) return apart(answer.status, (await answer.json()).errors ?? []);
  later(say('sayLost'));
}

function signIn() {
  later(say('saySignIn'));
  if (document.getElementById('sign-in-again')) return;
  const link = Object.assign(document.createElement('a'), { id: 'sign-in-again', href: form.dataset.signIn, target: '_blank', rel: 'noopener', className: 'btn btn-s', textContent: say('saySignIn') });
  status.after(link);
}

// Nothing of the message was applied: what was refused waits beside its field, the rest goes again.
function apart(kind, errors) {
  trouble = null;
  const about = new Map(errors.filter(e => e.pointer).map(e => [e.pointer, e]));
  if (about.size === 0) return later(errors[0]?.text ?? say('sayLost'));
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
}

// ---- beside the field ----
const placeOf = name => form.querySelector(`[data-wrong="${CSS.escape(name)}"]`) ?? fields(name)[0]?.closest('.ti');
const wrong = (name, text) => {
  const place = placeOf(name);
  if (!place?.dataset.wrong) return;
  place.hidden = !text;
  place.textContent = text ?? '';
};
const both = (name, theirs, now) => {
  const place = placeOf(name);
  const box = document.getElementById('both').content.firstElementChild.cloneNode(true);
  box.dataset.both = name;
  box.querySelector('[data-theirs]').textContent = theirs || '–';
  form.querySelector(`[data-both="${CSS.escape(name)}"]`)?.remove();
  place.after(box);
  box.addEventListener('click', event => {
    const keep = event.target.closest('[data-keep]')?.dataset.keep;
    if (!keep) return;
    held.delete(name);
    box.remove();
    if (keep === 'theirs') put(name, theirs);
    else queue.set(name, { ...changeOf(name), seen: now });
    tell();
    flush();
  });
};
const put = (name, value) => {
  if (name.startsWith('note.')) fields(name)[0].value = value;
  else for (const field of fields(name)) field.checked = field.value === value;
};

// ---- typing ----
const typed = (name, wait) => {
  if (held.get(name)?.theirs !== undefined) return show();
  held.delete(name);
  wrong(name, null);
  queue.set(name, changeOf(name));
  tell();
  show();
  if (failures > 0) return;
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
};
form.addEventListener('input', event => {
  const { name, type, value, checked } = event.target;
  if (!/^(rating|note|tick)\./.test(name)) return;
  // Shown and its opposite exclude each other.
  if (type === 'checkbox' && checked) for (const other of fields(name)) other.checked = other.value === value;
  typed(name, type === 'textarea' ? 800 : 150);
});
form.addEventListener('change', event => { if (event.target.type === 'textarea') flush(); });
addEventListener('online', flush);
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => { if (unsaved() > 0) flush(); });

// ---- progress ----
const steps = [...form.querySelectorAll('[data-step]')];
const ratings = [...form.querySelectorAll('[data-rating]')];
const skipped = Number(document.querySelector('[data-scored]')?.textContent.match(/\d+/g)?.[1] ?? ratings.length) - ratings.length;
function tell() {
  let scored = 0;
  for (const group of ratings) {
    const marked = group.querySelector('input:checked');
    const number = group.dataset.rating;
    const link = form.querySelector(`[data-nav="${number}"]`);
    scored += marked ? 1 : 0;
    link?.classList.toggle('done', Boolean(marked));
    const text = link?.querySelector('[data-nav-text]');
    if (text) text.textContent = !marked ? say('sayBlank') : marked.value === 'NotObserved' ? say('sayNotObserved') : say('sayScore', marked.value);
    const blank = form.querySelector(`[data-blank="${number}"]`);
    if (blank) blank.hidden = Boolean(marked);
  }
  form.querySelector('[data-blanks]').hidden = scored === ratings.length;
  form.querySelector('[data-complete]').hidden = scored < ratings.length;
  const line = document.querySelector('[data-scored]');
  if (line) line.textContent = say('sayScored', scored + skipped, ratings.length + skipped);
  return scored === ratings.length;
}

// ---- one question at a time on a phone ----
const go = { previous: document.querySelector('[data-go="previous"]'), next: document.querySelector('[data-go="next"]') };
let now = 0;
const stand = (at, focus) => {
  now = Math.max(0, Math.min(steps.length - 1, at));
  steps.forEach((step, i) => step.classList.toggle('is-now', i === now));
  form.querySelectorAll('[data-nav]').forEach(link => link.dataset.nav === steps[now].dataset.step ? link.setAttribute('aria-current', 'step') : link.removeAttribute('aria-current'));
  go.previous.setAttribute('aria-disabled', String(now === 0));
  go.next.hidden = now === steps.length - 1;
  go.next.querySelector('[data-next]').hidden = now >= steps.length - 2;
  go.next.querySelector('[data-last]').hidden = now < steps.length - 2;
  if (focus) {
    scrollTo(0, 0);
    steps[now].focus({ preventScroll: true });
  }
};
const toHash = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  const at = target ? steps.findIndex(step => step.contains(target)) : -1;
  if (at < 0) return;
  stand(at, false);
  target.scrollIntoView({ block: 'center' });
  target.focus?.({ preventScroll: true });
};
go.previous.addEventListener('click', () => stand(now - 1, true));
go.next.addEventListener('click', () => stand(now + 1, true));
addEventListener('hashchange', toHash);

// ---- save now, hand in ----
const settled = async () => {
  failures = 0;
  for (let tries = 0; tries < 40 && (busy || batch || queue.size > 0); tries++) {
    if (!busy) await flush();
    if (trouble || held.size > 0) break;
    if (busy) await new Promise(done => setTimeout(done, 50));
  }
  return unsaved() === 0;
};
const hand = async () => {
  if (!await settled()) return show();
  if (tell()) return document.getElementById('seal-dialog').showModal();
  stand(steps.length - 1, true);
  location.hash = 'check';
  form.querySelector('[data-blank]:not([hidden]) a')?.focus();
};
form.addEventListener('submit', async event => {
  const button = event.submitter;
  if (button?.dataset.sure !== undefined) return;
  event.preventDefault();
  if (button?.value === 'seal') await hand();
  else { await settled(); show(); }
});

document.documentElement.classList.add('scripted');
for (const button of document.querySelectorAll('[data-plain]')) button.hidden = true;
form.classList.add('stepping');
tell();
// Goes on where the last score was given.
stand(steps.findLastIndex(step => step.querySelector('[data-rating] input:checked')) + 1, false);
toHash();
