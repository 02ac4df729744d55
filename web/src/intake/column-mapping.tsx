import type { ImportView } from '@server/intake/imports/import.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { importQuery } from './import-events';
import styles from './intake.module.css';

/** Which column of the form each column of the file was taken for; another choice has the rows read anew. */
export function ColumnMapping({ list }: { list: ImportView }) {
  const { say, locale } = useMessages();
  const client = useQueryClient();
  const { act } = useAct();
  const [columns, setColumns] = useState(() => list.columns.map(({ field }) => field));
  const isChanged = columns.some((field, at) => field !== list.columns[at]?.field);
  const labelOf = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' ? en : zh);
  const save = () =>
    act(async () => {
      const now = await post<ImportView>(`/imports/${list.id}/columns`, { columns });
      client.setQueryData(importQuery(list.id).queryKey, now);
    });
  return (
    <details className={styles.card}>
      <summary>{say('intake.columns', { count: columns.filter((field) => field !== null).length })}</summary>
      <ul className={styles.columns}>
        {list.columns.map(({ heading, use }, at) =>
          heading === '' ? null : (
            <li key={`${at}-${heading}`}>
              <span lang="">{heading}</span>
              {use === 'protected' ? (
                <span className={styles.hint}>{say('intake.protected')}</span>
              ) : (
                <Select
                  size="small"
                  allowClear
                  aria-label={say('intake.columnOf', { heading })}
                  placeholder={say(use === 'ignored' ? 'intake.ignored' : 'intake.kept')}
                  value={columns[at] ?? undefined}
                  options={list.fields.map(({ name, label }) => ({
                    value: name,
                    label: labelOf(label),
                    disabled: columns.includes(name) && columns[at] !== name,
                  }))}
                  onChange={(field?: string) =>
                    setColumns(columns.map((before, place) => (place === at ? (field ?? null) : before)))
                  }
                  popupMatchSelectWidth={false}
                />
              )}
            </li>
          ),
        )}
      </ul>
      <Button disabled={!isChanged} onClick={() => void save()}>
        {say('intake.relabel')}
      </Button>
    </details>
  );
}
