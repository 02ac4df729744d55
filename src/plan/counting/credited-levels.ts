import { type CountLevel, resolveLevel } from '../../taxonomy/count-levels';
import type { Level, SigningKind } from '../../taxonomy/signing.vocabulary';
import type { TargetRule } from '../target-rule.schema';

type Levels = Pick<TargetRule, 'countAt' | 'beside'>;

/** The levels a target writes credits at: its own, those shown beside it, and 已签约 and 已落地 always. */
export const creditedLevels = ({ countAt, beside }: Levels): CountLevel[] => [
  ...new Set<CountLevel>(['signed', 'landed', countAt, ...beside]),
];

/**
 * What proves a counting level for a kind of signing: 落地 is the plan's setting for projects and enterprises, a person
 * at work (到岗 or 履约) for talent, and the unveiling for what is founded.
 */
export function levelsMeant(
  level: CountLevel,
  kind: SigningKind,
  { landedMeans }: TargetRule['settings'],
): readonly Level[] {
  if (level !== 'landed') return [level];
  if (kind === 'talent') return ['on-board', 'fulfilled'];
  if (kind === 'project' || kind === 'enterprise') return [resolveLevel(level, landedMeans)];
  return ['unveiled'];
}
