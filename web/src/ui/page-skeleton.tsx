import { Skeleton } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useDelayed } from './use-delayed';
import styles from './states.module.css';

/** Nothing at first: what is there within 150 ms should not flash grey. */
export function PageSkeleton() {
  const { say } = useMessages();
  const isLate = useDelayed(150);
  return (
    <div className={styles.skeleton} role="status" aria-label={say('state.loading')}>
      {isLate && <Skeleton active title paragraph={{ rows: 8 }} />}
    </div>
  );
}
