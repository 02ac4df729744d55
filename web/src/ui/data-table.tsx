import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useNarrow } from './use-narrow';
import { useWindow } from './use-window';
import styles from './data-table.module.css';

/** Of lists that may be long: every row has it, so that rows out of sight need not be drawn. In px. */
const ROW_HEIGHT = 38;
/** The same on a telephone, where a row is a card of two lines. */
const CARD_HEIGHT = 64;
/** This close to the end the next page is fetched. */
const NEAR_END = 60;

export interface Column<T> {
  key: string;
  title: string;
  /** CSS width; without it the column takes what is left. */
  width?: number;
  /** On a telephone each row is a card: what heads it, else the first column, and what it leaves out. */
  onCard?: 'heading' | 'hidden';
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
  /** The list may be thousands of rows long: each takes one line, and only those in sight are drawn. */
  isLong?: boolean;
  /** The reader comes near the end of a long list. */
  onNearEnd?: () => void;
}

/** A list as a table: plain, so that it is read out, printed and scrolled as a table. */
export function DataTable<T extends { id: string }>({ name, columns, rows, selection, ...long }: Props<T>) {
  const { say } = useMessages();
  const body = useRef<HTMLTableSectionElement>(null);
  const rowHeight = useNarrow() ? CARD_HEIGHT : ROW_HEIGHT;
  const heading = columns.find(({ onCard }) => onCard === 'heading') ?? columns[0];
  const inSight = useWindow(body, rows.length, rowHeight);
  const { first, last } = long.isLong ? inSight : { first: 0, last: rows.length };
  const isNearEnd = long.isLong === true && last > rows.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) long.onNearEnd?.();
  }, [isNearEnd, rows.length]);
  const toggle = (id: string) => {
    const next = new Set(selection?.chosen);
    if (!next.delete(id)) next.add(id);
    selection?.onChange(next);
  };
  const isAll = rows.length > 0 && rows.every(({ id }) => selection?.chosen.has(id));
  const all = () => selection?.onChange(new Set(isAll ? [] : rows.map(({ id }) => id)));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table} data-long={long.isLong} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
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
        <tbody ref={body}>
          <Gap height={first * rowHeight} />
          {rows.slice(first, last).map((row, at) => (
            <tr key={row.id} data-chosen={selection?.chosen.has(row.id)} aria-rowindex={first + at + 2}>
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
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.title}
                  data-card={column === heading ? 'heading' : (column.onCard ?? 'line')}
                >
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={(rows.length - last) * rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

/** In place of rows that are out of sight. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" className={styles.gap} style={{ height }} /> : null;
}
