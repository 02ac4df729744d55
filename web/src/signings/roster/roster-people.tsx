import type { RosterLineView } from '@server/signings/roster.schema';
import type { SigningView } from '@server/signings/signing.view';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/http';
import { useMessages } from '../../i18n/use-messages';
import { useUser } from '../../session/session';
import { type Column, DataTable } from '../../ui/data-table';
import { Loaded } from '../../ui/loaded';
import { useDay } from '../../ui/time';
import { useWords } from '../../vocabulary/vocabularies';
import styles from '../signing.module.css';

const KEEPERS = new Set(['manager', 'park-lead', 'officer']);

/** The people of a roster, for those who keep it; identity numbers are never shown again. */
export function RosterPeople({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { role } = useUser();
  const isRoster = signing.subjects.some(({ line }) => line !== null);
  const query = useQuery({
    queryKey: ['signings', signing.id, 'roster', signing.version],
    queryFn: ({ signal }) => get<RosterLineView[]>(`/signings/${signing.id}/roster`, { signal }),
    enabled: isRoster && KEEPERS.has(role),
  });
  if (!isRoster || !KEEPERS.has(role)) return null;
  const columns: Column<RosterLineView & { id: string }>[] = [
    { key: 'line', title: say('plan.number'), width: 60, render: ({ line }) => line },
    {
      key: 'name',
      title: say('signings.line.name'),
      width: 110,
      render: ({ name }) => <span lang="">{name ?? say('signings.deleted')}</span>,
    },
    {
      key: 'level',
      title: say('signings.line.skillLevel'),
      width: 140,
      render: ({ work }) => label('skill-levels', work?.skillLevel),
    },
    {
      key: 'employer',
      title: say('signings.line.employer'),
      render: ({ work }) => <span lang="">{work?.employer}</span>,
    },
    {
      key: 'post',
      title: say('signings.line.post'),
      render: ({ work }) => <span lang="">{work?.post}</span>,
    },
    {
      key: 'onBoard',
      title: say('signings.line.onBoardOn'),
      width: 120,
      render: ({ work }) => day(work?.onBoardOn ?? null),
    },
    {
      key: 'insurance',
      title: say('signings.line.socialInsuranceFrom'),
      width: 110,
      render: ({ work }) => work?.socialInsuranceFrom,
    },
  ];
  return (
    <section className={styles.card}>
      <h2>{say('signings.people', { count: signing.subjects.length })}</h2>
      <Loaded query={query} loading={null}>
        {(lines) => (
          <DataTable
            name={say('signings.lines')}
            columns={columns}
            rows={lines.map((line) => ({ ...line, id: line.subjectId }))}
          />
        )}
      </Loaded>
    </section>
  );
}
