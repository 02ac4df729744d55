import { IMPACTS } from './impact';
import type { IndexRecord } from './index-record';
import type { Pace, Steps } from './pace';
import type { RecordTable } from './record-table';

/** A block or a delta. */
export interface RecordSource {
  readonly records: RecordTable;
  /** Visits each posting once, term by term in ascending order. */
  visiting(visit: (term: number, position: number, code: number) => void, pace: Pace): Steps<void>;
}

/** The live records of a source, as they were given but for the rounding of their weights. */
export function* readingRecords(source: RecordSource, pace: Pace): Steps<IndexRecord[]> {
  const { records } = source;
  const ends = new Uint32Array(records.count + 1);
  yield* source.visiting((_term, position) => {
    ends[position + 1]!++;
  }, pace);
  for (let i = 0; i < records.count; i++) ends[i + 1]! += ends[i]!;
  const terms = new Uint32Array(ends[records.count]!);
  const weights = new Float32Array(terms.length);
  const next = ends.slice();
  yield* source.visiting((term, position, code) => {
    const at = next[position]!++;
    terms[at] = term;
    weights[at] = IMPACTS[code]!;
  }, pace);
  const read: IndexRecord[] = [];
  for (let position = 0; position < records.count; position++) {
    if (pace.isDue(records.largestCodes.length)) yield;
    if (records.isDead(position)) continue;
    const [from, to] = [ends[position]!, ends[position + 1]!];
    read.push({
      id: records.ids[position]!,
      vector: { terms: terms.subarray(from, to), weights: weights.subarray(from, to) },
      attributes: records.largestCodes.map((_, column) => records.code(position, column)),
      parts: records.parts(position),
    });
  }
  return read;
}
