import { InvalidInput } from '../../common/errors';
import type { PairKind } from '../../taxonomy/match.vocabulary';
import { type DeclineReason, reasonsFor, type ReasonSide } from '../../taxonomy/reason.vocabulary';

interface Given {
  reason?: DeclineReason;
  side?: ReasonSide;
}

/**
 * The side a decision speaks for: as given, else that of its reason.
 * @throws 400 MATCH.REASON_UNFIT for a reason of another kind of pair; MATCH.REASON_SIDE when it is the other side's
 */
export function sideOf(pair: PairKind, { reason, side }: Given): ReasonSide | undefined {
  if (reason === undefined) return side;
  const known = reasonsFor(pair).find(({ code }) => code === reason);
  if (known === undefined) throw wrong('/reason', 'MATCH.REASON_UNFIT');
  if (side !== undefined && side !== known.side) throw wrong('/side', 'MATCH.REASON_SIDE');
  return known.side;
}

/** @throws 400 MATCH.REASON_UNFIT, MATCH.REASON_SIDE for a reason that is not of this side */
export function requireReasonOf(side: ReasonSide, pair: PairKind, reason: DeclineReason): void {
  if (sideOf(pair, { reason }) !== side) throw wrong('/reason', 'MATCH.REASON_SIDE');
}

const wrong = (pointer: string, code: string) =>
  new InvalidInput(code, 'The reason does not fit', {
    errors: [{ pointer, detail: 'The reason does not fit', code }],
  });
