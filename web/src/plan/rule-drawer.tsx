import type { PlanView, TargetView } from '@server/plan/plan.schema';
import { Drawer } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { useDay } from '../ui/time';
import { RuleEditor } from './rule-editor';
import { useRuleWords } from './rule-words';
import layout from '../ui/layout.module.css';

interface Props {
  plan: PlanView;
  target: TargetView;
  onClose: () => void;
}

/** Every version of a target's rule, and for managers the next one. */
export function RuleDrawer({ plan, target, onClose }: Props) {
  const { say } = useMessages();
  const day = useDay();
  const words = useRuleWords();
  const isManager = useUser().role === 'manager';
  return (
    <Drawer
      open
      title={<span lang="">{`${target.code} ${target.name}`}</span>}
      size="min(860px, 100vw)"
      onClose={onClose}
    >
      <section className={layout.stack}>
        <h3>{say('plan.versions')}</h3>
        <ol className={layout.lines}>
          {target.rules.toReversed().map(({ version, effectiveFrom, reason, documentNumber, rule }) => (
            <li key={version}>
              <strong>{say('plan.versionFrom', { version, day: day(effectiveFrom) })}</strong>{' '}
              {say('plan.goalOf', { goal: rule.goal, unit: target.unit })}
              {say('plan.ruleSeparator')}
              {words(rule).join(say('plan.ruleSeparator'))}
              {reason && (
                <small className={layout.hint} lang="">
                  {[reason, documentNumber].filter(Boolean).join(' · ')}
                </small>
              )}
            </li>
          ))}
        </ol>
      </section>
      {isManager && <RuleEditor plan={plan} target={target} />}
    </Drawer>
  );
}
