import type { PlanSeed } from '@server/plan/plan-seed.schema';
import { Input, InputNumber } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { CountingFields } from './counting-fields';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';

export interface PartProps {
  plan: PlanSeed;
  onChange: (next: Partial<PlanSeed>) => void;
}

const NUMBERS = ['attributionDays', 'protectionDays'] as const;

/** What the plan is called, who issued it, and its days. */
export function PlanHead({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { settings } = plan;
  const text = (field: 'code' | 'name' | 'issuer' | 'source', label: string, wide = false, hint?: string) => (
    <Field label={label} wide={wide} hint={hint}>
      {(id) => (
        <Input
          id={id}
          maxLength={field === 'code' ? 32 : 500}
          value={plan[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <section className={layout.card}>
      <h2>{say('plan.tab.overview')}</h2>
      <div className={layout.grid}>
        {text('name', say('field.name'), true)}
        {text('code', say('field.code'), false, say('plan.codeHint'))}
        <Field label={say('plan.year')}>
          {(id) => (
            <InputNumber
              id={id}
              min={2000}
              max={2100}
              value={plan.year}
              onChange={(year) => onChange({ year: year ?? plan.year })}
            />
          )}
        </Field>
        {text('issuer', say('plan.issuer'))}
        {text('source', say('plan.source'), false, say('plan.sourceHint'))}
        <Field label={say('plan.activitiesStatedField')} hint={say('plan.activitiesStatedHint')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              precision={0}
              value={plan.activitiesStated}
              onChange={(activitiesStated) => onChange({ activitiesStated: activitiesStated ?? 0 })}
            />
          )}
        </Field>
        <CountingFields settings={settings} onChange={(next) => onChange({ settings: next })} />
        {NUMBERS.map((field) => (
          <Field key={field} label={say(`plan.${field}`)}>
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                max={730}
                precision={0}
                value={settings[field]}
                onChange={(days) => onChange({ settings: { ...settings, [field]: days ?? 0 } })}
              />
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}
