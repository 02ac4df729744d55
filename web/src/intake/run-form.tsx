import type { Choices, ImportView } from '@server/intake/imports/import.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { importQuery } from './import-events';
import { PeopleFields } from './people-fields';
import { RosterFields } from './roster-fields';
import styles from './intake.module.css';

const ON_KNOWN = ['skip', 'update', 'merge'] as const;
const STATUSES = ['submitted', 'published', 'draft'] as const;
const HAS_STATUS: ReadonlySet<string> = new Set(['technology-needs', 'hiring-needs', 'projects', 'talents']);

/** What is done with the rows that are ready, and the button that does it. */
export function RunForm({ list }: { list: ImportView }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { act } = useAct();
  const [known, setKnown] = useState<Choices['known']>(list.choices?.known ?? 'skip');
  const [status, setStatus] = useState<Choices['status']>(list.choices?.status ?? 'submitted');
  const [people, setPeople] = useState<Choices['people']>(list.choices?.people);
  const [roster, setRoster] = useState<Choices['roster']>();
  const [isBusy, setBusy] = useState(false);
  const count = (list.counts.ready ?? 0) + (list.counts.known ?? 0);
  const isComplete =
    (list.kind !== 'talents' || people !== undefined) && (list.kind !== 'rosters' || roster !== undefined);
  const run = async () => {
    setBusy(true);
    await act(async () => {
      const now = await post<ImportView>(`/imports/${list.id}/run`, { known, status, people, roster });
      client.setQueryData(importQuery(list.id).queryKey, now);
    });
    setBusy(false);
  };
  return (
    <section className={styles.card} aria-label={say('intake.run')}>
      <div className={styles.fields}>
        {list.kind !== 'rosters' && (
          <label>
            {say('intake.onKnown', { count: list.counts.known ?? 0 })}
            <Select
              aria-label={say('intake.onKnown', { count: list.counts.known ?? 0 })}
              value={known}
              options={ON_KNOWN.map((value) => ({ value, label: say(`intake.onKnown.${value}`) }))}
              onChange={setKnown}
              popupMatchSelectWidth={false}
            />
          </label>
        )}
        {HAS_STATUS.has(list.kind) && (
          <div>
            <span>{say('intake.status')}</span>
            <Radio.Group
              aria-label={say('intake.status')}
              value={status}
              options={STATUSES.map((value) => ({ value, label: say(`intake.status.${value}`) }))}
              onChange={(event) => setStatus(event.target.value as Choices['status'])}
            />
          </div>
        )}
      </div>
      {list.kind === 'talents' && <PeopleFields value={people} onChange={setPeople} />}
      {list.kind === 'rosters' && <RosterFields onChange={setRoster} />}
      <Button type="primary" loading={isBusy} disabled={!isComplete} onClick={() => void run()}>
        {say('intake.runRows', { count })}
      </Button>
    </section>
  );
}
