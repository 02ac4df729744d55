/** What became of a credit since the submission before: nothing, 本期新增, 本期补报, 核减. */
export const CHANGES = ['reported', 'new', 'late', 'withdrawn'] as const;
export type Change = (typeof CHANGES)[number];

interface Line {
  id: string;
  sign: 1 | -1;
  reverses: string | null;
  /** 'YYYY-MM-DD' */
  reachedOn: string;
  cause: string;
  reason: string | null;
}

/** The submission before: the credits it held as standing, and the day it was cut off. */
export interface Before {
  creditIds: ReadonlySet<string>;
  cutOffDay: string;
}

export interface Reported<L> {
  line: L;
  change: Change;
  /** Why it was withdrawn; only then. */
  reason: string | null;
}

/**
 * The rows of a submission from all lines written by its cut-off: what stands, marked by what of it is new, and what was
 * reported before and stands no more. A credit reached before the last cut-off and reported only now is late.
 */
export function rowsOf<L extends Line>(lines: readonly L[], before: Before | undefined): Reported<L>[] {
  const contras = new Map(lines.filter(({ sign }) => sign === -1).map((line) => [line.reverses, line]));
  return lines.flatMap((line): Reported<L>[] => {
    if (line.sign === -1) return [];
    const wasReported = before?.creditIds.has(line.id) ?? false;
    const contra = contras.get(line.id);
    if (contra)
      return wasReported ? [{ line, change: 'withdrawn', reason: contra.reason ?? contra.cause }] : [];
    if (wasReported) return [{ line, change: 'reported', reason: null }];
    const isLate = before !== undefined && line.reachedOn <= before.cutOffDay;
    return [{ line, change: isLate ? 'late' : 'new', reason: null }];
  });
}
