import type { TargetSeed } from '@server/plan/plan-seed.schema';
import type { ActivityView } from '@server/plan/plan.schema';
import { Checkbox, Input } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { RuleFields } from './rule-fields';
import layout from '../ui/layout.module.css';

interface Props {
  target: TargetSeed;
  activities: readonly Pick<ActivityView, 'number' | 'name'>[];
  onChange: (target: TargetSeed) => void;
}

/** A target as the plan words it, then what it counts. */
export function TargetFields({ target, activities, onChange }: Props) {
  const { say } = useMessages();
  const change = (next: Partial<TargetSeed>) => onChange({ ...target, ...next });
  return (
    <div className={layout.stack}>
      <div className={layout.grid}>
        <Field label={say('goals.code')}>
          {(id) => (
            <Input
              id={id}
              maxLength={32}
              value={target.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('plan.unit')}>
          {(id) => (
            <Input
              id={id}
              maxLength={20}
              value={target.unit}
              onChange={(event) => change({ unit: event.target.value })}
            />
          )}
        </Field>
        <Field label={say('targets.target')} wide>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={target.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <div className={layout.checks}>
          <Checkbox checked={target.stated} onChange={(event) => change({ stated: event.target.checked })}>
            {say('plan.stated')}
          </Checkbox>
        </div>
      </div>
      <RuleFields rule={target} activities={activities} onChange={onChange} />
      <Field label={say('plan.note')} wide>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={target.note}
            onChange={(event) => change({ note: event.target.value || undefined })}
          />
        )}
      </Field>
    </div>
  );
}
