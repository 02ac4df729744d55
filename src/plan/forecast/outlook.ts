import { type ForecastStage, meanChance, shareWithin, type StageChance } from './chances';
import { type Hope, likeliest } from './hopes';
import { type Group, successes } from './spread';

/** A target as its forecast needs it. */
export interface OutlookTarget {
  id: string;
  /** Days left in which a signing, or the later level it counts, is in time. */
  daysLeft: number;
}

export interface TargetOutlook {
  targetId: string;
  hopes: Hope[];
  /** Probability of each number that is added to what is counted. */
  added: number[];
}

type Chances = ReadonlyMap<ForecastStage, StageChance>;

/** The chance that a hope counts in time: its stage's, in the days left, and then that of the later level where one is asked for. */
export function chanceOfHope(
  hope: Pick<Hope, 'stage' | 'later'>,
  chances: Chances,
  daysLeft: number,
): number {
  const stage = chances.get(hope.stage);
  return stage ? meanChance(stage) * shareOf(hope, chances, daysLeft) : 0;
}

function shareOf(
  { stage, later }: Pick<Hope, 'stage' | 'later'>,
  chances: Chances,
  daysLeft: number,
): number {
  const [own, landing] = [chances.get(stage), chances.get('signed')];
  if (!own || !landing) return 0;
  return shareWithin(own, daysLeft) * (later ? meanChance(landing) * shareWithin(landing, daysLeft) : 1);
}

/** What each target can expect of `hopes`. */
export function outlookOf(
  targets: readonly OutlookTarget[],
  hopes: readonly Hope[],
  chances: Chances,
  isCounted: (targetId: string, countedId: string) => boolean,
): TargetOutlook[] {
  return targets.map(({ id: targetId, daysLeft }) => {
    const own = likeliest(
      hopes.filter((hope) => hope.targetId === targetId),
      (hope) => chanceOfHope(hope, chances, daysLeft),
      isCounted,
    );
    const groups = [...chances.values()].flatMap((chance): Group[] =>
      [false, true].map((later) => ({
        n: own.filter((hope) => hope.stage === chance.stage && hope.later === later).length,
        a: chance.a,
        b: chance.b,
        share: shareOf({ stage: chance.stage, later }, chances, daysLeft),
      })),
    );
    return { targetId, hopes: own, added: successes(groups) };
  });
}

/** A match that would help targets that are behind. */
export interface Helpful {
  matchId: string;
  targetIds: string[];
  chance: number;
  gain: number;
}

/**
 * The matches that bring most of what is missing: each target that is behind gives its share of arrears, `behind / goal`, to every match
 * that may count for it, times the chance that it does.
 */
export function helpfulMatches(
  outlooks: readonly TargetOutlook[],
  missing: ReadonlyMap<string, number>,
  chanceFor: (hope: Hope) => number,
): Helpful[] {
  const byMatch = new Map<string, Helpful>();
  for (const { targetId, hopes } of outlooks) {
    const weight = missing.get(targetId) ?? 0;
    if (weight <= 0) continue;
    for (const hope of hopes) {
      if (hope.matchId === undefined) continue;
      const chance = chanceFor(hope);
      const known = byMatch.get(hope.matchId) ?? { matchId: hope.matchId, targetIds: [], chance: 0, gain: 0 };
      byMatch.set(hope.matchId, {
        matchId: hope.matchId,
        targetIds: [...known.targetIds, targetId],
        chance: Math.max(known.chance, chance),
        gain: known.gain + weight * chance,
      });
    }
  }
  return [...byMatch.values()].sort((a, b) => b.gain - a.gain || (a.matchId < b.matchId ? -1 : 1));
}
