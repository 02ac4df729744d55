import { Button, Input } from 'antd';
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages';
import {
  REQUIRED_FIELDS,
  ROSTER_FIELDS,
  type RosterField,
  type RosterRow,
  type RowErrors,
} from './roster-lines';
import styles from './roster.module.css';

/** Rows that are shown without being wrong; thousands of fields would make the page slow. */
const SHOWN = 200;

interface Props {
  rows: readonly RosterRow[];
  errors: RowErrors;
  onChange: (rows: RosterRow[]) => void;
  onRemove: (at: number) => void;
}

/** The lines of a roster; those that are wrong stand first and are mended in their place. */
export function RosterTable({ rows, errors, onChange, onRemove }: Props) {
  const { say } = useMessages();
  const [editing, setEditing] = useState<number>();
  const wrong = [...errors.keys()].filter((at) => at < rows.length);
  const others = rows.map((_, at) => at).filter((at) => !errors.has(at));
  const shown = [...wrong, ...others.slice(0, SHOWN)];
  const set = (at: number, field: RosterField, value: string) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, [field]: value } : row)));
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('signings.lines')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('plan.number')}</th>
              {ROSTER_FIELDS.map((field) => (
                <th key={field} scope="col">
                  {say(`signings.line.${field}`)}
                  {REQUIRED_FIELDS.includes(field) && <span aria-hidden> *</span>}
                </th>
              ))}
              <th scope="col">{say('signings.lineActs')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((at) => {
              const row = rows[at];
              if (!row) return null;
              const remarks = errors.get(at) ?? [];
              const isOpen = remarks.length > 0 || editing === at || isEmpty(row);
              return (
                <tr key={at} data-wrong={remarks.length > 0}>
                  <th scope="row">{at + 1}</th>
                  {ROSTER_FIELDS.map((field) => {
                    const remark = remarks.find((one) => one.field === field)?.detail;
                    return (
                      <td key={field}>
                        {isOpen ? (
                          <Input
                            size="small"
                            aria-label={`${say(`signings.line.${field}`)} ${at + 1}`}
                            aria-invalid={remark !== undefined}
                            status={remark ? 'error' : undefined}
                            value={row[field]}
                            onChange={(event) => set(at, field, event.target.value)}
                          />
                        ) : (
                          <span lang="">{row[field]}</span>
                        )}
                        {remark && <small className={styles.remark}>{remark}</small>}
                      </td>
                    );
                  })}
                  <td className={styles.acts}>
                    {!isOpen && (
                      <Button
                        size="small"
                        type="text"
                        aria-label={`${say('plan.change')} ${at + 1}`}
                        onClick={() => setEditing(at)}
                      >
                        {say('plan.change')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      type="text"
                      aria-label={`${say('action.remove')} ${at + 1}`}
                      onClick={() => onRemove(at)}
                    >
                      {say('action.remove')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {others.length > SHOWN && <p>{say('signings.moreLines', { count: others.length - SHOWN })}</p>}
    </>
  );
}

const isEmpty = (row: RosterRow): boolean => ROSTER_FIELDS.every((field) => row[field] === '');
