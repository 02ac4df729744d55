import { countingPlan2022 } from '../counting/testing/builders';
import { chanceOf, FORECAST_STAGES, meanChance, shareWithin } from './chances';
import { type Hope, hopesOf, type Prospect } from './hopes';
import { helpfulMatches, outlookOf } from './outlook';
import { meanOf } from './spread';

const chances = new Map(FORECAST_STAGES.map((stage) => [stage, chanceOf(stage)]));
const plan = countingPlan2022(['T03', 'T04']);
const prospect = (over: Partial<Prospect> = {}): Prospect => ({
  matchId: 'match-1',
  stage: 'agreed',
  kind: 'project',
  subject: { kind: 'project', id: 'project-1' },
  organisationId: 'organisation-1',
  region: 'outside-province',
  yuan: 200_000_000,
  facts: { tags: ['3.1'], industrialisation: true, origin: 'university' },
  ...over,
});
const targets = (daysLeft: number) => plan.targets.map(({ id }) => ({ id, daysLeft }));
const none = () => false;

describe('a chance', () => {
  it('is the prior without history, and the history where there is much of it', () => {
    expect(meanChance(chanceOf('negotiating'))).toBeCloseTo(0.5);
    const learnt = chanceOf('negotiating', { won: 900, lost: 100, wonDays: 9000 });
    expect(meanChance(learnt)).toBeCloseTo(0.9, 2);
    expect(learnt.meanDays).toBeCloseTo(10, 0);
  });

  it('shrinks with the days left, to nothing at the end', () => {
    const chance = chanceOf('shared');
    expect(shareWithin(chance, 0)).toBe(0);
    expect(shareWithin(chance, 10)).toBeLessThan(shareWithin(chance, 100));
    expect(shareWithin(chance, 10_000)).toBeCloseTo(1);
  });
});

describe('what a match may count for', () => {
  it('is every target whose filter it passes, wherever it will be signed', () => {
    const codes = hopesOf(prospect(), plan.targets, '2022-06-01').map(({ targetId }) => targetId);
    expect(codes).toContain('T03');
  });

  it('does not ask yet where it comes from, but knows what never counts', () => {
    const ids = (over: Partial<Prospect>) =>
      hopesOf(prospect(over), plan.targets, '2022-06-01').map(({ targetId }) => targetId);
    expect(ids({ region: null })).toEqual(ids({}));
    expect(ids({ kind: 'talent' })).toEqual([]);
  });

  it('is nothing outside the plan’s period', () => {
    expect(hopesOf(prospect(), plan.targets, '2024-01-01')).toEqual([]);
  });
});

const hope = (over: Partial<Hope> = {}): Hope => ({
  targetId: 'T03',
  countedId: 'project-1',
  stage: 'agreed',
  later: false,
  matchId: 'match-1',
  ...over,
});

describe('the outlook of a target', () => {
  it('takes of several matches of one project the likeliest, and none of what counts already', () => {
    const rivals = [hope({ stage: 'shared', matchId: 'match-2' }), hope()];
    const [outlook] = outlookOf(targets(1000), rivals, chances, none);
    expect(outlook?.hopes).toEqual([hope()]);
    const [counted] = outlookOf(targets(1000), rivals, chances, () => true);
    expect(counted).toMatchObject({ hopes: [], added: [1] });
  });

  it('expects less of a target that asks for more than a contract', () => {
    const mean = (later: boolean) =>
      meanOf(outlookOf(targets(1000), [hope({ later })], chances, none)[0]?.added ?? []);
    expect(mean(false)).toBeCloseTo(0.8, 2);
    expect(mean(true)).toBeCloseTo(0.8 * 0.6, 2);
  });
});

describe('matches that would help', () => {
  it('are those that bring most of what is missing, and none for a target that is on time', () => {
    const hopes = [
      hope(),
      hope({ targetId: 'T04' }),
      hope({ matchId: 'match-2', countedId: 'project-2', stage: 'negotiating' }),
      hope({ matchId: 'match-3', countedId: 'project-3', targetId: 'T04' }),
    ];
    const outlooks = outlookOf(targets(1000), hopes, chances, none);
    const missing = new Map([['T03', 0.5]]);
    const found = helpfulMatches(outlooks, missing, ({ stage }) => meanChance(chanceOf(stage)));
    expect(found).toEqual([
      { matchId: 'match-1', targetIds: ['T03'], chance: 0.8, gain: 0.4 },
      { matchId: 'match-2', targetIds: ['T03'], chance: 0.5, gain: 0.25 },
    ]);
  });
});
