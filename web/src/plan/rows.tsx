import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import styles from './plan.module.css';

/** The list with another value at a place. */
export const replaced = <T,>(rows: readonly T[], at: number, value: T): T[] =>
  rows.map((row, place) => (place === at ? value : row));

/** The list without the value at a place. */
export const without = <T,>(rows: readonly T[], at: number): T[] => rows.filter((_, place) => place !== at);

interface Props<T> {
  /** What is listed, where the heading above does not say it. */
  name?: string;
  rows: readonly T[];
  /** What a row is called when it is taken away. */
  nameOf: (row: T) => string;
  /** The words of the button that adds a row. */
  adds: string;
  /** Undefined: a row cannot be made yet. */
  next: (() => T) | undefined;
  onChange: (rows: T[]) => void;
  /** The fields of a row. */
  children: (row: T, change: (part: Partial<T>) => void) => ReactNode;
}

/** Rows of a form, each with its fields and a way to take it away; one can be added below. */
export function Rows<T extends object>({ name, rows, nameOf, adds, next, onChange, children }: Props<T>) {
  return (
    <>
      <ol className={styles.rows} aria-label={name}>
        {rows.map((row, at) => (
          <li key={at}>
            {children(row, (part) => onChange(replaced(rows, at, { ...row, ...part })))}
            <Remove name={nameOf(row)} onRemove={() => onChange(without(rows, at))} />
          </li>
        ))}
      </ol>
      <Button size="small" disabled={!next} onClick={() => next && onChange([...rows, next()])}>
        {adds}
      </Button>
    </>
  );
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { say } = useMessages();
  return (
    <Button size="small" type="text" aria-label={`${say('action.remove')} ${name}`} onClick={onRemove}>
      {say('action.remove')}
    </Button>
  );
}
