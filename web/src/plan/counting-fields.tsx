import type { CountingSettings } from '@server/plan/target-rule.schema';
import { Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { Field } from '../ui/field';

const DAYS = ['signedFrom', 'signedTo', 'landedBy'] as const;
/** What a plan may mean by 落地, of the levels. */
const LANDED: readonly CountingSettings['landedMeans'][] = [
  'registered',
  'settled',
  'filed',
  'started',
  'funded',
  'produced',
  'at-capacity',
];

interface Props<S extends CountingSettings> {
  settings: S;
  onChange: (settings: S) => void;
}

/** The days of a plan and what its words mean; they decide what counts. */
export function CountingFields<S extends CountingSettings>({ settings, onChange }: Props<S>) {
  const { say } = useMessages();
  const { label, options } = useWords();
  return (
    <>
      {DAYS.map((field) => (
        <Field key={field} label={say(`plan.${field}`)}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={settings[field]}
              onChange={(event) => onChange({ ...settings, [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={say('plan.landedMeans')}>
        {(id) => (
          <Select
            id={id}
            value={settings.landedMeans}
            options={LANDED.map((value) => ({ value, label: label('levels', value) }))}
            onChange={(landedMeans) => onChange({ ...settings, landedMeans })}
          />
        )}
      </Field>
      <Field label={say('plan.minSkillLevel')}>
        {(id) => (
          <Select
            id={id}
            value={settings.minSkillLevel}
            options={options('skill-levels')}
            onChange={(minSkillLevel) => onChange({ ...settings, minSkillLevel: minSkillLevel })}
          />
        )}
      </Field>
    </>
  );
}
