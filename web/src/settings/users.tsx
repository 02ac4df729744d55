import type { Page as PageOf } from '@server/common/page';
import type { UserView } from '@server/identity/user/user.schema';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Failure } from '../ui/failure';
import { PageSkeleton } from '../ui/page-skeleton';
import { useDay } from '../ui/time';
import { EditUser } from './edit-user';
import { NewUser } from './new-user';
import styles from './settings.module.css';
import layout from '../ui/layout.module.css';

const ROLES = [
  'manager',
  'park-lead',
  'officer',
  'enterprise',
  'organiser',
  'commission',
  'auditor',
  'project-owner',
  'talent',
] as const;

/** Accounts: new ones, where somebody works, until when, and who may no longer sign in. */
export function Users() {
  const { say } = useMessages();
  const day = useDay();
  const { id: own } = useUser();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [role, setRole] = useState<string>();
  const [editing, setEditing] = useState<UserView>();
  const [reset, setReset] = useState<{ login: string; password: string }>();
  const { data: parks = [] } = useQuery(parksQuery);
  const query = useInfiniteQuery({
    queryKey: ['users', role],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<UserView>>('/users', { signal, query: { role, limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] });
  const toggle = ({ id, disabledAt }: UserView) =>
    act(async () => {
      await post(`/users/${id}/${disabledAt ? 'enable' : 'disable'}`);
      await refresh();
    });
  const newPassword = ({ id, login }: UserView) =>
    act(async () => {
      const { password } = await post<{ password: string }>(`/users/${id}/password`);
      setReset({ login, password });
    });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<UserView>[] = [
    { key: 'login', title: say('signIn.login'), width: 150, render: ({ login }) => login },
    { key: 'name', title: say('field.name'), render: ({ name }) => <span lang="">{name}</span> },
    { key: 'role', title: say('settings.role'), width: 130, render: (user) => say(`role.${user.role}`) },
    {
      key: 'parks',
      title: say('field.park'),
      render: ({ parkIds }) =>
        parks
          .filter(({ id }) => parkIds.includes(id))
          .map(({ code }) => code)
          .join(say('list.separator')),
    },
    {
      key: 'until',
      title: say('setup.until'),
      width: 120,
      render: ({ expiresOn, disabledAt }) => (disabledAt ? say('setup.disabled') : day(expiresOn)),
    },
    {
      key: 'acts',
      title: say('setup.acts'),
      width: 250,
      render: (user) => (
        <span className={styles.acts}>
          <Button
            size="small"
            aria-label={`${say('setup.edit')} ${user.login}`}
            onClick={() => setEditing(user)}
          >
            {say('setup.edit')}
          </Button>
          {user.id !== own && (
            <>
              <Button
                size="small"
                disabled={isBusy}
                aria-label={`${say('setup.resetPassword')} ${user.login}`}
                onClick={() => void newPassword(user)}
              >
                {say('setup.resetPassword')}
              </Button>
              <Button
                size="small"
                disabled={isBusy}
                aria-label={`${say(user.disabledAt ? 'settings.enable' : 'settings.disable')} ${user.login}`}
                onClick={() => void toggle(user)}
              >
                {say(user.disabledAt ? 'settings.enable' : 'settings.disable')}
              </Button>
            </>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <NewUser onMade={() => void refresh()} />
      {reset && <Alert className={styles.once} type="success" title={say('settings.passwordOnce', reset)} />}
      <div className={layout.bar}>
        <Select
          allowClear
          placeholder={say('settings.role')}
          aria-label={say('settings.role')}
          value={role}
          options={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
          onChange={(next?: string) => setRole(next)}
          popupMatchSelectWidth={false}
        />
      </div>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <PageSkeleton />}
      {rows.length > 0 && <DataTable name={say('settings.users')} columns={columns} rows={rows} />}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
      {editing && (
        <EditUser user={editing} onClose={() => setEditing(undefined)} onSaved={() => void refresh()} />
      )}
    </>
  );
}
