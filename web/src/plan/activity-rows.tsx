import type { ActivitySeed } from '@server/plan/plan-seed.schema';
import { Button, Input, InputNumber, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { nextActivity } from './plan-draft';
import type { PartProps } from './plan-head';
import { replaced, without } from './rows';
import { Remove } from './track-rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's activities, one in a line. */
export function ActivityRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { activities, tracks } = plan;
  const set = (at: number, activity: ActivitySeed) =>
    onChange({ activities: replaced(activities, at, activity) });
  return (
    <section className={layout.card}>
      <h2>{say('plan.tab.activities')}</h2>
      <ol className={styles.rows}>
        {activities.map((activity, at) => (
          <li key={at}>
            <InputNumber
              aria-label={say('plan.number')}
              className={styles.short}
              min={1}
              max={999}
              precision={0}
              value={activity.number}
              onChange={(number) => set(at, { ...activity, number: number ?? activity.number })}
            />
            <Input
              aria-label={say('field.name')}
              placeholder={say('field.name')}
              maxLength={500}
              value={activity.name}
              onChange={(event) => set(at, { ...activity, name: event.target.value })}
            />
            <Select
              aria-label={say('plan.track')}
              value={activity.track}
              options={tracks.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(track) => set(at, { ...activity, track })}
              popupMatchSelectWidth={false}
            />
            <InputNumber
              aria-label={say('plan.month')}
              placeholder={say('plan.month')}
              className={styles.short}
              min={1}
              max={12}
              precision={0}
              value={activity.month}
              onChange={(month) => set(at, { ...activity, month })}
            />
            <Remove
              name={String(activity.number)}
              onRemove={() => onChange({ activities: without(activities, at) })}
            />
          </li>
        ))}
      </ol>
      <Button
        size="small"
        disabled={tracks.length === 0}
        onClick={() => onChange({ activities: [...activities, nextActivity(plan)] })}
      >
        {say('plan.addActivity')}
      </Button>
    </section>
  );
}
