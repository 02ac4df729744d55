import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { plansQuery } from '../targets/queries';
import styles from './desk.module.css';

/** What a new installation needs before work begins, for its manager; it goes when there is a plan. */
export function FirstSteps() {
  const { say } = useMessages();
  const { role } = useUser();
  const { data: plans } = useQuery({ ...plansQuery, enabled: role === 'manager' });
  if (plans?.length !== 0) return null;
  return (
    <section className={`${styles.queue} ${styles.firstSteps}`}>
      <header>
        <h2>{say('desk.firstSteps')}</h2>
      </header>
      <ol>
        <li>
          <Link to="/settings" search={{ tab: 'parks' }}>
            {say('desk.firstParks')}
          </Link>
        </li>
        <li>
          <Link to="/settings" search={{ tab: 'users' }}>
            {say('desk.firstUsers')}
          </Link>
        </li>
        <li>
          <Link to="/plan/new">{say('desk.firstPlan')}</Link>
        </li>
        <li>
          <Link to="/imports">{say('desk.firstLists')}</Link>
        </li>
      </ol>
    </section>
  );
}
