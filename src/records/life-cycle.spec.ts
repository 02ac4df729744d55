import fc from 'fast-check';
import { needStatuses, type NeedStatus } from '../taxonomy/need.vocabulary';
import { canMove, isMatched, movesFrom, REQUESTED_MOVES, TRANSITIONS, type Move } from './life-cycle';

const MOVES = Object.keys(TRANSITIONS) as Move[];

const reachedFrom = (start: NeedStatus): Set<NeedStatus> => {
  const reached = new Set([start]);
  for (const status of reached)
    for (const move of MOVES) if (canMove(status, move)) reached.add(TRANSITIONS[move].to);
  return reached;
};

describe('life cycle', () => {
  it('reaches every status from a draft', () => {
    expect([...reachedFrom('draft')].sort()).toEqual([...needStatuses.codes].sort());
  });

  it('leaves no status without a way back to a draft or on to the archive', () => {
    for (const status of needStatuses.codes) expect(reachedFrom(status)).toContain('archived');
  });

  it('never publishes what its park has not seen: only the park publishes', () => {
    const others = MOVES.filter((move) => TRANSITIONS[move].by === 'editor');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...others), { maxLength: 30 }), (moves) => {
        let status: NeedStatus = 'draft';
        for (const move of moves) if (canMove(status, move)) status = TRANSITIONS[move].to;
        return !isMatched(status);
      }),
    );
  });

  it('keeps what only the platform does out of the moves people may ask for', () => {
    for (const move of REQUESTED_MOVES) expect(TRANSITIONS[move].by).not.toBe('platform');
  });

  it('lists the moves that lead on', () => {
    expect(movesFrom('published')).toEqual(['close', 'withdraw']);
    expect(movesFrom('archived')).toEqual(['reopen']);
  });
});
