/** The page's own style and script: files of their own, since the content policy allows nothing inline. */
export const STYLE = `:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { max-width: 44rem; margin: 10vh auto; padding: 0 1rem; }
form { display: grid; gap: .75rem; max-width: 20rem; margin: 2rem 0; }
input, button { font: inherit; padding: .4rem .6rem; width: 100%; box-sizing: border-box; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid #8884; }
td:last-child { text-align: right; font-variant-numeric: tabular-nums; }
[role=alert] { color: #c0392b; min-height: 1.6em; margin: 0; }
`;

export const SCRIPT = `'use strict';
const say = (text) => { document.querySelector('[role=alert]').textContent = text; };
document.getElementById('sign-in')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  try {
    const answer = await fetch('/api/v1/session', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body,
    });
    if (answer.ok) location.reload();
    else say((await answer.json()).detail);
  } catch {
    say(form.dataset.failed);
  }
});
document.getElementById('sign-out')?.addEventListener('click', async () => {
  const session = await (await fetch('/api/v1/session')).json();
  await fetch('/api/v1/session', { method: 'DELETE', headers: { 'x-csrf-token': session.csrfToken } });
  location.reload();
});
`;
