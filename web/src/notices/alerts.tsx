import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import styles from './notices.module.css';
import { alertsQuery } from './queries';

/** What the reader asked to be told of when it arrives. */
export function Alerts() {
  const { say } = useMessages();
  const client = useQueryClient();
  const query = useQuery(alertsQuery);
  const drop = useMutation({
    mutationFn: (id: string) => remove(`/match-alerts/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: alertsQuery.queryKey }),
  });
  return (
    <Loaded query={query}>
      {(alerts) =>
        alerts.length === 0 ? (
          <Nothing why={say('notices.noAlerts')} />
        ) : (
          <ul className={styles.list}>
            {alerts.map(({ id, pairKind, demand, code, minScore }) => (
              <li key={id}>
                <Link to="/review/$pairKind/$demandId" params={{ pairKind, demandId: demand }}>
                  {say('notices.alert', { code: code ?? '—', score: minScore })}
                </Link>
                <Button size="small" className={styles.acts} onClick={() => drop.mutate(id)}>
                  {say('action.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
