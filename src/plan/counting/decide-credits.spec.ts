import { countedOf, readingsOf } from './readings';
import { decideCredits } from './decide-credits';
import type { CountedSigning, CountedSubject } from './counted-signing';
import { aSigning, countingPlan2022, rule2022 } from './testing/builders';

const plan = countingPlan2022();
const project: CountedSubject = { kind: 'project', id: 'project-1' };
const person: CountedSubject = { kind: 'person', id: 'person-1' };

/** 'T04 signed', with an asterisk where it counts. */
const credited = (subject: CountedSubject, ...signings: CountedSigning[]): string[] =>
  decideCredits(plan, subject, signings)
    .credits.map(({ targetId, level, counts }) => `${targetId} ${level}${counts ? '*' : ''}`)
    .sort();

const at = (level: CountedSigning['reached'][number]['level'], on: string) => ({
  level,
  on,
  documentIds: [`${level} paper`],
});

describe('what a signing counts for', () => {
  it('counts one project for every target it answers, each at its own level', () => {
    const signing = aSigning({
      facts: { tags: [], industrialisation: true },
      qualities: { 'high-quality': 'decision' },
      reached: [at('signed', '2022-06-10'), at('registered', '2022-08-01')],
    });
    expect(credited(project, signing)).toEqual(['T04 landed', 'T04 signed*', 'T06 landed*', 'T06 signed']);
  });

  it.each<[string, Partial<CountedSigning>]>([
    ['nobody confirmed it', { confirmed: false }],
    ['it belongs to another activity', { activityId: 'act-1' }],
    ['it belongs to no activity', { activityId: null }],
    ['it was signed before the plan', { day: '2021-12-31', reached: [at('signed', '2021-12-31')] }],
    ['it was signed after the plan', { day: '2023-01-01', reached: [at('signed', '2023-01-01')] }],
    ['it is an intention only', { reached: [at('intention', '2022-06-10')] }],
    ['it is a framework only', { reached: [at('framework', '2022-06-10')] }],
    ['nobody found it excellent', { qualities: {} }],
  ])('does not count when %s', (_, over) => {
    const fit: Partial<CountedSigning> = { activityId: 'act-16', qualities: { excellent: 'decision' } };
    expect(credited(project, aSigning(fit))).toEqual(['T12 signed*']);
    expect(credited(project, aSigning({ ...fit, ...over }))).toEqual([]);
  });

  it.each([['in-park'], [null]] as const)('never counts as brought in from %s', (region) => {
    const signing = { activityId: 'act-16', qualities: { excellent: 'decision' } };
    expect(credited(project, aSigning({ ...signing, region: 'outside-park' }))).toEqual(['T12 signed*']);
    expect(credited(project, aSigning({ ...signing, region }))).toEqual([]);
  });

  it('takes stated tags within the wanted one only', () => {
    const landed = [at('registered', '2022-07-01')];
    const signing = { activityId: 'act-5', yuan: 1_000_000_000, reached: landed };
    expect(credited(project, aSigning({ ...signing, facts: { tags: ['2.1'] } }))).toEqual(['T07 landed*']);
    expect(credited(project, aSigning({ ...signing, facts: { tags: ['4.1'] } }))).toEqual([]);
  });

  it('counts a landing until landedBy and not a day longer', () => {
    const landed = (on: string) => aSigning({ activityId: 'act-3', reached: [at('registered', on)] });
    expect(credited(project, landed('2023-03-31'))).toEqual(['T03 landed']);
    expect(credited(project, landed('2023-04-01'))).toEqual([]);
    expect(credited(project, landed('2021-11-01'))).toEqual([]);
  });

  it('counts skilled workers from the set level, at work', () => {
    const worker = (skillLevel: 'junior' | 'intermediate', ...levels: ('signed' | 'on-board')[]) =>
      aSigning({
        kind: 'talent',
        activityId: 'act-14',
        facts: { tags: [], tier: 'skilled-worker', skillLevel },
        reached: levels.map((level) => at(level, '2022-06-20')),
      });
    expect(credited(person, worker('junior', 'signed', 'on-board'))).toEqual([]);
    expect(credited(person, worker('intermediate', 'signed'))).toEqual(['T09 signed']);
    expect(credited(person, worker('intermediate', 'signed', 'on-board'))).toEqual([
      'T09 landed',
      'T09 on-board*',
      'T09 signed',
    ]);
  });

  it('counts a base and a cooperation, the cooperation as itself', () => {
    const unveiled = { reached: [at('unveiled', '2022-09-01')], activityId: 'act-25' };
    const base = decideCredits(plan, { kind: 'base', id: 'base-1' }, [
      aSigning({ ...unveiled, kind: 'base' }),
    ]);
    const cooperation = decideCredits(plan, { kind: 'organisation', id: 'association' }, [
      aSigning({ ...unveiled, kind: 'cooperation', id: 'cooperation-1' }),
    ]);
    const counted = [...base.credits, ...cooperation.credits].filter(({ counts }) => counts);
    expect(counted.map(({ targetId, countedId }) => [targetId, countedId])).toEqual([
      ['T15', 'base-1'],
      ['T15', 'cooperation-1'],
    ]);
  });
});

describe('a subject with several signings', () => {
  const quality = { qualities: { 'high-quality': 'decision' } };
  const intention = aSigning({ id: 's1', day: '2022-04-01', reached: [at('intention', '2022-04-01')] });

  it('belongs to the activity of its first signing, an intention too', () => {
    const contract = aSigning({ id: 's2', activityId: 'act-1', ...quality });
    const { activity, credits } = decideCredits(plan, project, [contract, intention]);
    expect(activity).toMatchObject({ activityId: 'act-4', signingId: 's1' });
    expect(credits.map(({ targetId, signingId }) => [targetId, signingId])).toEqual([['T04', 's2']]);
  });

  it('follows its new owner to the later activity', () => {
    const sold = aSigning({ id: 's2', activityId: 'act-3', organisationId: 'organisation-2' });
    expect(decideCredits(plan, project, [intention, sold]).activity).toMatchObject({
      activityId: 'act-3',
      signingId: 's2',
    });
  });

  it('is credited once, to the park that reported it first', () => {
    const first = aSigning({ id: 's1', day: '2022-06-20', ...quality });
    const second = aSigning({ id: 's2', parkId: 'park-2', ...quality });
    const { credits } = decideCredits(plan, project, [second, first]);
    expect(credits.map(({ level, parkId }) => [level, parkId])).toEqual([['signed', 'park-1']]);
  });

  it('adds a later investment to the first, unless another park reports it', () => {
    const landed = {
      activityId: 'act-5',
      facts: { tags: ['2.1'] },
      reached: [at('registered', '2022-07-01')],
    };
    const first = aSigning({ ...landed, id: 's1', yuan: 600_000_000 });
    const more = aSigning({ ...landed, id: 's2', yuan: 400_000_000 });
    expect(credited(project, first)).toEqual(['T07 landed']);
    expect(credited(project, first, more)).toEqual(['T07 landed*']);
    expect(credited(project, first, { ...more, parkId: 'park-2' })).toEqual(['T07 landed']);
  });

  it('falls to the second report when the first is withdrawn', () => {
    const first = aSigning({ id: 's1', confirmed: false, ...quality });
    const second = aSigning({ id: 's2', parkId: 'park-2', ...quality });
    expect(decideCredits(plan, project, [first, second]).credits[0]).toMatchObject({ signingId: 's2' });
  });
});

describe('rule versions', () => {
  const later = { version: 2, effectiveFrom: '2022-07-01', rule: rule2022('T03', { countAt: 'landed' }) };
  const changed = {
    ...plan,
    targets: plan.targets.map((target) =>
      target.code === 'T03' ? { ...target, versions: [...target.versions, later] } : target,
    ),
  };
  const signed = (day: string) =>
    aSigning({ activityId: 'act-3', day, reached: [at('signed', day), at('registered', '2022-12-01')] });

  it('judges each signing by the version of its day', () => {
    const counting = (day: string) =>
      decideCredits(changed, project, [signed(day)]).credits.find(({ counts }) => counts);
    expect(counting('2022-06-30')).toMatchObject({ level: 'signed', ruleVersion: 1 });
    expect(counting('2022-07-01')).toMatchObject({ level: 'landed', ruleVersion: 2 });
  });
});

describe('readings', () => {
  it('shows signed and landed, both readings of the amount, and the alternative groups', () => {
    const numbers = new Map([...plan.activities]);
    const landed = {
      activityId: 'act-5',
      facts: { tags: ['2.1'] },
      reached: [at('registered', '2022-07-01')],
    };
    const credits = [
      ...decideCredits(plan, { kind: 'project', id: 'a' }, [aSigning({ ...landed, yuan: 1_200_000_000 })])
        .credits,
      ...decideCredits(plan, { kind: 'project', id: 'b' }, [aSigning({ ...landed, yuan: 200_000_000 })])
        .credits,
    ];
    expect(countedOf(credits)).toBe(1);
    expect(readingsOf(rule2022('T07'), credits, numbers)).toEqual([
      { by: 'level', level: 'signed', counted: 0 },
      { by: 'level', level: 'landed', counted: 2 },
      { by: 'amount', scope: 'each', counted: 1, yuan: 1_200_000_000, goalYuan: 1_000_000_000 },
      { by: 'amount', scope: 'total', counted: 2, yuan: 1_400_000_000, goalYuan: 1_000_000_000 },
      { by: 'distinct', distinctBy: 'organisation', counted: 1 },
    ]);
    const expert = aSigning({
      kind: 'talent',
      activityId: 'act-13',
      facts: { tags: [], tier: 'phd-expert', engagement: 'flexible' },
    });
    const experts = decideCredits(plan, person, [expert]).credits;
    expect(readingsOf(rule2022('T08'), experts, numbers)).toEqual([
      { by: 'level', level: 'signed', counted: 1 },
      { by: 'level', level: 'landed', counted: 0 },
      { by: 'activities', activities: [13, 14], counted: 1 },
      { by: 'activities', activities: [14], counted: 0 },
    ]);
  });
});
