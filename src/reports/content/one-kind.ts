import { RuleBroken } from '../../common/errors';
import type { Say } from './say';

/** The sample set that all of them belong to, null for real ones. @throws 422 REPORT.SAMPLE_MIX when they are mixed */
export function oneKind(sampleSets: Iterable<string | null>): string | null {
  const [first = null, ...others] = new Set(sampleSets);
  if (others.length > 0)
    throw new RuleBroken('REPORT.SAMPLE_MIX', 'Sample and real rows never stand in one report');
  return first;
}

/** Stands before the title of a report about sample data. */
export const sampleMark = (sampleSet: string | null, say: Say): string =>
  sampleSet === null ? '' : say('【样例】', '[Sample] ');
