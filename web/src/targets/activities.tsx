import type { PlanView } from '@server/plan/plan.schema';
import type { ProgressView } from '@server/plan/progress/progress.schema';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './targets.module.css';

/** The plan's activities, each with its state and how many subjects belong to it. */
export function Activities({ plan, counted }: { plan: PlanView; counted: ProgressView['activities'] }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  return (
    <section>
      <h2 className={styles.heading}>{say('targets.activities', { count: plan.activities.length })}</h2>
      <ol className={styles.activities}>
        {plan.activities.map(({ id, number, name, state, heldOn, month }) => {
          const subjects = counted.find((row) => row.number === number)?.subjects ?? 0;
          return (
            <li key={id} data-state={state}>
              <span className={styles.code}>{number}</span>
              <span lang="">{name}</span>
              <small>
                {label('activity-states', state)}{' '}
                {heldOn ? day(heldOn) : month !== null ? say('targets.month', { month }) : ''}
              </small>
              <Link
                to="/signings"
                search={{ activity: id }}
                title={say('goals.byActivity')}
                aria-label={`${number}: ${subjects} ${say('goals.byActivity')}`}
              >
                {subjects}
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
