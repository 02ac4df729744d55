import type { PlanSummary } from '@server/plan/plan.schema';
import { Select } from 'antd';
import { useMessages } from '../i18n/use-messages';

interface Props {
  plans: readonly PlanSummary[];
  plan: string;
  onChange: (code: string) => void;
}

/** Which plan; nothing to choose with one. */
export function PlanPicker({ plans, plan, onChange }: Props) {
  const { say } = useMessages();
  if (plans.length < 2) return null;
  return (
    <Select
      aria-label={say('goals.plan')}
      value={plan}
      options={plans.map(({ code, year, name }) => ({ value: code, label: `${year} ${name}` }))}
      onChange={onChange}
      popupMatchSelectWidth={false}
      style={{ maxWidth: 280 }}
    />
  );
}
