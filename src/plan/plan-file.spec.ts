import { planFileOf } from './plan-file';
import { planRows } from './plan-rows';
import { planSeedSchema } from './plan-seed.schema';
import seed from './seed/sx-2022.plan.json';

const plan2022 = planSeedSchema.parse(seed);
const rowsOf = () => planRows(plan2022, { sampleSet: null, createdBy: null, now: new Date(0) });
const parks = plan2022.parks.map((park, ordinal) => ({
  ...park,
  id: park.code,
  ordinal,
  sampleSet: null,
  createdAt: new Date(0),
}));

describe('a plan’s file', () => {
  it('is read and written again without a difference', () => {
    expect(planSeedSchema.parse(planFileOf({ ...rowsOf(), parks }))).toEqual(plan2022);
  });

  it('holds the latest version of a rule, in whatever order the versions come', () => {
    const { rules, ...rows } = rowsOf();
    const [first] = rules;
    if (!first) throw new Error('the plan has no rule');
    const later = { ...first, version: 2, rule: { ...first.rule, goal: 99 } };
    expect(planFileOf({ ...rows, parks, rules: [later, ...rules] }).targets[0]?.goal).toBe(99);
  });
});
