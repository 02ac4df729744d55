import type { AllocationsView } from '@server/plan/plan.schema';
import type { TargetProgress } from '@server/plan/progress/progress.schema';
import { useQueries, useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import styles from './targets.module.css';

/** The parks of the network as tiles, with what of the plan's targets was allotted to them. */
export function ParkTiles({ plan, targets }: { plan: string; targets: readonly TargetProgress[] }) {
  const { say } = useMessages();
  const { data: parks = [] } = useQuery(parksQuery);
  const allotted = targets.filter(({ allocated }) => allocated.parks > 0);
  const allocations = useQueries({
    queries: allotted.map(({ code }) => ({
      queryKey: ['plans', plan, 'allocations', code],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<AllocationsView>(`/plans/${plan}/targets/${code}/allocations`, { signal }),
    })),
  });
  return (
    <section>
      <h2 className={styles.heading}>{say('targets.parks')}</h2>
      <ul className={styles.tiles}>
        {parks.map(({ id, code, city }) => {
          const own = allocations.flatMap(({ data }, at) =>
            (data?.allocations ?? [])
              .filter(({ park }) => park === code)
              .map((allocation) => ({ ...allocation, target: allotted[at]?.name ?? '' })),
          );
          return (
            <li key={id}>
              <strong>{code}</strong>
              <span>{city ?? say('targets.noCity')}</span>
              {own.length === 0 ? (
                <small>{say('targets.noAllocation')}</small>
              ) : (
                own.map(({ target, counted, goal }) => (
                  <small key={target}>{say('targets.allocation', { target, counted, goal })}</small>
                ))
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
