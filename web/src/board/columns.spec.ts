import { columnsOf, landingOf } from './columns';
import type { MatchView } from '@server/matching/review/match.view';

const match = {
  stage: 'shortlisted' as const,
  canShare: true,
  choices: [
    { stage: 'on-hold' as const, label: '', needsReason: false },
    { stage: 'declined' as const, label: '', needsReason: true },
  ],
};

describe('the board', () => {
  it('shares what is dropped on the column of shared matches', () => {
    expect(landingOf(match, 'shared')).toBe('share');
    expect(landingOf({ ...match, canShare: false }, 'shared')).toBe('refused');
  });

  it('moves only where the server said one can go', () => {
    expect(landingOf(match, 'on-hold')).toBe('move');
    expect(landingOf(match, 'signed')).toBe('refused');
    expect(landingOf(match, 'declined')).toBe('refused');
  });

  it('has every column, empty ones too', () => {
    const columns = columnsOf([{ ...match, id: 'a' } as MatchView]);
    expect(columns.map(({ cards }) => cards.length)).toEqual([1, 0, 0, 0, 0, 0]);
  });
});
