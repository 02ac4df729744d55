import type { ImportRowView, ImportView, MendRow } from '@server/intake/imports/import.schema';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { patch, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import styles from './intake.module.css';

interface Props {
  list: ImportView;
  row: ImportRowView;
}

/** The screen of what a row made. */
const SCREEN = {
  'technology-needs': '/needs/$id',
  'hiring-needs': '/needs/$id',
  projects: '/projects/$id',
  talents: '/talents/$id',
  rosters: '/signings/$id',
  organisations: null,
} as const;

/** One row: what is doubted about it, each doubt with its cell to mend, and what is done with it. */
export function ImportRow({ list, row }: Props) {
  const { say, locale } = useMessages();
  const client = useQueryClient();
  const { act } = useAct();
  const fieldOf = (name: string) => list.fields.find((field) => field.name === name);
  const nameOf = (name: string) => fieldOf(name)?.label[locale === 'en' ? 'en' : 'zh'] ?? '';
  const mend = async (mended: MendRow) => {
    await act(() => patch(`/imports/${list.id}/rows/${row.row}`, 1, mended));
    await client.invalidateQueries({ queryKey: ['imports', list.id] });
  };
  const takeAll = async (column: string, code: string) => {
    await act(() => post(`/imports/${list.id}/suggestions`, { column, code }));
    await client.invalidateQueries({ queryKey: ['imports', list.id] });
  };
  const canMend = row.cells !== null && (list.state === 'preview' || list.state === 'finished');
  const isDuplicate = row.known !== null || row.doubts.some(({ column }) => column === '');
  const screen = SCREEN[list.kind];
  return (
    <li className={styles.row} data-row={row.row} data-row-state={row.state}>
      <div className={styles.rowHead}>
        <span className={styles.rowNo}>{say('intake.row', { row: row.row })}</span>
        <span lang="">{row.title}</span>
        <span className={styles.rowState}>{say(`intake.rowState.${row.state}`)}</span>
        {row.known && <span className={styles.hint}>{say(`intake.knownBy.${row.known.by}`)}</span>}
        {screen && row.recordId && (
          <Link to={screen} params={{ id: row.recordId }}>
            {say('intake.open')}
          </Link>
        )}
        {screen && !row.recordId && row.known?.id && list.kind !== 'organisations' && (
          <Link to={screen} params={{ id: row.known.id }}>
            {say('intake.openKnown')}
          </Link>
        )}
        {canMend && (
          <Select
            size="small"
            className={styles.decision}
            allowClear
            aria-label={say('intake.decision')}
            placeholder={say('intake.decision')}
            value={row.decision ?? undefined}
            options={(isDuplicate ? DECISIONS : DECISIONS.slice(0, 1)).map((value) => ({
              value,
              label: say(`intake.decision.${value}`),
            }))}
            onChange={(decision?: MendRow['decision']) => void mend({ decision: decision ?? null })}
            popupMatchSelectWidth={false}
          />
        )}
      </div>
      {row.passages && canMend && <Passages list={list} row={row} onMend={mend} />}
      {row.failure && <p className={styles.refused}>{row.failure.sentence}</p>}
      {row.doubts.map((doubt) => (
        <div key={`${doubt.column}-${doubt.code}`} className={styles.doubt} data-level={doubt.level}>
          <strong>{nameOf(doubt.column)}</strong>
          <span>{doubt.sentence}</span>
          {canMend && doubt.column !== '' && (
            <Mend
              name={nameOf(doubt.column)}
              words={row.cells?.[doubt.column] ?? ''}
              isInFile={doubt.column in (row.cells ?? {})}
              onMend={(words) => mend({ cells: { [doubt.column]: words } })}
            />
          )}
          {canMend && doubt.suggestion !== null && (
            <>
              <Button
                size="small"
                onClick={() => void mend({ cells: { [doubt.column]: doubt.suggestion ?? '' } })}
              >
                {say('intake.take', { words: doubt.suggestion })}
              </Button>
              <Button size="small" type="link" onClick={() => void takeAll(doubt.column, doubt.code)}>
                {say('intake.takeAll')}
              </Button>
            </>
          )}
        </div>
      ))}
    </li>
  );
}

/** Every field of a document beside the words it was taken from, to be confirmed or mended. */
function Passages({ list, row, onMend }: Props & { onMend: (mended: MendRow) => Promise<void> }) {
  const { say, locale } = useMessages();
  const inDoubt = new Set(row.doubts.map(({ column }) => column));
  return (
    <table className={styles.passages}>
      <thead>
        <tr>
          <th scope="col">{say('intake.passageField')}</th>
          <th scope="col">{say('intake.passageWords')}</th>
          <th scope="col">{say('intake.passage')}</th>
        </tr>
      </thead>
      <tbody>
        {list.fields
          .filter(({ name }) => !inDoubt.has(name))
          .map(({ name, label, required }) => (
            <tr key={name} data-field={name}>
              <th scope="row">
                {locale === 'en' ? label.en : label.zh}
                {required ? ' *' : ''}
              </th>
              <td>
                <Mend
                  key={row.cells?.[name]}
                  name={locale === 'en' ? label.en : label.zh}
                  words={row.cells?.[name] ?? ''}
                  isInFile
                  onMend={(words) => onMend({ cells: { [name]: words } })}
                />
              </td>
              <td lang="">{row.passages?.[name] && <q>{row.passages[name]}</q>}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const DECISIONS = ['skip', 'new', 'update', 'merge'] as const;

function Mend({
  name,
  words,
  isInFile,
  onMend,
}: {
  name: string;
  words: string;
  isInFile: boolean;
  onMend: (words: string) => Promise<void>;
}) {
  const { say } = useMessages();
  const [typed, setTyped] = useState(words);
  if (!isInFile) return <span className={styles.hint}>{say('intake.noColumn')}</span>;
  return (
    <form
      className={styles.mend}
      onSubmit={(event) => {
        event.preventDefault();
        void onMend(typed);
      }}
    >
      <Input
        size="small"
        lang=""
        aria-label={say('intake.mendCell', { name })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button size="small" htmlType="submit" disabled={typed === words}>
        {say('intake.mend')}
      </Button>
    </form>
  );
}
