interface Identified {
  readonly id: string;
}

/** What is on both sides of two listings in order of id, up to where both are known. */
export interface ComparedPage<L, R> {
  readonly pairs: readonly (readonly [left: L | undefined, right: R | undefined])[];
  /** Where the next pages begin; undefined when there is no more. */
  readonly next: string | undefined;
}

/** Lays pages of at most `limit` of two listings side by side, each read from the same id on, in order of id. */
export function comparePages<L extends Identified, R extends Identified>(
  left: readonly L[],
  right: readonly R[],
  limit: number,
): ComparedPage<L, R> {
  const ends = [left, right].flatMap((page) => (page.length < limit ? [] : page.at(-1)!.id));
  const next = ends.length === 0 ? undefined : ends.reduce((least, id) => (id < least ? id : least));
  const isKnown = ({ id }: Identified): boolean => next === undefined || id <= next;
  const others = new Map(right.filter(isKnown).map((one) => [one.id, one]));
  const found = left.filter(isKnown).map((one): [L, R | undefined] => {
    const other = others.get(one.id);
    others.delete(one.id);
    return [one, other];
  });
  const rest = Array.from(others.values(), (other): [undefined, R] => [undefined, other]);
  return { pairs: [...found, ...rest], next };
}
