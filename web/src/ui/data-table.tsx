import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import styles from './data-table.module.css';

export interface Column<T> {
  key: string;
  title: string;
  /** CSS width; without it the column takes what is left. */
  width?: number;
  render: (row: T) => ReactNode;
}

interface Props<T> {
  name: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  /** Rows that are chosen, where rows can be; `nameOf` says which one a checkbox is for. */
  selection?: {
    chosen: ReadonlySet<string>;
    nameOf: (row: T) => string;
    onChange: (chosen: ReadonlySet<string>) => void;
  };
}

/** A list as a table: plain, so that it is read out, printed and scrolled as a table. */
export function DataTable<T extends { id: string }>({ name, columns, rows, selection }: Props<T>) {
  const { say } = useMessages();
  const toggle = (id: string) => {
    const next = new Set(selection?.chosen);
    if (!next.delete(id)) next.add(id);
    selection?.onChange(next);
  };
  const isAll = rows.length > 0 && rows.every(({ id }) => selection?.chosen.has(id));
  const all = () => selection?.onChange(new Set(isAll ? [] : rows.map(({ id }) => id)));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        <thead>
          <tr>
            {selection && (
              <th className={styles.check} scope="col">
                <input type="checkbox" aria-label={say('list.chooseAll')} checked={isAll} onChange={all} />
              </th>
            )}
            {columns.map(({ key, title, width }) => (
              <th key={key} scope="col" style={{ width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-chosen={selection?.chosen.has(row.id)}>
              {selection && (
                <td className={styles.check}>
                  <input
                    type="checkbox"
                    aria-label={say('review.choose', { title: selection.nameOf(row) })}
                    checked={selection.chosen.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                </td>
              )}
              {columns.map(({ key, render }) => (
                <td key={key}>{render(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
