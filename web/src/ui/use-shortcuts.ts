import { useLayoutEffect, useRef } from 'react';

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

/** Single keys for the page, while `isOn`. */
export function useShortcuts(shortcuts: Shortcuts, isOn: boolean): void {
  const latest = useRef(shortcuts);
  // In force before what they belong to is seen: a key that follows at once must not get lost.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const act = latest.current[nameOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn]);
}
