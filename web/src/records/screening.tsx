import { Tag } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useDay } from '../ui/time';
import type { AnyRecord } from './kinds';
import styles from './record-detail.module.css';

/** Where what was submitted stands: with whom, and when its owner is answered. */
export function Screening({ record: { screening } }: { record: AnyRecord }) {
  const { say } = useMessages();
  const day = useDay();
  if (screening?.daysLeft == null) return null;
  const { submittedAt, acceptedAt, handler, answerDueOn } = screening;
  return (
    <p className={styles.screening}>
      <span>{say('screening.submitted', { day: day(submittedAt) })}</span>
      <span>
        {acceptedAt
          ? say('screening.accepted', { day: day(acceptedAt), handler: handler ?? '' })
          : say('screening.waiting')}
      </span>
      <span>{say('screening.due', { day: day(answerDueOn) })}</span>
      <AnswerDue screening={screening} />
    </p>
  );
}

/** How long there is to answer; nothing once the answer was given. */
export function AnswerDue({ screening }: Pick<AnyRecord, 'screening'>) {
  const { say } = useMessages();
  if (screening?.daysLeft == null) return null;
  const { daysLeft } = screening;
  if (daysLeft < 0) return <Tag color="error">{say('screening.overdue', { days: -daysLeft })}</Tag>;
  return (
    <Tag color={daysLeft === 0 ? 'warning' : 'default'}>{say('screening.left', { days: daysLeft })}</Tag>
  );
}
