// Signing in with a passkey, and making one. Two questions to the server, one to the device; the form's own token goes along with each.
const post = async (form, path, more = {}) => {
  const body = new FormData(form);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const answer = await fetch(path, { method: 'POST', body, headers: { accept: 'application/json' } });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.title ?? '');
  return json;
};

const ways = {
  'sign-in': { ask: '/account/passkey/ask', tell: '/account/passkey/sign-in', device: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }) },
  new: { ask: '/account/passkey/new', tell: '/account/passkey/add', device: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }) },
};

const able = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON && isSecureContext;
for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!able) {
    form.hidden = true;
    continue;
  }
  const way = ways[form.dataset.passkey];
  const says = form.querySelector('[role="status"]');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    says.textContent = '';
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const credential = await way.device(await post(form, way.ask));
      const { go } = await post(form, way.tell, { answer: JSON.stringify(credential.toJSON()) });
      location.assign(go);
    } catch (wrong) {
      // Whoever closes the device's window has changed their mind; that needs no comment in technical words.
      says.textContent = wrong.name === 'Error' && wrong.message ? wrong.message : says.dataset.failed;
      button.disabled = false;
    }
  });
}
