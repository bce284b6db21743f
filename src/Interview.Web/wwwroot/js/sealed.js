// A form that is handed in: the server has it, so this device keeps nothing of it; and how many of the others are in.
import { available, erase, read } from './journal.js';
import { follow } from './live.js';

const sealed = document.querySelector('[data-sealed]');
const { card, owner } = sealed.dataset;

// What was typed here and came too late, because the form was handed in on another device, is shown before it goes.
const late = async () => {
  const record = await read(owner, card);
  const changes = record ? [...(record.batch?.changes ?? []), ...record.queue] : [];
  const texts = [...new Set(changes.map(change => change.text?.trim()).filter(Boolean))];
  if (changes.length === 0 || texts.length === 0) return erase(card);
  const box = document.querySelector('[data-late]');
  box.hidden = false;
  box.querySelector('ul').replaceChildren(...texts.map(text => Object.assign(document.createElement('li'), { className: 'pre', textContent: text })));
  box.querySelector('button').addEventListener('click', async () => { await erase(card); box.hidden = true; document.getElementById('content').focus(); });
};
if (available) late().catch(() => {});

const count = document.querySelector('[data-forms]');
let last = 0;
if (count) follow(sealed.dataset.live, state => {
  // Fewer than before: the chair gave one back, perhaps this one.
  if (state.revealed || state.formsIn < last) return location.reload();
  last = state.formsIn;
  const words = count.dataset.say.replace('{0}', state.formsIn).replace('{1}', state.formsAsked);
  if (count.textContent !== words) count.textContent = words;
  const bar = document.querySelector('[data-forms-bar]');
  [bar.value, bar.max] = [state.formsIn, state.formsAsked];
});
