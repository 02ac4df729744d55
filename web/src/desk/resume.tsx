import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { findLastReview } from './last-review';
import styles from './desk.module.css';

/** Back to the shortlist that was being gone through. */
export function Resume() {
  const { say } = useMessages();
  const { id } = useUser();
  const last = findLastReview(id);
  if (!last) return null;
  const { pairKind, demandId, title, at } = last;
  return (
    <p className={styles.resume}>
      {say('desk.resume')}{' '}
      <Link to="/review/$pairKind/$demandId" params={{ pairKind, demandId }} search={{ at }} lang="">
        {title}
      </Link>
    </p>
  );
}
