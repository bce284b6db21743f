// A line of a note is tied to the behaviour it shows. What is tied is copied into the field of that behaviour, so it is saved, merged and kept like all others.
const linesOf = text => text.split('\n').map(line => line.trim()).filter(Boolean);

export function evidence(form, { fields, typed, say }) {
  const quotes = [...form.querySelectorAll('textarea[name^="quote."]')];
  const notes = [...form.querySelectorAll('textarea[name^="note."]')];
  const dialog = document.getElementById('tie');
  const before = new Map(notes.map(note => [note.name, linesOf(note.value)]));
  const of = note => quotes.filter(quote => quote.dataset.of === note.dataset.of);
  const has = (quote, line) => linesOf(quote.value).includes(line);
  const write = (quote, lines) => {
    const text = lines.join('\n');
    if (quote.value === text) return;
    quote.value = text;
    typed(quote.name, 150);
  };

  // Under a note its lines, each with what it is tied to.
  const list = note => {
    const box = form.querySelector(`[data-lines="${note.name}"]`);
    if (!box) return;
    const lines = [...new Set(linesOf(note.value))];
    box.hidden = lines.length === 0;
    const template = document.getElementById('line').content.firstElementChild;
    box.replaceChildren(...lines.map(line => {
      const item = template.cloneNode(true), button = item.querySelector('button');
      const tied = of(note).filter(quote => has(quote, line));
      item.querySelector('[data-line]').textContent = line;
      button.classList.toggle('link-on', tied.length > 0);
      button.querySelector('[data-text]').textContent = tied.length === 0 ? say('sayTie') : tied.length === 1 ? tied[0].dataset.text : say('sayTied', tied.length);
      button.querySelector('.vh').textContent = `: ${line}`;
      button.addEventListener('click', () => tie(note, line));
      return item;
    }));
  };
  let asked = null;
  const tie = (note, line) => {
    asked = { note, line };
    dialog.querySelector('[data-line]').textContent = line;
    dialog.querySelector('ul').replaceChildren(...of(note).map(quote => {
      const item = document.getElementById('behaviour').content.firstElementChild.cloneNode(true), box = item.querySelector('input');
      item.querySelector('[data-text]').textContent = quote.dataset.text;
      const sign = item.querySelector('[data-sign]');
      sign.textContent = quote.dataset.sign;
      sign.classList.add(quote.dataset.sign === '+' ? 'pol-p' : 'pol-m');
      box.checked = has(quote, line);
      box.addEventListener('change', () => {
        write(quote, box.checked ? [...linesOf(quote.value), line] : linesOf(quote.value).filter(other => other !== line));
        // Evidence of a behaviour is seeing it, unless one said the opposite.
        const shown = fields(quote.name.replace('quote', 'tick'));
        if (box.checked && shown.length > 0 && !shown.some(field => field.checked)) { shown[0].checked = true; typed(shown[0].name, 150); }
        refresh(note);
      });
      return item;
    }));
    dialog.showModal();
  };
  // The list was written anew meanwhile: back to the same line.
  dialog.addEventListener('close', () => [...form.querySelectorAll(`[data-lines="${asked.note.name}"] li`)].find(item => item.querySelector('[data-line]').textContent === asked.line)?.querySelector('button').focus());

  // A line that is written on keeps its ties; one that is gone from the notes takes them along.
  const follow = note => {
    const [old, now] = [before.get(note.name), linesOf(note.value)];
    before.set(note.name, now);
    const gone = old.filter(line => !now.includes(line)), come = now.filter(line => !old.includes(line));
    if (gone.length === 0) return;
    const elsewhere = new Set(notes.filter(other => other !== note && other.dataset.of === note.dataset.of).flatMap(other => linesOf(other.value)));
    for (const quote of of(note)) {
      const lines = linesOf(quote.value);
      if (!lines.some(line => gone.includes(line))) continue;
      write(quote, lines.flatMap(line => !gone.includes(line) || elsewhere.has(line) ? [line]
        : gone.length === 1 && come.length > 0 ? [come.length === 1 ? come[0] : come.find(part => line.startsWith(part)) ?? come[0]] : []));
    }
  };
  const refresh = note => {
    list(note);
    for (const quote of quotes) {
      const count = form.querySelector(`[data-count="${quote.name}"]`), n = linesOf(quote.value).length;
      const ticked = fields(quote.name.replace('quote', 'tick')).some(field => field.checked);
      if (count) count.textContent = n === 1 ? say('sayLine') : n > 1 ? say('sayLines', n) : ticked ? say('sayNoLine') : '';
    }
    for (const bar of form.querySelectorAll('[data-coverage]')) {
      const here = quotes.filter(quote => bar.closest('[data-step]').contains(quote));
      const [n, m] = [here.filter(quote => quote.value.trim()).length, here.length];
      bar.querySelector('progress').value = n;
      bar.querySelector('progress').setAttribute('aria-label', say('sayCovered', n, m));
      bar.querySelector('[data-text]').textContent = say('sayCovered', n, m);
    }
  };
  form.addEventListener('input', event => {
    if (event.target.name?.startsWith('note.')) { follow(event.target); refresh(event.target); }
    if (event.target.name?.startsWith('tick.')) refresh(notes[0]);
  });

  const all = () => { for (const note of notes) { before.set(note.name, linesOf(note.value)); refresh(note); } };
  /** What a score still lacks: 'must' when the guide asks for it, 'thin' when no line is tied to it, null when nothing. */
  all.lacks = (group, point) => {
    if (!point || point === 'NotObserved') return null;
    const filled = names => names.split(' ').some(name => name && fields(name)[0]?.value.trim());
    const [quoted, noted] = [filled(group.dataset.quotes), filled(group.dataset.notes)];
    if (form.dataset.extremes?.split(' ').includes(point) && !quoted && !noted) return 'must';
    return quoted || (noted && !group.dataset.quotes) ? null : 'thin';
  };
  return all;
}
