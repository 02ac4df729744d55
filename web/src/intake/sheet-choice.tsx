import type { ImportView } from '@server/intake/imports/import.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { importQuery } from './import-events';
import styles from './intake.module.css';

/** Which sheet of the file is read; another choice has its rows take the place of these. */
export function SheetChoice({ list }: { list: ImportView }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { act } = useAct();
  if (list.sheets.length < 2) return null;
  const choose = (sheet: string) =>
    act(async () => {
      const now = await post<ImportView>(`/imports/${list.id}/sheet`, { sheet });
      client.setQueryData(importQuery(list.id).queryKey, now);
    });
  return (
    <label className={styles.sheet}>
      {say('intake.sheet')}
      <Select
        aria-label={say('intake.sheet')}
        value={list.sheet ?? undefined}
        options={list.sheets.map((value) => ({ value, label: value }))}
        onChange={(sheet: string) => void choose(sheet)}
        popupMatchSelectWidth={false}
      />
    </label>
  );
}
