import { type RefObject, useLayoutEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, () => void>>;

const EDITABLE =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox]';

/** 'a', 'Shift+A', '?', '/'. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): string {
  const isLetter = /^[a-z]$/i.test(event.key);
  if (isLetter) return event.shiftKey ? `Shift+${event.key.toUpperCase()}` : event.key.toLowerCase();
  return event.key;
}

/** True for keys that belong to something else: an input method, a text field, the browser. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.key === 'Process' ||
  event.defaultPrevented ||
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest(EDITABLE) !== null);

type Current = RefObject<Shortcuts>;

/** Those in force; what was opened last is asked first, so a page's keys go before those of every page. */
const inForce: Current[] = [];

function listen(event: KeyboardEvent): void {
  if (isTaken(event)) return;
  const act = inForce.findLast(({ current }) => current[nameOf(event)])?.current[nameOf(event)];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Single keys for the page, while `isOn`. */
export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  // In force before what they belong to is seen: a key that follows at once must not get lost.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    if (inForce.length === 0) window.addEventListener('keydown', listen);
    inForce.push(latest);
    return () => {
      inForce.splice(inForce.indexOf(latest), 1);
      if (inForce.length === 0) window.removeEventListener('keydown', listen);
    };
  }, [isOn]);
}
