import type { Keys } from '../ui/keys-dialog';

/** The keys by which a shortlist is gone through. */
export const REVIEW_KEYS: Keys = [
  [['J', 'K'], 'keys.walk'],
  [['A'], 'keys.shortlist'],
  [['Shift', 'A'], 'keys.share'],
  [['S'], 'keys.hold'],
  [['R', '1–9'], 'keys.decline'],
  [['M'], 'keys.move'],
  [['X'], 'keys.choose'],
  [['C'], 'keys.compare'],
  [['N'], 'keys.note'],
  [['Z'], 'keys.undo'],
];
