import type { TargetRule } from '@server/plan/target-rule.schema';
import { useCallback } from 'react';
import { useMessages } from '../i18n/use-messages';
import { moneyWords } from '../ui/money';
import { useWords } from '../vocabulary/vocabularies';

/** What a rule asks, in a few short phrases; what it leaves open is not said. */
export function useRuleWords(): (rule: Omit<TargetRule, 'settings'>) => string[] {
  const { say } = useMessages();
  const { label } = useWords();
  return useCallback(
    (rule) => {
      const { where, amount } = rule;
      const list = (vocabulary: string, codes: readonly string[] | undefined) =>
        codes?.map((code) => label(vocabulary, code)).join(say('list.separator'));
      return [
        list('signing-kinds', rule.signingKinds),
        say('plan.ofActivities', { numbers: rule.activities.join(say('list.separator')) }),
        say('plan.byDistinct', { subject: label('subjects', rule.distinctBy) }),
        list('industry-tags', where.tags),
        list('project-origins', where.origins),
        list('talent-tiers', where.tiers),
        where.engagement && label('engagements', where.engagement),
        where.keyEnterprise && say('plan.where.keyEnterprise'),
        where.industrialisation && say('plan.where.industrialisation'),
        where.minSkillLevel && say('plan.where.minSkillLevel'),
        rule.broughtIn && say('plan.flag.broughtIn'),
        rule.quality && say('plan.needsQuality', { word: label('quality-words', rule.quality) }),
        amount &&
          say('plan.needsAmount', {
            amount: moneyWords(amount.yuan, say),
            scope: label('amount-scopes', amount.scope),
          }),
      ].filter((words): words is string => Boolean(words));
    },
    [say, label],
  );
}
