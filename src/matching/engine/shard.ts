/** One of `of` parts of all records, 0 … `of` − 1. A record belongs to one, by its id alone. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** All records. */
export const WHOLE: Shard = { index: 0, of: 1 };

/** By the last 32 bits of a record's id, a UUID: chance made them. The database counts them likewise. */
export const isInShard = (id: string, { index, of }: Shard): boolean =>
  of === 1 || Number.parseInt(id.slice(-8), 16) % of === index;

/** What orders a list of answers: the better score first, equal ones by id. */
export interface ByScore {
  readonly id: string;
  readonly score: number;
}

export const byScore = (a: ByScore, b: ByScore): number => b.score - a.score || (a.id < b.id ? -1 : 1);
