import { InvalidInput } from '../common/errors';
import type { CloseReason } from '../taxonomy/need.vocabulary';
import type { Move } from './life-cycle';
import type { RecordEntity } from './record.entity';

export interface MoveRequest {
  move: Move;
  /** Required to return a record; otherwise a note for its history. */
  reason?: string | undefined;
  /** Required to close one. */
  closeReason?: CloseReason | undefined;
}

type Changes = Partial<
  Pick<RecordEntity, 'publishedAt' | 'returnReason' | 'closeReason' | 'withdrawnAt' | 'archivedAt'>
>;

/**
 * What a move changes beside the status.
 * @throws 400 RECORD.REASON_MISSING, RECORD.CLOSE_REASON_MISSING
 */
export function changesOf({ move, reason, closeReason }: MoveRequest, now: Date): Changes {
  switch (move) {
    case 'publish':
      return { publishedAt: now, returnReason: null };
    case 'return':
      if (reason === undefined) throw missing('RECORD.REASON_MISSING', '/reason');
      return { returnReason: reason };
    case 'close':
      if (closeReason === undefined) throw missing('RECORD.CLOSE_REASON_MISSING', '/closeReason');
      return { closeReason };
    case 'withdraw':
      return { withdrawnAt: now };
    case 'archive':
    case 'expire':
      return { archivedAt: now };
    case 'reopen':
      return { closeReason: null, withdrawnAt: null, archivedAt: null };
    case 'submit':
    case 'engage':
    case 'release':
      return {};
  }
}

const missing = (code: string, pointer: string): InvalidInput =>
  new InvalidInput('INPUT.INVALID', 'The move needs a reason', {
    errors: [{ pointer, detail: 'The move needs it', code }],
  });
