import { useSyncExternalStore } from 'react';
import { surroundings } from '../api/http';

let isSignedOut = false;
const listeners = new Set<() => void>();
let waiting: ((isSame: boolean) => void)[] = [];

function setSignedOut(next: boolean): void {
  if (isSignedOut === next) return;
  isSignedOut = next;
  for (const listener of listeners) listener();
}

/** Somebody has signed in; what waited for it goes on where it is the same person. */
export function signedInAgain(isSame: boolean): void {
  setSignedOut(false);
  const told = waiting;
  waiting = [];
  for (const tell of told) tell(isSame);
}

surroundings.onSignedOut = () => {
  setSignedOut(true);
  // Nobody asks for the password outside of the pages that need a session.
  return listeners.size === 0 ? Promise.resolve(false) : new Promise((resolve) => waiting.push(resolve));
};

/** True once the server has ended the session in the middle of work. */
export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isSignedOut,
  );
