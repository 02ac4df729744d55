import { isWithin } from '../../taxonomy/tags';
import { skillLevels } from '../../taxonomy/talent.vocabulary';
import type { TargetFilter } from '../plan-seed.schema';
import type { TargetRule } from '../target-rule.schema';
import type { CountedSigning } from './counted-signing';

/** Why a signing does not count for a target. */
export const OBJECTIONS = [
  'kind',
  'activity',
  'no-rule',
  'period',
  'origin-unknown',
  'in-park',
  'key-enterprise',
  'industrialisation',
  'project-origin',
  'tags',
  'tier',
  'engagement',
  'skill-level',
  'quality',
  'level',
  'late',
  'amount',
  'reported-before',
  'not-confirmed',
] as const;
export type Objection = (typeof OBJECTIONS)[number];

type Facts = CountedSigning['facts'];
type Check = (facts: Facts, where: TargetFilter, rule: TargetRule) => boolean;

/** What each filter asks; a fact that is not known does not answer it. */
const CHECKS: readonly (readonly [Objection, keyof TargetFilter, Check])[] = [
  ['key-enterprise', 'keyEnterprise', (facts) => facts.keyEnterprise === true],
  ['industrialisation', 'industrialisation', (facts) => facts.industrialisation === true],
  ['project-origin', 'origins', ({ origin }, { origins }) => !!origin && !!origins?.includes(origin)],
  [
    'tags',
    'tags',
    (facts, { tags }) => facts.tags.some((tag) => tags?.some((wanted) => isWithin(tag, wanted))),
  ],
  ['tier', 'tiers', ({ tier }, { tiers }) => !!tier && !!tiers?.includes(tier)],
  ['engagement', 'engagement', (facts, where) => facts.engagement === where.engagement],
  [
    'skill-level',
    'minSkillLevel',
    ({ skillLevel }, _where, { settings }) =>
      !!skillLevel && skillLevels.atLeast(skillLevel, settings.minSkillLevel),
  ],
];

/** Why the signing, attributed to the activity of this number, is none of the target's; empty when it is. */
export function objectionsTo(
  signing: Pick<CountedSigning, 'kind' | 'day' | 'region' | 'facts' | 'qualities'>,
  activity: number | undefined,
  rule: TargetRule,
): Objection[] {
  const { signedFrom, signedTo } = rule.settings;
  const broughtIn = rule.broughtIn ? originObjections(signing.region) : [];
  return [
    ...(rule.signingKinds.includes(signing.kind) ? [] : (['kind'] as const)),
    ...(activity !== undefined && rule.activities.includes(activity) ? [] : (['activity'] as const)),
    ...(signing.day >= signedFrom && signing.day <= signedTo ? [] : (['period'] as const)),
    ...broughtIn,
    ...CHECKS.filter(
      ([, field, holds]) => rule.where[field] !== undefined && !holds(signing.facts, rule.where, rule),
    ).map(([objection]) => objection),
    ...(rule.quality && !signing.qualities[rule.quality] ? (['quality'] as const) : []),
  ];
}

/** 引进、引入: what came from elsewhere, and is known to have. */
function originObjections(region: CountedSigning['region']): Objection[] {
  if (region === null) return ['origin-unknown'];
  return region === 'in-park' ? ['in-park'] : [];
}
