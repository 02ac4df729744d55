import type { TargetFilter } from '@server/plan/plan-seed.schema';
import { Checkbox, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';

interface Props {
  where: TargetFilter;
  onChange: (where: TargetFilter) => void;
}

const LISTS = [
  ['tags', 'industry-tags'],
  ['origins', 'project-origins'],
  ['tiers', 'talent-tiers'],
] as const;

/** What a target's subjects must be; a filter that is left empty asks nothing. */
export function FilterFields({ where, onChange }: Props) {
  const { say } = useMessages();
  const { options } = useWords();
  const change = (next: { [F in keyof TargetFilter]?: TargetFilter[F] | undefined }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...where, ...next }).filter(([, value]) => value !== undefined)),
    );
  return (
    <>
      {LISTS.map(([field, vocabulary]) => (
        <Field key={field} label={say(`plan.where.${field}`)}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={where[field] ?? []}
              options={options(vocabulary)}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(chosen: string[]) => change({ [field]: chosen.length > 0 ? chosen : undefined })}
              popupMatchSelectWidth={false}
            />
          )}
        </Field>
      ))}
      <Field label={say('plan.where.engagement')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={where.engagement}
            options={options('engagements')}
            onChange={(engagement?: TargetFilter['engagement']) => change({ engagement })}
          />
        )}
      </Field>
      <div className={layout.checks}>
        {(['keyEnterprise', 'industrialisation'] as const).map((flag) => (
          <Checkbox
            key={flag}
            checked={where[flag] ?? false}
            onChange={(event) => change({ [flag]: event.target.checked || undefined })}
          >
            {say(`plan.where.${flag}`)}
          </Checkbox>
        ))}
        <Checkbox
          checked={where.minSkillLevel !== undefined}
          onChange={(event) => change({ minSkillLevel: event.target.checked ? 'setting' : undefined })}
        >
          {say('plan.where.minSkillLevel')}
        </Checkbox>
      </div>
    </>
  );
}
