/** The list with another value at a place. */
export const replaced = <T>(rows: readonly T[], at: number, value: T): T[] =>
  rows.map((row, place) => (place === at ? value : row));

/** The list without the value at a place. */
export const without = <T>(rows: readonly T[], at: number): T[] => rows.filter((_, place) => place !== at);
