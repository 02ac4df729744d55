import type { TargetRule } from '@server/plan/target-rule.schema';
import { groupsOf, groupsText, ruleChanges } from './rule-changes';

const rule: TargetRule = {
  ...{ goal: 20, atLeast: false, activities: [3], openGroup: false, signingKinds: ['project'] },
  ...{ countAt: 'signed', beside: [], distinctBy: 'project', broughtIn: false, where: {}, quality: 'fine' },
  alternatives: {},
  settings: {
    ...{ signedFrom: '2022-01-01', signedTo: '2022-12-31', landedBy: '2023-06-30' },
    ...{ landedMeans: 'registered', minSkillLevel: 'intermediate' },
  },
};

describe('ruleChanges', () => {
  it('names only what differs', () => {
    expect(ruleChanges(rule, { ...rule, goal: 25, activities: [3, 4] })).toEqual({
      goal: 25,
      activities: [3, 4],
    });
    expect(ruleChanges(rule, structuredClone(rule))).toEqual({});
  });

  it('takes away with null what is there no more', () => {
    expect(ruleChanges(rule, { ...rule, quality: undefined })).toEqual({ quality: null });
  });
});

describe('groups of activities', () => {
  it('are read as people type them', () => {
    expect(groupsOf('13、14；14')).toEqual([[13, 14], [14]]);
    expect(groupsOf(' ; ')).toEqual([]);
    expect(groupsOf(groupsText([[13, 14], [14]]))).toEqual([[13, 14], [14]]);
  });
});
