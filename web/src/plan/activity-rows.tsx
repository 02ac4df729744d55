import { Input, InputNumber, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { nextActivity } from './plan-draft';
import type { PartProps } from './plan-head';
import { Rows } from './rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's activities, one in a line. */
export function ActivityRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { activities, tracks } = plan;
  return (
    <section className={layout.card}>
      <h2>{say('plan.tab.activities')}</h2>
      <Rows
        rows={activities}
        nameOf={({ number }) => String(number)}
        adds={say('plan.addActivity')}
        next={tracks.length === 0 ? undefined : () => nextActivity(plan)}
        onChange={(rows) => onChange({ activities: rows })}
      >
        {(activity, change) => (
          <>
            <InputNumber
              aria-label={say('plan.number')}
              className={styles.short}
              min={1}
              max={999}
              precision={0}
              value={activity.number}
              onChange={(number) => change({ number: number ?? activity.number })}
            />
            <Input
              aria-label={say('field.name')}
              placeholder={say('field.name')}
              maxLength={500}
              value={activity.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <Select
              aria-label={say('plan.track')}
              value={activity.track}
              options={tracks.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(track) => change({ track })}
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
              onChange={(month) => change({ month })}
            />
          </>
        )}
      </Rows>
    </section>
  );
}
