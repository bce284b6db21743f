// Follows a talk: a stream says that something changed, the state itself is asked for. Where no stream comes through, the state is asked for now and then.
const Silent = 40_000, Often = 5_000, Again = 30_000;

export function follow(address, tell) {
  let stream, heard = 0, asking = false, asked = 0;
  const look = async () => {
    if (asking) { asked++; return; }
    asking = true;
    try {
      const answer = await fetch(`${address}/state`, { redirect: 'error', cache: 'no-store' });
      if (answer.ok) tell(await answer.json());
    } catch { /* no network: the form says so itself */ }
    asking = false;
    if (asked > 0) { asked = 0; look(); }
  };
  const open = () => {
    stream?.close();
    stream = new EventSource(address);
    stream.addEventListener('signal', () => { heard = Date.now(); look(); });
    stream.addEventListener('beat', () => { heard = Date.now(); });
  };
  let tried = Date.now();
  setInterval(() => {
    if (Date.now() - heard < Silent && stream.readyState !== EventSource.CLOSED) return;
    look();
    if (Date.now() - tried > Again) { tried = Date.now(); open(); }
  }, Often);
  addEventListener('pagehide', () => stream?.close());
  addEventListener('pageshow', event => { if (event.persisted) open(); });
  addEventListener('online', look);
  open();
}
