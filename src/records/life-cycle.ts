import type { NeedStatus as Status } from '../taxonomy/need.vocabulary';

interface Transition {
  readonly from: readonly Status[];
  readonly to: Status;
  /** editor: whoever may edit the record; park: its officers and lead; platform: only the product itself. */
  readonly by: 'editor' | 'park' | 'platform';
}

/** Every way a need, project or talent can change its status. */
export const TRANSITIONS = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'editor' },
  /** Somebody of the park looks it through. */
  accept: { from: ['submitted'], to: 'submitted', by: 'park' },
  publish: { from: ['draft', 'submitted', 'returned'], to: 'published', by: 'park' },
  return: { from: ['submitted'], to: 'returned', by: 'park' },
  /** The park does not take it up. */
  decline: { from: ['submitted'], to: 'closed', by: 'park' },
  /** The first match was shared. */
  engage: { from: ['published'], to: 'engaged', by: 'platform' },
  /** No match is in talks any more. */
  release: { from: ['engaged'], to: 'published', by: 'platform' },
  close: { from: ['published', 'engaged'], to: 'closed', by: 'editor' },
  withdraw: { from: ['submitted', 'returned', 'published', 'engaged'], to: 'withdrawn', by: 'editor' },
  archive: { from: ['draft', 'returned', 'closed', 'withdrawn'], to: 'archived', by: 'editor' },
  /** Its last day has passed. */
  expire: { from: ['published'], to: 'archived', by: 'platform' },
  reopen: { from: ['closed', 'withdrawn', 'archived'], to: 'draft', by: 'editor' },
} as const satisfies Record<string, Transition>;

export type Move = keyof typeof TRANSITIONS;

/** The moves a person may ask for. */
export const REQUESTED_MOVES = [
  'submit',
  'accept',
  'publish',
  'return',
  'decline',
  'close',
  'withdraw',
  'archive',
  'reopen',
] as const;
export type RequestedMove = (typeof REQUESTED_MOVES)[number];

export const canMove = (status: Status, move: Move): boolean =>
  (TRANSITIONS[move].from as readonly Status[]).includes(status);

/** The moves that lead on from a status, for menus. */
export const movesFrom = (status: Status): RequestedMove[] =>
  REQUESTED_MOVES.filter((move) => canMove(status, move));

/** The statuses in which a record may be changed; a closed or archived one is reopened first. */
const EDITABLE: readonly Status[] = ['draft', 'submitted', 'returned', 'published', 'engaged'];
export const isEditable = (status: Status): boolean => EDITABLE.includes(status);

/** The statuses in which a record is matched. */
export const MATCHED: readonly Status[] = ['published', 'engaged'];
export const isMatched = (status: Status): boolean => MATCHED.includes(status);
