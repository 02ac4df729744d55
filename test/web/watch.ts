/** What the watchers below note in the page, in milliseconds. */
export interface Seen {
  feedback?: number[];
  progressAfter?: number;
  rowsAfter?: number;
}

/** Notes in the page how long after each key the list shows a change of stage. */
export function watchFeedback(): void {
  let pressed = 0;
  const times: number[] = [];
  (globalThis as Seen).feedback = times;
  window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  new MutationObserver(() => {
    if (pressed > 0) times.push(performance.now() - pressed);
    pressed = 0;
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-stage'] });
}

/** Notes in the page how long after the next click a progress bar or a row is shown, and how long after it five rows. */
export function watchRows(rows: string): void {
  const seen = globalThis as Seen;
  delete seen.progressAfter;
  delete seen.rowsAfter;
  const FIRST = 5;
  const begin = () => {
    const clicked = performance.now();
    // What stands there at the click belongs to the page that is left.
    const before = new Set(document.querySelectorAll(rows));
    const look = () => {
      const shown = [...document.querySelectorAll(rows)].filter((row) => !before.has(row)).length;
      const after = performance.now() - clicked;
      if (shown > 0 || document.querySelector('[role=progressbar]')) seen.progressAfter ??= after;
      if (shown < FIRST) return;
      seen.rowsAfter ??= after;
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true });
  };
  window.addEventListener('click', begin, { capture: true, once: true });
}
