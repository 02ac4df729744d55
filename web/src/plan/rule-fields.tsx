import type { ActivityView } from '@server/plan/plan.schema';
import type { TargetRule } from '@server/plan/target-rule.schema';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { Field } from '../ui/field';
import { FilterFields } from './filter-fields';
import { groupsOf, groupsText } from './rule-changes';
import layout from '../ui/layout.module.css';

export type RuleInput = Omit<TargetRule, 'settings'>;

interface Props<R extends RuleInput> {
  rule: R;
  activities: readonly Pick<ActivityView, 'number' | 'name'>[];
  onChange: (rule: R) => void;
}

const WAN = 10_000;

/** Everything that decides what a target counts, but for the plan's own settings. */
export function RuleFields<R extends RuleInput>({ rule, activities, onChange }: Props<R>) {
  const { say } = useMessages();
  const { options } = useWords();
  const change = (next: Partial<RuleInput>) => onChange({ ...rule, ...next });
  return (
    <div className={layout.grid}>
      <Field label={say('plan.goal')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            precision={0}
            value={rule.goal}
            onChange={(goal) => change({ goal: goal ?? 0 })}
          />
        )}
      </Field>
      <Field label={say('plan.countAt')} hint={say('plan.countAtHint')}>
        {(id) => (
          <Select
            id={id}
            value={rule.countAt}
            options={options('count-levels')}
            onChange={(countAt) => change({ countAt })}
          />
        )}
      </Field>
      <Field label={say('plan.beside')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={rule.beside}
            options={options('count-levels')}
            onChange={(beside) => change({ beside })}
          />
        )}
      </Field>
      <Field label={say('plan.signingKinds')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={rule.signingKinds}
            options={options('signing-kinds')}
            onChange={(signingKinds) => change({ signingKinds })}
          />
        )}
      </Field>
      <Field label={say('plan.distinctBy')}>
        {(id) => (
          <Select
            id={id}
            value={rule.distinctBy}
            options={options('subjects')}
            onChange={(distinctBy) => change({ distinctBy })}
          />
        )}
      </Field>
      <Field label={say('plan.quality')} hint={say('plan.qualityHint')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={rule.quality}
            options={options('quality-words')}
            onChange={(quality?: RuleInput['quality']) => change({ quality })}
          />
        )}
      </Field>
      <Field label={say('plan.activities')} wide>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={rule.activities}
            options={activities.map(({ number, name }) => ({ value: number, label: `${number} ${name}` }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen) => change({ activities: chosen })}
          />
        )}
      </Field>
      <FilterFields where={rule.where} onChange={(where) => change({ where })} />
      <Field label={say('plan.amount')} hint={say('plan.amountHint')}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            value={rule.amount && rule.amount.yuan / WAN}
            onChange={(wan) =>
              change({
                amount: wan
                  ? { yuan: Math.round(wan * WAN), scope: rule.amount?.scope ?? 'undecided' }
                  : undefined,
              })
            }
          />
        )}
      </Field>
      {rule.amount && (
        <Field label={say('plan.amountScope')}>
          {(id) => (
            <Select
              id={id}
              value={rule.amount?.scope}
              options={options('amount-scopes')}
              onChange={(scope) => rule.amount && change({ amount: { ...rule.amount, scope } })}
            />
          )}
        </Field>
      )}
      <Field label={say('plan.otherDistinct')}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={rule.alternatives.distinctBy}
            options={options('subjects')}
            onChange={(distinctBy?: RuleInput['distinctBy']) =>
              change({ alternatives: { ...rule.alternatives, distinctBy } })
            }
          />
        )}
      </Field>
      <OtherGroups rule={rule} onChange={change} />
      <div className={layout.checks}>
        {(['broughtIn', 'atLeast', 'openGroup'] as const).map((flag) => (
          <Checkbox
            key={flag}
            checked={rule[flag]}
            onChange={(event) => change({ [flag]: event.target.checked })}
          >
            {say(`plan.flag.${flag}`)}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}

/** Other lists of activities that the words may mean; kept as typed until the field is left. */
function OtherGroups({ rule, onChange }: { rule: RuleInput; onChange: (next: Partial<RuleInput>) => void }) {
  const { say } = useMessages();
  const [typed, setTyped] = useState(groupsText(rule.alternatives.activities));
  const settle = () => {
    const groups = groupsOf(typed);
    setTyped(groupsText(groups));
    onChange({ alternatives: { ...rule.alternatives, activities: groups.length > 0 ? groups : undefined } });
  };
  return (
    <Field label={say('plan.otherActivities')} hint={say('plan.otherActivitiesHint')}>
      {(id) => (
        <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={settle} />
      )}
    </Field>
  );
}
