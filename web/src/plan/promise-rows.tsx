import { Button, Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import type { PartProps } from './plan-head';
import { replaced, without } from './rows';
import { Remove } from './track-rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** What the plan promises without a figure, and remarks on how it is read. */
export function PromiseRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { undertakings, notes, activities } = plan;
  return (
    <section className={layout.card}>
      <h2>{say('plan.undertakings')}</h2>
      <ul className={styles.rows}>
        {undertakings.map((undertaking, at) => (
          <li key={at}>
            <Select
              mode="multiple"
              aria-label={say('plan.activities')}
              className={layout.choose}
              value={undertaking.activities}
              options={activities.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }))}
              onChange={(chosen) =>
                onChange({ undertakings: replaced(undertakings, at, { ...undertaking, activities: chosen }) })
              }
            />
            <Input
              aria-label={say('plan.undertaking')}
              placeholder={say('plan.undertaking')}
              maxLength={500}
              value={undertaking.text}
              onChange={(event) =>
                onChange({
                  undertakings: replaced(undertakings, at, { ...undertaking, text: event.target.value }),
                })
              }
            />
            <Remove
              name={undertaking.text}
              onRemove={() => onChange({ undertakings: without(undertakings, at) })}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        disabled={activities.length === 0}
        onClick={() =>
          onChange({
            undertakings: [...undertakings, { activities: [activities[0]?.number ?? 1], text: '' }],
          })
        }
      >
        {say('plan.addUndertaking')}
      </Button>
      <Field label={say('plan.notes')} hint={say('plan.notesHint')} wide>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            value={notes.join('\n')}
            onChange={(event) => onChange({ notes: event.target.value.split('\n') })}
          />
        )}
      </Field>
    </section>
  );
}
