import { aSigning, countingPlan2022, rule2022 } from '../counting/testing/builders';
import { ruleEffect } from './rule-effect';

const plan = countingPlan2022(['T03']);
const project = (id: string, over: Parameters<typeof aSigning>[0] = {}) => ({
  subject: { kind: 'project' as const, id },
  signings: [aSigning({ id: `signing-of-${id}`, activityId: 'act-3', ...over })],
});
const next = (over: Parameters<typeof rule2022>[1]) => ({
  version: 2,
  effectiveFrom: '2022-06-01',
  rule: rule2022('T03', over),
});
const subjects = [project('one'), project('two', { activityId: 'act-4' })];

describe('the effect of a new version of a rule', () => {
  it('names what would count now and did not', () => {
    const effect = ruleEffect(plan, 'T03', next({ activities: [3, 4] }), subjects);
    expect([effect.before, effect.after]).toEqual([1, 2]);
    expect(effect.gained.map(({ subjectId }) => subjectId)).toEqual(['two']);
    expect(effect.lost).toEqual([]);
  });

  it('names what would count no more', () => {
    const effect = ruleEffect(plan, 'T03', next({ where: { keyEnterprise: true } }), subjects);
    expect([effect.before, effect.after]).toEqual([1, 0]);
    expect(effect.lost.map(({ signingId }) => signingId)).toEqual(['signing-of-one']);
  });

  it('leaves alone what was signed before its first day', () => {
    const early = [project('one', { day: '2022-05-20' })];
    const effect = ruleEffect(plan, 'T03', next({ where: { keyEnterprise: true } }), early);
    expect([effect.before, effect.after]).toEqual([1, 1]);
  });
});
