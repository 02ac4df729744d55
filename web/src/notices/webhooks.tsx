import type { DeliveryView, WebhookView } from '@server/notifications/webhooks/webhook.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Switch } from 'antd';
import { patch, post, remove } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { NewWebhook } from './new-webhook';
import styles from './notices.module.css';
import { webhooksQuery } from './queries';

/** Other systems that are told what happens. */
export function Webhooks() {
  const { say } = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const query = useQuery(webhooksQuery);
  const act = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work();
      await client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      if (done) void message.success(done);
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  return (
    <>
      <NewWebhook onMade={() => void client.invalidateQueries({ queryKey: webhooksQuery.queryKey })} />
      <Loaded query={query}>
        {(webhooks: WebhookView[]) =>
          webhooks.length === 0 ? (
            <Nothing why={say('notices.noWebhooks')} />
          ) : (
            <ul className={styles.list}>
              {webhooks.map(({ id, name, park, format, host, enabled }) => (
                <li key={id}>
                  <span>{name}</span>
                  <small>
                    {say(`notices.format.${format}`)} · {host} · {park ?? say('notices.network')}
                  </small>
                  <span className={styles.acts}>
                    <Switch
                      size="small"
                      checked={enabled}
                      aria-label={say('notices.enabled', { name })}
                      onChange={(next) => void act(() => patch(`/webhooks/${id}`, 1, { enabled: next }))}
                    />{' '}
                    <Button
                      size="small"
                      onClick={() =>
                        void act(() => post<DeliveryView>(`/webhooks/${id}/test`), say('notices.testSent'))
                      }
                    >
                      {say('notices.test')}
                    </Button>{' '}
                    <Popconfirm
                      title={say('notices.removeHook', { name })}
                      onConfirm={() => void act(() => remove(`/webhooks/${id}`))}
                    >
                      <Button size="small">{say('action.remove')}</Button>
                    </Popconfirm>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
