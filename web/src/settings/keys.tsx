import type { Page as PageOf } from '@server/common/page';
import type { ApiKeyView } from '@server/identity/api-key/api-key.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { get, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useDay, useMoment } from '../ui/time';
import { NewKey } from './new-key';

/** Keys of one's own programs, with when each was used last. */
export function Keys() {
  const { say } = useMessages();
  const day = useDay();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const query = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => get<PageOf<ApiKeyView>>('/api-keys', { signal }),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['api-keys'] });
  const revoke = (id: string) =>
    act(async () => {
      await remove(`/api-keys/${id}`);
      await refresh();
    });
  const columns: Column<ApiKeyView>[] = [
    { key: 'name', title: say('field.name'), render: ({ name }) => <span lang="">{name}</span> },
    {
      key: 'scopes',
      title: say('settings.scopes'),
      render: ({ scopes }) => <code>{scopes.join(' ')}</code>,
    },
    {
      key: 'used',
      title: say('setup.lastUsed'),
      width: 170,
      render: ({ usedAt }) => (usedAt ? moment(usedAt) : say('setup.neverUsed')),
    },
    {
      key: 'until',
      title: say('setup.until'),
      width: 170,
      render: ({ expiresAt, revokedAt }) =>
        revokedAt ? say('settings.revoked', { day: day(revokedAt) }) : day(expiresAt),
    },
    {
      key: 'acts',
      title: say('setup.acts'),
      width: 90,
      render: ({ id, name, revokedAt }) =>
        !revokedAt && (
          <Popconfirm
            title={say('setup.revokeSure')}
            okText={say('settings.revoke')}
            cancelText={say('action.cancel')}
            onConfirm={() => void revoke(id)}
          >
            <Button size="small" disabled={isBusy} aria-label={`${say('settings.revoke')} ${name}`}>
              {say('settings.revoke')}
            </Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <NewKey onMade={() => void refresh()} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing why={say('settings.noKeys')} />
          ) : (
            <DataTable name={say('settings.keys')} columns={columns} rows={items} />
          )
        }
      </Loaded>
    </>
  );
}
