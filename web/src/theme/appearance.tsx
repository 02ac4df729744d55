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
  choose: (choice: AppearanceChoice) => void;
}

const Context = createContext<AppearanceState | null>(null);
const darkScheme = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: as the reader chose, else as their system is set. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(readChoice);
  const [systemIsDark, setSystemIsDark] = useState(() => darkScheme().matches);
  useEffect(() => {
    const query = darkScheme();
    const follow = () => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const appearance: Appearance = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset.appearance = appearance;
  }, [appearance]);
  const state = useMemo(
    () => ({
      choice,
      appearance,
      choose: (next: AppearanceChoice) => {
        localStorage.setItem(KEPT_AS, next);
        setChoice(next);
      },
    }),
    [choice, appearance],
  );
  return <Context value={state}>{children}</Context>;
}

export function useAppearance(): AppearanceState {
  const state = useContext(Context);
  if (!state) throw new Error('AppearanceProvider is missing');
  return state;
}
