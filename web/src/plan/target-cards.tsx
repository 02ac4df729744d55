import { Button } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { nextTarget } from './plan-draft';
import type { PartProps } from './plan-head';
import { Remove, replaced, without } from './rows';
import { useRuleWords } from './rule-words';
import { TargetFields } from './target-fields';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's targets; one is open at a time, the others are said in words. */
export function TargetCards({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const words = useRuleWords();
  const { targets, activities } = plan;
  const [open, setOpen] = useState<number>();
  const add = () => {
    onChange({ targets: [...targets, nextTarget(plan)] });
    setOpen(targets.length);
  };
  return (
    <section className={layout.card}>
      <h2>{say('plan.tab.targets')}</h2>
      <ol className={styles.cards}>
        {targets.map((target, at) => (
          <li key={at}>
            <div className={styles.cardHead}>
              <button
                type="button"
                className={styles.unfold}
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? undefined : at)}
              >
                <span className={styles.code}>{target.code}</span>{' '}
                <span lang="">{target.name || say('plan.unnamed')}</span>
              </button>
              <Remove name={target.code} onRemove={() => onChange({ targets: without(targets, at) })} />
            </div>
            {open === at ? (
              <TargetFields
                target={target}
                activities={activities}
                onChange={(next) => onChange({ targets: replaced(targets, at, next) })}
              />
            ) : (
              <small className={layout.hint}>
                {[say('plan.goalOf', { goal: target.goal, unit: target.unit }), ...words(target)].join(
                  say('plan.ruleSeparator'),
                )}
              </small>
            )}
          </li>
        ))}
      </ol>
      <Button size="small" disabled={activities.length === 0} onClick={add}>
        {say('plan.addTarget')}
      </Button>
      {activities.length === 0 && <small className={layout.hint}>{say('plan.activitiesFirst')}</small>}
    </section>
  );
}
