import { planSeedSchema, type PlanSeed } from './plan-seed.schema';
import seed from './seed/sx-2022.plan.json';

/** A fresh copy of the file as it is written, to be spoilt. */
const spoilt = (spoil: (plan: typeof seed) => void) => {
  const copy = structuredClone(seed);
  spoil(copy);
  return planSeedSchema.safeParse(copy);
};

describe('the plan of 2022', () => {
  const plan: PlanSeed = planSeedSchema.parse(seed);
  const target = (code: string) => plan.targets.find((candidate) => candidate.code === code);

  it('keeps what the plan states', () => {
    expect(plan.code).toBe('sx-2022');
    expect(plan.activitiesStated).toBe(25);
    expect(plan.activities.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(plan.activities.filter(({ inStatedTotal }) => inStatedTotal)).toHaveLength(22);
    expect(plan.parks.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, (_, i) => `NO.${i + 1}`));
  });

  it('keeps every goal with the level it counts at', () => {
    const goals = plan.targets.map(({ code, goal, countAt }) => `${code} ${goal} ${countAt}`);
    expect(goals).toEqual([
      'T01 5 unveiled',
      'T02 5 signed',
      'T03 20 signed',
      'T04 25 signed',
      'T05 5 settled',
      'T06 5 landed',
      'T07 7 landed',
      'T08 5 signed',
      'T09 500 on-board',
      'T10 50 signed',
      'T11 20 landed',
      'T12 125 signed',
      'T13 30 signed',
      'T14 20 signed',
      'T15 3 unveiled',
    ]);
  });

  it('keeps its doubtful readings open', () => {
    expect(target('T07')?.amount).toEqual({ yuan: 1_000_000_000, scope: 'undecided' });
    expect(target('T07')?.alternatives.distinctBy).toBe('organisation');
    for (const code of ['T08', 'T09', 'T10']) {
      expect(target(code)?.alternatives.activities).toEqual([[13, 14], [14]]);
    }
    expect(target('T12')?.openGroup).toBe(true);
    expect(plan.targets.filter(({ stated }) => !stated).map(({ code }) => code)).toEqual(['T15']);
    expect(plan.activities.slice(22).map(({ inStatedTotal }) => inStatedTotal)).toEqual([null, null, null]);
  });

  it('brings in where the words say so, and asks a person about quality', () => {
    const codes = (holds: (candidate: PlanSeed['targets'][number]) => boolean) =>
      plan.targets.filter(holds).map(({ code }) => code);
    expect(codes(({ broughtIn }) => broughtIn)).toEqual(['T05', 'T07', 'T12', 'T13', 'T14']);
    expect(codes(({ quality }) => quality !== undefined)).toEqual(['T04', 'T05', 'T10', 'T12', 'T13', 'T14']);
  });

  it('survives being written and read again', () => {
    expect(planSeedSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
});

describe('a plan file', () => {
  it.each<[string, (plan: typeof seed) => void]>([
    ['an unknown field', (plan) => Object.assign(plan, { colour: 'red' })],
    ['a target of an activity that is not there', (plan) => plan.targets[0]?.activities.push(99)],
    [
      'an activity on a track that is not there',
      (plan) => Object.assign(plan.activities[0] ?? {}, { track: 'x' }),
    ],
    ['a number given twice', (plan) => Object.assign(plan.activities[0] ?? {}, { number: 2 })],
    ['an unknown level', (plan) => Object.assign(plan.targets[0] ?? {}, { countAt: 'intention' })],
    ['days out of order', (plan) => Object.assign(plan.settings, { signedTo: '2021-01-01' })],
  ])('with %s is refused', (_, spoil) => expect(spoilt(spoil).success).toBe(false));
});
