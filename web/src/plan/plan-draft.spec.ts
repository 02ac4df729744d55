import { planSeedSchema } from '../../../src/plan/plan-seed.schema';
import { emptyPlan, nextActivity, nextTarget, nextYear, placeOf } from './plan-draft';

/** A plan as somebody fills it in from nothing. */
const filled = () => {
  const empty = emptyPlan(2024);
  const plan = {
    ...empty,
    ...{ code: 'sx-2024', name: '2024年计划', issuer: '发改委', source: '晋发改〔2024〕1号' },
    themes: [{ code: 'A', name: '产业' }],
    tracks: [{ code: 'A1', theme: 'A', name: '装备' }],
  };
  const activity = {
    ...nextActivity(plan),
    name: '2024年峰会',
    heldOn: '2024-02-29',
    state: 'held' as const,
  };
  const withActivity = { ...plan, activities: [activity] };
  return { ...withActivity, targets: [{ ...nextTarget(withActivity), name: '签约', unit: '个' }] };
};

describe('a plan from nothing', () => {
  it('is taken by the server once its names are filled in', () => {
    expect(planSeedSchema.safeParse(filled()).error).toBeUndefined();
  });

  it('numbers what is added after what is there', () => {
    const plan = filled();
    expect(nextActivity(plan)).toMatchObject({ number: 2, track: 'A1' });
    expect(nextTarget(plan).code).toBe('T02');
  });
});

describe('a copy for the next year', () => {
  it('moves the year everywhere and holds nothing yet', () => {
    const copy = nextYear({ ...filled(), settings: { ...filled().settings, landedBy: '2024-02-29' } });
    expect(copy).toMatchObject({ code: 'sx-2025', name: '2025年计划', year: 2025, source: '' });
    expect(copy.settings).toMatchObject({ signedFrom: '2025-01-01', landedBy: '2025-02-28' });
    expect(copy.activities[0]).toMatchObject({ name: '2025年峰会', heldOn: null, state: 'preparing' });
    expect(copy.targets).toEqual(filled().targets);
  });

  it('gets another code where the code names no year', () => {
    expect(nextYear({ ...filled(), code: 'plan' }).code).toBe('plan-2025');
  });
});

describe('placeOf', () => {
  it('finds the row and the field of a refusal', () => {
    expect(placeOf('/targets/2/where/tags')).toEqual({ list: 'targets', index: 2, field: 'where.tags' });
    expect(placeOf('/settings')).toEqual({ list: 'settings', index: null, field: '' });
    expect(placeOf('/name')).toEqual({ list: 'name', index: null, field: '' });
  });
});
