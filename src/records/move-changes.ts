import type { Actor } from '../common/actor';
import { InvalidInput } from '../common/errors';
import type { CloseReason } from '../taxonomy/need.vocabulary';
import type { Move } from './life-cycle';
import type { RecordEntity } from './record.entity';

export interface MoveRequest {
  move: Move;
  /** Required to return or decline a record; otherwise a note for its history. */
  reason?: string | undefined;
  /** Required to close one. */
  closeReason?: CloseReason | undefined;
}

/** Who moves, when, and by which day what is submitted now is answered. */
interface Circumstances {
  actor: Actor;
  now: Date;
  answerDueOn: string;
}

type Changes = Partial<
  Pick<
    RecordEntity,
    | 'publishedAt'
    | 'submittedAt'
    | 'answerDueOn'
    | 'acceptedAt'
    | 'handlerUserId'
    | 'returnReason'
    | 'closeReason'
    | 'withdrawnAt'
    | 'archivedAt'
  >
>;

/**
 * What a move changes beside the status.
 * @throws 400 RECORD.REASON_MISSING, RECORD.CLOSE_REASON_MISSING
 */
export function changesOf(
  { move, reason, closeReason }: MoveRequest,
  { actor, now, answerDueOn }: Circumstances,
): Changes {
  switch (move) {
    case 'submit':
      return { submittedAt: now, answerDueOn, acceptedAt: null, handlerUserId: null };
    case 'accept':
      return { acceptedAt: now, handlerUserId: actor.userId };
    case 'publish':
      return { publishedAt: now, returnReason: null };
    case 'return':
      return { returnReason: required(reason) };
    case 'decline':
      return { returnReason: required(reason), closeReason: 'no-match' };
    case 'close':
      if (closeReason === undefined) throw missing('RECORD.CLOSE_REASON_MISSING', '/closeReason');
      return { closeReason };
    case 'withdraw':
      return { withdrawnAt: now };
    case 'archive':
    case 'expire':
      return { archivedAt: now };
    case 'reopen':
      return { closeReason: null, returnReason: null, withdrawnAt: null, archivedAt: null };
    case 'engage':
    case 'release':
      return {};
  }
}

function required(reason: string | undefined): string {
  if (reason === undefined) throw missing('RECORD.REASON_MISSING', '/reason');
  return reason;
}

const missing = (code: string, pointer: string): InvalidInput =>
  new InvalidInput('INPUT.INVALID', 'The move needs a reason', {
    errors: [{ pointer, detail: 'The move needs it', code }],
  });
