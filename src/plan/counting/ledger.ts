/** A line of an append-only ledger: +1 adds an entry, −1 takes back the line that it names. */
export interface LedgerLine<E> {
  id: string;
  sign: 1 | -1;
  /** How often the same thing has been entered: with its key and sign it is unique. */
  ordinal: number;
  reverses: string | null;
  entry: E;
}

/** What makes two entries the same thing, and what of them may not change without being entered anew. */
export interface EntryIdentity<E> {
  keyOf: (entry: E) => string;
  contentOf: (entry: E) => string;
}

export interface Postings<E> {
  /** Lines to take back, each of them standing. */
  reversed: LedgerLine<E>[];
  added: { entry: E; ordinal: number }[];
}

/** The lines that add and were not taken back. */
export function standing<L extends Pick<LedgerLine<unknown>, 'id' | 'sign' | 'reverses'>>(
  lines: readonly L[],
): L[] {
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  return lines.filter(({ id, sign }) => sign === 1 && !reversed.has(id));
}

/**
 * What to append so that the standing lines are exactly `wanted`, at most one of a key; nothing when they are already.
 * `lines` must hold all lines of every key that is or was wanted.
 */
export function reconcile<E>(
  wanted: readonly E[],
  lines: readonly LedgerLine<E>[],
  { keyOf, contentOf }: EntryIdentity<E>,
): Postings<E> {
  const wantedByKey = new Map(wanted.map((entry) => [keyOf(entry), entry]));
  const current = standing(lines);
  const keeps = ({ entry }: LedgerLine<E>) => {
    const same = wantedByKey.get(keyOf(entry));
    return same !== undefined && contentOf(same) === contentOf(entry);
  };
  const kept = new Set(current.filter(keeps).map(({ entry }) => keyOf(entry)));
  const ordinals = new Map<string, number>();
  for (const { entry, ordinal } of lines)
    ordinals.set(keyOf(entry), Math.max(ordinal, ordinals.get(keyOf(entry)) ?? 0));
  return {
    reversed: current.filter((line) => !keeps(line)),
    added: [...wantedByKey]
      .filter(([key]) => !kept.has(key))
      .map(([key, entry]) => ({ entry, ordinal: (ordinals.get(key) ?? 0) + 1 })),
  };
}
