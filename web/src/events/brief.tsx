import type { BriefView } from '@server/events/brief/brief.schema';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { moneyWords } from '../ui/money';
import { useWords } from '../vocabulary/vocabularies';
import { briefQuery } from './queries';
import styles from './events.module.css';
import layout from '../ui/layout.module.css';

/** 快报: the day in numbers, the morning after. */
export function Brief({ id }: { id: string }) {
  const { say } = useMessages();
  const query = useQuery(briefQuery(id));
  return (
    <>
      <div className={`${layout.bar} no-print`}>
        <Button onClick={() => window.print()}>{say('events.print')}</Button>
      </div>
      <Loaded query={query}>{(brief) => <Numbers brief={brief} />}</Loaded>
    </>
  );
}

function Numbers({ brief }: { brief: BriefView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const amounts = Object.entries(brief.onSite.amounts).map(
    ([kind, yuan]) => `${label('amount-kinds', kind)} ${moneyWords(yuan, say)}`,
  );
  const strengths = Object.entries(brief.byStrength).map(
    ([code, count]) => `${label('talk-strengths', code)} ${count}`,
  );
  return (
    <>
      <Facts
        facts={[
          [say('events.guests'), say('events.briefGuests', brief)],
          [say('events.door'), say('events.briefDoor', brief)],
          [say('events.briefRecordsTitle'), say('events.briefRecords', brief)],
          [say('events.talk'), say('events.briefTalks', brief)],
          [say('events.strength'), strengths.join(say('list.separator'))],
          [say('events.onSite'), [String(brief.onSite.signings), ...amounts].join(say('list.separator'))],
          [say('events.followUps'), say('events.briefFollowUps', brief.followUps)],
        ]}
      />
      {brief.nextSteps.length > 0 && (
        <section>
          <h2>{say('events.nextStep')}</h2>
          <ul className={styles.lines}>
            {brief.nextSteps.map(({ host, visitor, strength, nextStep }) => (
              <li key={`${host} ${visitor}`} lang="">
                <b>{`${host} × ${visitor}`}</b> {label('talk-strengths', strength)} {nextStep}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
