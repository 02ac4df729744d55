export interface Range {
  start: number;
  end: number;
  text: string;
}
export type Emphasis = 'hit' | 'missing';
export interface Segment {
  text: string;
  emphasis: Emphasis | null;
  /** Where it begins in the source. */
  at: number;
}

/** Ranges that do stand in `source` as they claim: the record may have been edited since it was explained. */
const standing = (source: string, ranges: readonly Range[]) =>
  ranges.filter(({ start, end, text }) => source.slice(start, end) === text);

/**
 * Cuts `source` into pieces, each with or without emphasis, that join to `source` again. Where ranges overlap the
 * one that begins first wins, a hit before a missing one.
 */
export function segmentsOf(source: string, hits: readonly Range[], missing: readonly Range[]): Segment[] {
  const marks = [
    ...standing(source, hits).map((range) => ({ ...range, emphasis: 'hit' as const })),
    ...standing(source, missing).map((range) => ({ ...range, emphasis: 'missing' as const })),
  ].sort((a, b) => a.start - b.start || (a.emphasis === 'hit' ? -1 : 1));
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end, emphasis } of marks) {
    if (start < at || end <= start) continue;
    if (start > at) segments.push({ text: source.slice(at, start), emphasis: null, at });
    segments.push({ text: source.slice(start, end), emphasis, at: start });
    at = end;
  }
  if (at < source.length) segments.push({ text: source.slice(at), emphasis: null, at });
  return segments;
}
