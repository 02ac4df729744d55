import { Progress } from 'antd';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import { Page } from '../ui/page';
import { useDelayed } from '../ui/use-delayed';
import styles from './matching-progress.module.css';

const LONG_MS = 8_000;
const STEPS: readonly MessageKey[] = [
  'matches.progress.published',
  'matches.progress.matching',
  'matches.progress.ready',
];
/** The step that is under way while there is no list yet. */
const NOW = 1;

/** A demand that is being matched: what is done and what is under way; the first results take its place. */
export function MatchingProgress() {
  const { say } = useMessages();
  const isLong = useDelayed(LONG_MS);
  return (
    <Page title={say('review.title')}>
      <div className={styles.progress} role="status">
        <Progress
          percent={(100 * (NOW + 0.5)) / STEPS.length}
          showInfo={false}
          status="active"
          aria-label={say('review.beingMade')}
        />
        <ol>
          {STEPS.map((step, at) => (
            <li key={step} data-state={at < NOW ? 'done' : at === NOW ? 'now' : 'next'}>
              {say(step)}
            </li>
          ))}
        </ol>
        <p>{say(isLong ? 'matches.progress.slow' : 'review.beingMade')}</p>
      </div>
    </Page>
  );
}
