import type { TargetSeed } from '@server/plan/plan-seed.schema';
import type { PlanView } from '@server/plan/plan.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Drawer, Button } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { nextTarget } from './plan-draft';
import { TargetFields } from './target-fields';
import { useAct } from '../ui/use-act';
import layout from '../ui/layout.module.css';

/** A target more for a plan that is in use; it counts from the plan's first day. */
export function AddTarget({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [target, setTarget] = useState<TargetSeed>(() =>
    nextTarget({
      targets: plan.targets,
      activities: plan.activities,
    }),
  );
  const save = () =>
    act(async () => {
      await post(`/plans/${plan.code}/targets`, target);
      await client.invalidateQueries({ queryKey: ['plans'] });
      onClose();
    });
  return (
    <Drawer open title={say('plan.addTarget')} size="min(860px, 100vw)" onClose={onClose}>
      <TargetFields target={target} activities={plan.activities} onChange={setTarget} />
      <p className={layout.hint}>{say('plan.addTargetHint')}</p>
      <div className={layout.bar}>
        <Button
          type="primary"
          loading={isBusy}
          disabled={target.name.trim() === '' || target.unit.trim() === ''}
          onClick={() => void save()}
        >
          {say('plan.add')}
        </Button>
      </div>
    </Drawer>
  );
}
