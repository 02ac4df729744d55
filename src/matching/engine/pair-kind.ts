/** Kinds of records that are matched. */
export type RecordKind = 'technology-need' | 'hiring-need' | 'project' | 'talent';

/** Whether records of this kind only ever ask. */
export function isNeed(kind: RecordKind): boolean {
  return kind === 'technology-need' || kind === 'hiring-need';
}

/** Kinds of pairs, demand first. Weights and calibration are per pair kind. */
export const PAIR_KINDS = ['tech-project', 'tech-expert', 'hiring-talent', 'project-expert'] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/** Which record kinds a pair kind joins. */
export const PAIR_SIDES: Record<PairKind, { readonly demand: RecordKind; readonly supply: RecordKind }> = {
  'tech-project': { demand: 'technology-need', supply: 'project' },
  'tech-expert': { demand: 'technology-need', supply: 'talent' },
  'hiring-talent': { demand: 'hiring-need', supply: 'talent' },
  'project-expert': { demand: 'project', supply: 'talent' },
};

/** The kind of pair that two records make, or undefined when they are not matched with one another. */
export function findPairKind(demand: RecordKind, supply: RecordKind): PairKind | undefined {
  return PAIR_KINDS.find((kind) => PAIR_SIDES[kind].demand === demand && PAIR_SIDES[kind].supply === supply);
}

/** The pair kinds in which records of this kind are the demand. */
export function pairKindsAskedBy(demand: RecordKind): PairKind[] {
  return PAIR_KINDS.filter((kind) => PAIR_SIDES[kind].demand === demand);
}

/** The pair kinds in which records of this kind are the supply. */
export function pairKindsAnsweredBy(supply: RecordKind): PairKind[] {
  return PAIR_KINDS.filter((kind) => PAIR_SIDES[kind].supply === supply);
}
