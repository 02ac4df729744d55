/** reading → preview → running → finished, and from there taken back; a file that cannot be read is refused. */
export const IMPORT_STATES = [
  'reading',
  'refused',
  'preview',
  'running',
  'finished',
  'reverting',
  'reverted',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

const MOVING: ReadonlySet<ImportState> = new Set(['reading', 'running', 'reverting']);

/** Nothing is under way. */
export const isAtRest = ({ state }: { state: ImportState }): boolean => !MOVING.has(state);
