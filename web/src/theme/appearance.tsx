import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Appearance } from './theme';

export type AppearanceChoice = Appearance | 'system';
const KEPT_AS = 'appearance';

const readChoice = (): AppearanceChoice => {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

interface AppearanceState {
  choice: AppearanceChoice;
  appearance: Appearance;
  hasMotion: boolean;
  choose: (choice: AppearanceChoice) => void;
}

const Context = createContext<AppearanceState | null>(null);

/** Whether the reader's system asks for this, now and when it changes. */
function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = () => setMatches(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/** Light or dark as the reader chose, else as their system is set; with motion unless their system says none. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(readChoice);
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const hasMotion = !useMedia('(prefers-reduced-motion: reduce)');
  const appearance: Appearance = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
  }, [appearance]);
  const state = useMemo(
    () => ({
      choice,
      appearance,
      hasMotion,
      choose: (next: AppearanceChoice) => {
        localStorage.setItem(KEPT_AS, next);
        setChoice(next);
      },
    }),
    [choice, appearance, hasMotion],
  );
  return <Context value={state}>{children}</Context>;
}

export function useAppearance(): AppearanceState {
  const state = useContext(Context);
  if (!state) throw new Error('AppearanceProvider is missing');
  return state;
}
