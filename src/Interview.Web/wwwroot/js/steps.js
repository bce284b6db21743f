// One question at a time on a phone; on a larger screen all of them, and where one is.
export function stepping(form, steps) {
  const [previous, next] = ['previous', 'next'].map(way => document.querySelector(`[data-go="${way}"]`));
  let now = 0;
  const stand = (at, focus) => {
    now = Math.max(0, Math.min(steps.length - 1, at));
    steps.forEach((step, i) => step.classList.toggle('is-now', i === now));
    form.querySelectorAll('[data-nav]').forEach(link => link.dataset.nav === steps[now].dataset.step ? link.setAttribute('aria-current', 'step') : link.removeAttribute('aria-current'));
    previous.setAttribute('aria-disabled', String(now === 0));
    next.hidden = now === steps.length - 1;
    next.querySelector('[data-next]').hidden = now >= steps.length - 2;
    next.querySelector('[data-last]').hidden = now < steps.length - 2;
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
    target.scrollIntoView({ block: target === steps[at] ? 'start' : 'center' });
    target.focus?.({ preventScroll: true });
  };
  previous.addEventListener('click', () => stand(now - 1, true));
  next.addEventListener('click', () => stand(now + 1, true));
  addEventListener('hashchange', toHash);
  form.addEventListener('focusin', event => {
    const at = steps.findIndex(step => step.contains(event.target));
    if (at >= 0 && at !== now) stand(at, false);
  });
  form.classList.add('stepping');
  // Goes on where the last score was given.
  stand(steps.findLastIndex(step => step.querySelector('[data-rating] input:checked')) + 1, false);
  toHash();
  return { toCheck: () => { stand(steps.length - 1, true); location.hash = 'check'; } };
}
