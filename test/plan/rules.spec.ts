import { residentIdCheckCharacter } from '../../src/common/identifiers/resident-id';
import type { CreditPreview } from '../../src/plan/preview/preview.schema';
import type { AllocationsView } from '../../src/plan/plan.schema';
import type { SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import { step } from '../signings/signing-days';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

const decide = (signing: SigningView, word: string, applies: boolean) =>
  days.act(days.manager, signing, 'quality', {
    word,
    applies,
    reason: applies ? '填补省内空白' : '复核后不符合',
    basis: '专家评审纪要〔2022〕3号',
  });
const ruleChange = (target: string, changes: object, effectiveFrom = '2022-01-01') =>
  days.manager
    .post(`/plans/sx-2022/targets/${target}/rules`, { effectiveFrom, changes, reason: '口径会商' })
    .expect(201);

describe('words that nobody has defined', () => {
  it.each([
    ['T04', 4, 'high-quality'],
    ['T10', 13, 'excellent'],
    ['T12', 16, 'excellent'],
  ])(
    'count for %s when a person says so, and no longer when they take it back',
    async (target, activity, word) => {
      const signing = await days.confirmedProject(activity);
      expect(await days.counted(target)).toBe(0);
      await decide(signing, word, true);
      expect(await days.counted(target)).toBe(1);
      await decide(signing, word, false);
      expect(await days.counted(target)).toBe(0);
      const decisions = await days.manager.get(`/signings/${signing.id}/quality`).expect(200);
      expect(decisions.body).toMatchObject([
        { word, applies: true, decidedBy: days.manager.userId, basis: '专家评审纪要〔2022〕3号' },
        { word, applies: false },
      ]);
    },
  );

  it('are for the platform to decide, on the signing as it was read', async () => {
    const signing = await days.confirmedProject(4);
    const decision = { word: 'fine', applies: true, reason: '好', basis: '无' };
    await step(days.lead, signing.id, signing.version, 'quality', decision).expect(403);
    await step(days.manager, signing.id, signing.version - 1, 'quality', decision).expect(412);
    await step(days.manager, signing.id, signing.version, 'quality', { ...decision, word: 'superb' }).expect(
      400,
    );
  });
});

describe('what was in the park before', () => {
  it('is never brought in', async () => {
    const signing = await days.confirmedProject(16, { regionOfOrigin: 'in-park' });
    await decide(signing, 'excellent', true);
    expect(await days.counted('T12')).toBe(0);
    const { targets } = bodyOf<CreditPreview>(
      await days.officer.get(`/signings/${signing.id}/credit-preview`),
    );
    expect(targets.find(({ code }) => code === 'T12')).toMatchObject({
      why: [{ code: 'in-park', subjects: 1 }],
    });
  });
});

describe('a new version of a rule', () => {
  it('counts anew what it judges, and leaves what was signed before its day', async () => {
    const signing = await days.confirmedProject(3);
    const start = await days.counted('T03');
    await ruleChange('T03', { countAt: 'landed' }, '2022-06-11');
    expect(await days.counted('T03')).toBe(start);
    await ruleChange('T03', { countAt: 'landed' });
    expect(await days.target('T03')).toMatchObject({ counted: 0, ruleVersion: 3, countAt: 'landed' });
    expect(await days.reading('T03', 'signed')).toBe(start);
    const licence = await days.paper({ kind: 'business-licence' });
    const added = bodyOf<SigningView>(
      await step(days.officer, signing.id, signing.version, 'documents', licence),
    );
    const documentIds = added.documents.filter(({ kind }) => kind === 'business-licence').map(({ id }) => id);
    await days.act(days.officer, added, 'milestones', {
      level: 'registered',
      reachedOn: '2022-06-14',
      documentIds,
    });
    expect(await days.counted('T03')).toBe(1);
    await ruleChange('T03', { countAt: 'signed' });
    expect(await days.counted('T03')).toBe(start);
  });

  it('names activities of the plan', async () => {
    const change = { effectiveFrom: '2022-01-01', changes: { activities: [99] }, reason: '扩大' };
    const refused = await days.manager.post('/plans/sx-2022/targets/T12/rules', change).expect(400);
    expect(bodyOf(refused).code).toBe('PLAN.UNKNOWN_ACTIVITY');
  });
});

describe('a target given to parks', () => {
  it('may be given out beyond its goal, and shows what each has delivered', async () => {
    const allocations = [
      { park: 'NO.1', goal: 18 },
      { park: 'NO.2', goal: 9 },
      { activity: 3, goal: 20 },
    ];
    const at = '/plans/sx-2022/targets/T03/allocations';
    await days.officer.put(at, { allocations }).expect(403);
    const counted = await days.counted('T03');
    const given = bodyOf<AllocationsView>(await days.manager.put(at, { allocations }).expect(200));
    expect(given).toMatchObject({
      goal: 20,
      toParks: 27,
      toActivities: 20,
      allocations: [
        { park: 'NO.1', counted },
        { park: 'NO.2', counted: 0 },
        { activity: 3, counted },
      ],
    });
    expect((await days.target('T03')).allocated).toEqual({ parks: 27, activities: 20 });
    const twice = { allocations: [allocations[0], allocations[0]] };
    expect(bodyOf(await days.manager.put(at, twice).expect(409)).code).toBe('PLAN.ALLOCATED_TWICE');
  });
});

describe('a roster', () => {
  const skills = ['junior', 'intermediate', 'technician'] as const;
  const line = (at: number) => {
    const first17 = `14990119900102${String(at).padStart(3, '0')}`;
    return {
      name: `工人${at}`,
      idNumber: first17 + residentIdCheckCharacter(first17),
      skillLevel: skills[at % 3],
      employer: '晋城铸衍管件有限公司',
      ...(at < 24 && { onBoardOn: '2022-06-12', socialInsuranceFrom: '2022-06' }),
    };
  };

  it('of 30 counts each person who is at work and skilled enough', async () => {
    const roster = {
      title: '定制输送技能人才',
      activity: days.activities.get(14),
      scan: {
        attachment: await days.file(days.officer, true),
        datedOn: '2022-06-12',
        particulars: ['seal', 'parties', 'term', 'insurance-month'],
      },
      lines: Array.from({ length: 30 }, (_, at) => line(at)),
    };
    const recorded = bodyOf<SigningView>(await days.officer.post('/signings/roster', roster).expect(201));
    const checked = await days.act(days.lead, recorded, 'check', { decision: 'pass' });
    const confirmed = await days.act(days.manager, checked, 'confirm');
    expect(await days.target('T09')).toMatchObject({ counted: 16, goal: 500, atLeast: true });
    expect(await days.reading('T09', 'signed')).toBe(20);
    expect(await days.reading('T09', 'activities:14')).toBe(16);
    expect(await days.reading('T09', 'activities:13,14')).toBe(16);
    const { items } = await days.behind('T09');
    expect(new Set(items.map(({ subject }) => subject.id)).size).toBe(16);
    expect(items[0]).toMatchObject({ signingId: confirmed.id, documents: [{ kind: 'roster' }] });
    await ruleChange('T09', { settings: { ...(await settings()), minSkillLevel: 'technician' } });
    expect(await days.counted('T09')).toBe(8);
    await days.act(days.manager, confirmed, 'revoke', { reason: '花名册有误' });
    expect(await days.counted('T09')).toBe(0);
  });

  const settings = async () => {
    const plan = bodyOf<{ targets: { code: string; rules: { rule: { settings: object } }[] }[] }>(
      await days.manager.get('/plans/sx-2022').expect(200),
    );
    return plan.targets[0]?.rules[0]?.rule.settings;
  };
});
