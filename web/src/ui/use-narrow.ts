import { useSyncExternalStore } from 'react';

/** As in the stylesheets: from here on downwards a telephone. */
const narrow = window.matchMedia('(max-width: 600px)');

const listen = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

export const useNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches);
