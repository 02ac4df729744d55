import type { Criterion, Importance } from '../record';

export type Verdict = 'satisfied' | 'partly' | 'not' | 'unknown';

/** One requirement against one supply, in codes and numbers. */
export interface CriterionVerdict {
  readonly criterion: Criterion;
  readonly importance: Importance;
  readonly verdict: Verdict;
  readonly required: Readonly<Record<string, unknown>>;
  /** What the supply states; undefined when it states nothing. */
  readonly found: unknown;
}
