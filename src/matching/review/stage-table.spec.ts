import fc from 'fast-check';
import { matchStages, type MatchStage } from '../../taxonomy/match.vocabulary';
import {
  choicesFrom,
  findMove,
  isOpen,
  positionAfter,
  refuseUndo,
  STAGE_TABLE,
  type Position,
} from './stage-table';

const start: Position = { stage: 'suggested', resumeStage: null };
const anyStage = fc.constantFrom(...matchStages.codes);

/** Tries each wished stage in turn and keeps the positions that were reached. */
function walk(wishes: MatchStage[]): Position[] {
  const path = [start];
  for (const wish of wishes) {
    const here = path.at(-1) as Position;
    if (findMove(here, wish)) path.push(positionAfter(here, wish));
  }
  return path;
}

describe('stages of a match', () => {
  it('reach every stage from the start', () => {
    const seen = new Set<MatchStage>(['suggested']);
    const queue: Position[] = [start];
    for (let here = queue.pop(); here; here = queue.pop())
      for (const to of matchStages.codes)
        if (findMove(here, to) && !seen.has(to)) {
          seen.add(to);
          queue.push(positionAfter(here, to));
        }
    expect([...seen].sort()).toEqual([...matchStages.codes].sort());
  });

  it('reach shared only by sharing and signed only by signing', () => {
    for (const from of matchStages.codes) {
      expect(STAGE_TABLE[from].shared ?? 'share').toBe('share');
      expect(STAGE_TABLE[from].signed ?? 'sign').toBe('sign');
    }
  });

  it('return from a hold exactly to where they were', () => {
    fc.assert(
      fc.property(fc.array(anyStage, { maxLength: 40 }), (wishes) => {
        const path = walk(wishes);
        path.forEach((here, i) => {
          const next = path[i + 1];
          if (here.stage !== 'on-hold') return expect(here.resumeStage).toBeNull();
          expect(isOpen(here.resumeStage as MatchStage)).toBe(true);
          if (next && isOpen(next.stage)) expect(next.stage).toBe(here.resumeStage);
        });
      }),
    );
  });

  it('keep a signed match signed until its contract is void', () => {
    fc.assert(
      fc.property(fc.array(anyStage, { maxLength: 60 }), (wishes) => {
        const stages = walk(wishes).map((position) => position.stage);
        const signed = stages.indexOf('signed');
        if (signed >= 0) expect(stages.slice(signed + 1).every((stage) => stage === 'terminated')).toBe(true);
      }),
    );
  });

  it('offer a reviewer only moves that review may make', () => {
    fc.assert(
      fc.property(fc.array(anyStage, { maxLength: 30 }), (wishes) => {
        const here = walk(wishes).at(-1) as Position;
        for (const to of choicesFrom(here)) expect(findMove(here, to)).toBe('review');
      }),
    );
  });
});

describe('taking back a move', () => {
  const now = new Date('2022-07-01T08:30:00Z');
  const move = {
    from: 'suggested',
    to: 'shortlisted',
    movedBy: 'me',
    movedAt: new Date('2022-07-01T08:00:00Z'),
    isUndo: false,
  } as const;

  it('is for the same person within thirty minutes', () => {
    expect(refuseUndo(move, 'me', now)).toBeUndefined();
    expect(refuseUndo(move, 'you', now)).toBe('other-person');
    expect(refuseUndo(move, 'me', new Date(now.getTime() + 1))).toBe('too-late');
  });

  it('never crosses shared or signed, nor an undo', () => {
    expect(refuseUndo({ ...move, from: 'shortlisted', to: 'shared' }, 'me', now)).toBe('not-undoable');
    expect(refuseUndo({ ...move, from: 'shared', to: 'negotiating' }, 'me', now)).toBe('not-undoable');
    expect(refuseUndo({ ...move, from: 'agreed', to: 'signed' }, 'me', now)).toBe('not-undoable');
    expect(refuseUndo({ ...move, isUndo: true }, 'me', now)).toBe('not-undoable');
  });

  it('cannot take back what nobody did', () => {
    expect(refuseUndo({ ...move, movedBy: null }, null, now)).toBe('other-person');
  });
});
