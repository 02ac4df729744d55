import { useMessages } from '../i18n/use-messages';
import styles from './sample-badge.module.css';

/** Marks what came with the sample data, so that nobody takes it for real. */
export function SampleBadge({ set }: { set: string | null }) {
  const { say, locale } = useMessages();
  return set ? (
    <span className={styles.badge} lang={locale}>
      {say('sample.badge')}
    </span>
  ) : null;
}
