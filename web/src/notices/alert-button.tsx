import type { AlertView } from '@server/notifications/alerts/alert.schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { alertsQuery } from './queries';

interface Props {
  pairKind: AlertView['pairKind'];
  demandId: string;
}

/** "Tell me when one of 80 points or more arrives", on and off. */
export function AlertButton({ pairKind, demandId }: Props) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data: alerts } = useQuery(alertsQuery);
  const own = alerts?.find((alert) => alert.demand === demandId && alert.pairKind === pairKind);
  const toggle = useMutation({
    mutationFn: () =>
      own
        ? remove<AlertView[]>(`/match-alerts/${own.id}`)
        : post<AlertView[]>('/match-alerts', { pairKind, demand: demandId }),
    onSuccess: (list) => {
      client.setQueryData(alertsQuery.queryKey, list);
      void message.success(own ? say('notices.alertOff') : say('notices.alertOn', { score: 80 }));
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Button
      size="small"
      aria-pressed={own !== undefined}
      loading={toggle.isPending}
      onClick={() => toggle.mutate()}
    >
      {own ? say('notices.watched', { score: own.minScore }) : say('notices.watch', { score: 80 })}
    </Button>
  );
}
