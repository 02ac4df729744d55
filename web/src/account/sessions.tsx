import type { OwnSession } from '@server/identity/session/session.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { get, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { useMoment } from '../ui/time';

/** Where one is signed in; each can be ended from here. */
export function Sessions() {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const query = useQuery({
    queryKey: ['session', 'all'],
    queryFn: ({ signal }) => get<OwnSession[]>('/session/all', { signal }),
  });
  const end = (id: string) =>
    act(async () => {
      await remove(`/session/all/${id}`);
      await client.invalidateQueries({ queryKey: ['session', 'all'] });
    });
  const columns: Column<OwnSession>[] = [
    {
      key: 'opened',
      title: say('setup.signedInAt'),
      render: ({ createdAt, current }) => (
        <>
          {moment(createdAt)} {current && <strong>{say('setup.thisSession')}</strong>}
        </>
      ),
    },
    { key: 'seen', title: say('setup.lastUsed'), width: 200, render: ({ seenAt }) => moment(seenAt) },
    { key: 'until', title: say('setup.until'), width: 200, render: ({ expiresAt }) => moment(expiresAt) },
    {
      key: 'acts',
      title: say('setup.acts'),
      width: 100,
      render: ({ id, current, createdAt }) =>
        !current && (
          <Button
            size="small"
            disabled={isBusy}
            aria-label={`${say('setup.end')} ${moment(createdAt)}`}
            onClick={() => void end(id)}
          >
            {say('setup.end')}
          </Button>
        ),
    },
  ];
  return (
    <Loaded query={query}>
      {(sessions) => <DataTable name={say('setup.sessions')} columns={columns} rows={sessions} />}
    </Loaded>
  );
}
