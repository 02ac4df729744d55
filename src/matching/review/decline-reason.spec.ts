import { InvalidInput } from '../../common/errors';
import { sideOf } from './decline-reason';

const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof InvalidInput ? error.errors[0] : error;
  }
};

describe('sideOf', () => {
  it('takes the side from the reason', () => {
    expect(sideOf('tech-project', { reason: 'indicators-missed' })).toBe('demand');
    expect(sideOf('hiring-talent', { reason: 'pay-too-low' })).toBe('supply');
    expect(sideOf('project-expert', { reason: 'wrong-match' })).toBe('officer');
  });

  it('lets a decision without a reason name a side', () => {
    expect(sideOf('tech-project', { side: 'supply' })).toBe('supply');
    expect(sideOf('tech-project', {})).toBeUndefined();
  });

  it('refuses the reason of another family', () => {
    expect(refusalOf(() => sideOf('hiring-talent', { reason: 'over-budget' }))).toMatchObject({
      pointer: '/reason',
      code: 'MATCH.REASON_UNFIT',
    });
  });

  it('refuses the reason of the other side', () => {
    expect(refusalOf(() => sideOf('hiring-talent', { reason: 'location', side: 'demand' }))).toMatchObject({
      pointer: '/side',
      code: 'MATCH.REASON_SIDE',
    });
  });
});
