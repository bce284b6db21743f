// What every page shares: theme, keys, menus, dialogs, leaving with unsaved work, reconnecting. Everything works by delegation on the document,
// so pages that change under it need no wiring.
const root = document.documentElement;
const cookie = (name, value) => {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
};

// Theme: without this script the same button posts and the page comes back in the other theme.
const wear = theme => {
  root.dataset.theme = theme;
  cookie('interview-theme', theme);
  for (const sheet of document.querySelectorAll('link[data-mode]')) sheet.media = sheet.dataset.mode === theme ? 'all' : 'not all';
};

const closeMenus = except => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (menu !== except) menu.open = false;
};

document.addEventListener('click', event => {
  const at = selector => event.target.closest?.(selector);
  // A menu closes when one looks elsewhere, and when something in it was chosen.
  closeMenus(at('details.menu > ul :is(a, button)') ? null : at('details.menu'));

  const theme = at('[data-theme-to]');
  if (theme) {
    event.preventDefault();
    wear(theme.dataset.themeTo);
    theme.parentElement.querySelector(`[data-theme-to]:not([data-theme-to="${theme.dataset.themeTo}"])`)?.focus();
  }

  // With a base address, "#there" would lead to the home page.
  const anchor = at('a[href^="#"]');
  const target = anchor && document.getElementById(anchor.getAttribute('href').slice(1));
  if (target) {
    event.preventDefault();
    target.scrollIntoView({ block: 'center' });
    target.focus();
  }

  const opens = at('[data-opens]');
  if (opens && opens.getAttribute('aria-disabled') !== 'true') document.getElementById(opens.dataset.opens)?.showModal();
  if (at('[data-closes]')) at('dialog')?.close();
  const shows = at('[data-shows]');
  if (shows) {
    const field = document.getElementById(shows.dataset.shows);
    const hidden = field.type === 'password';
    field.type = hidden ? 'text' : 'password';
    shows.setAttribute('aria-pressed', String(hidden));
  }
  const copies = at('[data-copies]');
  if (copies) {
    const source = document.getElementById(copies.dataset.copies);
    source.select();
    navigator.clipboard?.writeText(source.value).then(() => { copies.lastChild.textContent = copies.dataset.copied; });
  }
  if (at('[data-print]')) print();
  if (at('[data-reload]')) location.reload();
  if (at('[data-reconnect]')) globalThis.Blazor?.reconnect?.().then(ok => ok || location.reload());
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    const open = document.querySelector('details.menu[open]');
    closeMenus();
    open?.querySelector('summary').focus();
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  if (event.key === 'k') {
    const fields = [...document.querySelectorAll('[data-search-here], [data-search]')].filter(field => field.offsetParent !== null || field.dataset.search !== undefined);
    if (fields.length === 0) return;
    event.preventDefault();
    (fields.find(field => field.dataset.searchHere !== undefined) ?? fields[0]).focus();
  }
  if (event.key === 's') {
    const save = document.activeElement?.closest('form')?.querySelector('[data-save]') ?? document.querySelector('[data-save]');
    event.preventDefault();
    // What is being typed counts as changed before it is saved; then typing goes on where it was.
    const typing = document.activeElement;
    typing?.blur();
    typing?.focus();
    save?.click();
  }
});

// A dialog whose verb may be refused stays open until the page says that it is done.
new MutationObserver(() => {
  if (document.querySelector('[data-closes-dialogs]:not([data-seen])') === null) return;
  for (const done of document.querySelectorAll('[data-closes-dialogs]')) done.dataset.seen = '';
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
}).observe(document.body, { childList: true, subtree: true });

// Filters of a list go at once; without this script the button beside them does it.
document.addEventListener('change', event => { if (event.target.matches?.('select, input[type=checkbox]')) event.target.closest('form[data-auto]')?.requestSubmit(); });

// A list on a working page keeps its circuit: the fields go into its address, empty ones come out of it, and it starts at the first page again.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.list === undefined || !globalThis.Blazor) return;
  event.preventDefault();
  const { pathname, searchParams } = new URL(location.href);
  searchParams.delete('page');
  for (const [name, value] of new FormData(form)) if (value.trim()) searchParams.set(name, value.trim()); else searchParams.delete(name);
  searchParams.sort();
  Blazor.navigateTo(searchParams.size ? `${pathname}?${searchParams}` : pathname);
});

// Rows that can be dragged or moved with the arrow keys; what the move means is the page's own affair.
document.addEventListener('dragstart', event => { if (event.target.matches?.('[draggable=true]')) event.dataTransfer.setData('text/plain', ''); });
document.addEventListener('dragover', event => { if (event.target.closest?.('[data-drop]')) event.preventDefault(); });
document.addEventListener('keydown', event => { if (['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest?.('[data-arrows]')) event.preventDefault(); });

// Work of the scoring form may lie on this device (js/journal.js). Signing out sends it first and asks when that cannot be done; when somebody else
// has signed in it is erased, told and not shown.
const told = () => document.querySelector('template[data-on-device]');
const dialogOf = name => {
  const dialog = told().content.querySelector(`[data-dialog="${name}"]`).cloneNode(true);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  return dialog;
};
document.addEventListener('submit', async event => {
  const form = event.target.closest?.('form[data-sign-out]');
  if (!form || !told() || form.dataset.sent !== undefined || localStorage.getItem('interview-on-device') === null) return;
  event.preventDefault();
  const journal = await import('./journal.js');
  const out = async () => { await journal.wipe(); form.dataset.sent = ''; form.requestSubmit(); };
  const left = await journal.sendAll();
  if (left === 0) return out();
  const dialog = dialogOf('sign-out');
  dialog.querySelector('[data-left]').textContent = left;
  dialog.querySelector('[data-anyway]').addEventListener('click', () => { dialog.close(); out(); });
});
const here = document.querySelector('main[data-viewer]')?.dataset.viewer;
if (here && localStorage.getItem('interview-on-device') !== null) import('./journal.js').then(async journal => {
  if (await journal.claim(here) && told()) dialogOf('wiped');
});

// A row of short fields to be filled by keys alone: a full one, or Enter, goes to the next.
const nextField = field => {
  const fields = [...field.closest('[data-quick]').querySelectorAll('input[data-digit]')];
  const next = fields[fields.indexOf(field) + 1] ?? field.closest('[data-quick]').querySelector('button.btn-1');
  next.focus();
  next.select?.();
};
document.addEventListener('input', event => { if (event.target.matches?.('[data-quick] [data-digit]') && event.target.value.length >= event.target.maxLength) nextField(event.target); });
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches?.('[data-quick] [data-digit]')) return;
  event.preventDefault();
  nextField(event.target);
});

// Clocks that count on between two answers of the server.
const clocks = new WeakMap();
setInterval(() => {
  for (const clock of document.querySelectorAll('[data-clock]')) {
    if (clocks.get(clock)?.key !== clock.dataset.clockKey) clocks.set(clock, { key: clock.dataset.clockKey, at: Date.now() - Number(clock.dataset.clock) * 1000 });
    const seconds = Math.floor((Date.now() - clocks.get(clock).at) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}, 1000);

// Leaving with work that is nowhere else: said by the page (data-unsaved) or typed into something that wants it (data-guard).
const typed = new WeakSet();
const guarded = () => [...document.querySelectorAll('[data-guard]')].some(part => typed.has(part) && [...part.querySelectorAll('input:not([type=hidden]), textarea')].some(field => field.value));
document.addEventListener('input', event => { const part = event.target.closest?.('[data-guard]'); if (part) typed.add(part); });
document.addEventListener('submit', event => typed.delete(event.target));
addEventListener('beforeunload', event => { if (document.querySelector('[data-unsaved]:not([data-unsaved="false"])') || guarded()) event.preventDefault(); });
// A link inside the application leaves no page as the browser sees it; then it is followed the long way, and the browser asks.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  const stays = !link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.hasAttribute('download') || link.getAttribute('href').startsWith('#');
  if (stays || !(guarded() || document.querySelector('[data-unsaved=failed]'))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  location.assign(link.href);
}, true);

// Lists one walks through with the arrow keys (data-walk, stops data-stop); a stop brings what it belongs to into sight (data-pairs).
document.addEventListener('keydown', event => {
  const list = event.target.closest?.('[data-walk]');
  if (!list || event.altKey || !event.target.matches('[data-stop]') || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const stops = [...list.querySelectorAll('[data-stop]')];
  const at = stops.indexOf(event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  event.preventDefault();
  stops[Math.min(Math.max(next, 0), stops.length - 1)].focus();
});
for (const kind of ['focusin', 'click']) {
  document.addEventListener(kind, event => {
    const pair = document.getElementById(event.target.closest?.('[data-pairs]')?.dataset.pairs);
    const box = pair?.closest('[data-walk]');
    if (box) box.scrollTop += pair.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  });
}
