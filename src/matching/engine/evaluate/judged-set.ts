import type { MatchRecord } from '../record';

/** Grades of documents by query: `judgements.get(query)?.get(document)`. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A test collection: queries are asked as demands, the corpus answers as supplies. */
export interface JudgedSet {
  readonly name: string;
  readonly corpus: readonly MatchRecord[];
  readonly queries: readonly MatchRecord[];
  readonly judgements: Judgements;
  /** From this grade on a document is relevant. */
  readonly relevantGrade: number;
  /** Only judged documents are ranked: the others were never looked at. */
  readonly pooled: boolean;
}
