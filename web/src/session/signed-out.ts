import { useSyncExternalStore } from 'react';
import { surroundings } from '../api/http';

let isSignedOut = false;
const listeners = new Set<() => void>();

export function setSignedOut(next: boolean): void {
  if (isSignedOut === next) return;
  isSignedOut = next;
  for (const listener of listeners) listener();
}

surroundings.onSignedOut = () => setSignedOut(true);

/** True once the server has ended the session in the middle of work. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isSignedOut,
  );
