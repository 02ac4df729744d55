import type { Page as PageOf } from '@server/common/page';
import type { ApiKeyView } from '@server/identity/api-key/api-key.schema';
import type { UserView } from '@server/identity/user/user.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { get, post, remove } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useDay } from '../ui/time';
import { NewKey } from './new-key';
import { NewUser } from './new-user';
import { PasswordForm } from './password-form';
import styles from './settings.module.css';

const route = getRouteApi('/shell/settings');

export function SettingsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { tab } = route.useSearch();
  const items = [
    ...(role === 'manager' ? [{ key: 'users', label: say('settings.users'), children: <Users /> }] : []),
    { key: 'parks', label: say('settings.parks'), children: <Parks /> },
    { key: 'keys', label: say('settings.keys'), children: <Keys /> },
    { key: 'password', label: say('settings.password'), children: <PasswordForm /> },
  ];
  const open = items.find(({ key }) => key === tab) ?? items[0];
  return (
    <Page title={say('nav.settings')}>
      <nav className={styles.tabs} aria-label={say('nav.settings')}>
        {items.map(({ key, label }) => (
          <Link
            key={key}
            to="/settings"
            search={{ tab: key }}
            replace
            aria-current={key === open?.key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {open?.children}
    </Page>
  );
}

function Users() {
  const { say } = useMessages();
  const { id: own } = useUser();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data: parks = [] } = useQuery(parksQuery);
  const query = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => get<PageOf<UserView>>('/users', { signal, query: { limit: 200 } }),
  });
  const toggle = async ({ id, disabledAt, version }: UserView) => {
    try {
      await post(`/users/${id}/${disabledAt ? 'enable' : 'disable'}`, undefined, { version });
      await client.invalidateQueries({ queryKey: ['users'] });
    } catch (error) {
      void message.error(isRequestFailed(error) && !error.isOffline ? error.message : say('problem.offline'));
    }
  };
  return (
    <>
      <NewUser onMade={() => void client.invalidateQueries({ queryKey: ['users'] })} />
      <Loaded query={query}>
        {({ items }) => (
          <div className={styles.scroll} role="region" tabIndex={0} aria-label={say('settings.users')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('signIn.login')}</th>
                  <th scope="col">{say('field.name')}</th>
                  <th scope="col">{say('settings.role')}</th>
                  <th scope="col">{say('field.park')}</th>
                  <th scope="col">{say('field.status')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((user) => (
                  <tr key={user.id}>
                    <td>{user.login}</td>
                    <td lang="">{user.name}</td>
                    <td>{say(`role.${user.role}`)}</td>
                    <td>
                      {parks
                        .filter(({ id }) => user.parkIds.includes(id))
                        .map(({ code }) => code)
                        .join(say('list.separator'))}
                    </td>
                    <td>
                      {user.id !== own && (
                        <Button size="small" onClick={() => void toggle(user)}>
                          {say(user.disabledAt ? 'settings.enable' : 'settings.disable')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Parks() {
  const { say } = useMessages();
  const query = useQuery(parksQuery);
  return (
    <Loaded query={query}>
      {(parks) => (
        <ul className={styles.parks}>
          {parks.map(({ id, code, name, city }) => (
            <li key={id}>
              <strong>{code}</strong> <span lang="">{name}</span>{' '}
              <small>{city ?? say('targets.noCity')}</small>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Keys() {
  const { say } = useMessages();
  const day = useDay();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => get<PageOf<ApiKeyView>>('/api-keys', { signal }),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: ['api-keys'] });
  const revoke = async (id: string) => {
    await remove(`/api-keys/${id}`);
    refresh();
  };
  return (
    <>
      <NewKey onMade={refresh} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing why={say('settings.noKeys')} />
          ) : (
            <ul className={styles.parks}>
              {items.map(({ id, name, scopes, expiresAt, revokedAt }) => (
                <li key={id}>
                  <strong>{name}</strong> <code>{scopes.join(' ')}</code>{' '}
                  <small>
                    {revokedAt
                      ? say('settings.revoked', { day: day(revokedAt) })
                      : say('settings.expires', { day: day(expiresAt) })}
                  </small>{' '}
                  {!revokedAt && (
                    <Button size="small" onClick={() => void revoke(id)}>
                      {say('settings.revoke')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
