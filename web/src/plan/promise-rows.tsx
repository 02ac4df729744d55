import { Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import type { PartProps } from './plan-head';
import { Rows } from './rows';
import layout from '../ui/layout.module.css';

/** What the plan promises without a figure, and remarks on how it is read. */
export function PromiseRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { undertakings, notes, activities } = plan;
  const [first] = activities;
  return (
    <section className={layout.card}>
      <h2>{say('plan.undertakings')}</h2>
      <Rows
        rows={undertakings}
        nameOf={({ text }) => text}
        adds={say('plan.addUndertaking')}
        next={first && (() => ({ activities: [first.number], text: '' }))}
        onChange={(rows) => onChange({ undertakings: rows })}
      >
        {(undertaking, change) => (
          <>
            <Select
              mode="multiple"
              aria-label={say('plan.activities')}
              className={layout.choose}
              value={undertaking.activities}
              options={activities.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }))}
              onChange={(chosen) => change({ activities: chosen })}
            />
            <Input
              aria-label={say('plan.undertaking')}
              placeholder={say('plan.undertaking')}
              maxLength={500}
              value={undertaking.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </>
        )}
      </Rows>
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
