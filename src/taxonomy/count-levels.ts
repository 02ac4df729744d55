import { z } from 'zod';
import { levels, type Level } from './signing.vocabulary';
import { vocabulary } from './vocabulary';

type CountedLevel = Extract<(typeof levels.terms)[number], { counts: true }>;
const isCounted = (level: (typeof levels.terms)[number]): level is CountedLevel => level.counts;

/** Where a target can count: any level that counts, or 落地, a word that the plan's setting gives its meaning. */
export const countLevels = vocabulary('count-levels', [
  { code: 'landed', zh: '落地', en: 'Landed', counts: true, milestone: true },
  ...levels.terms.filter(isCounted),
]);
export type CountLevel = z.infer<typeof countLevels.schema>;

/** What a plan can mean by 落地; the default is registered. */
export const landedMeanings = levels.schema.extract([
  'registered',
  'settled',
  'filed',
  'started',
  'funded',
  'produced',
  'at-capacity',
]);
export type LandedMeaning = z.infer<typeof landedMeanings>;

/** The level whose proof a target waits for. */
export const resolveLevel = (countAt: CountLevel, landedMeans: LandedMeaning): Level =>
  countAt === 'landed' ? landedMeans : countAt;
