import type { PlanSeed } from '../../src/plan/plan-seed.schema';
import type { PlanView, TargetView } from '../../src/plan/plan.schema';
import type { RulePreview, SigningCredit } from '../../src/plan/preview/preview.schema';
import type { BurnUpView, ParkProgress } from '../../src/plan/progress/progress.schema';
import seed from '../../src/plan/seed/sx-2022.plan.json';
import type { KnownSigning } from '../../src/plan/conflicts/conflict.schema';
import { bodyOf } from '../records/park-life';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

const PLAN = '/plans/sx-2022';
const fileOf = async (code: string) =>
  bodyOf<PlanSeed>(await days.manager.get(`/plans/${code}/file`).expect(200));

describe('a plan as a file', () => {
  it('comes out as it went in, and makes the plan of another year', async () => {
    const { parks, ...file } = await fileOf('sx-2022');
    const { parks: _, ...written } = seed;
    expect(file).toMatchObject(written);
    expect(parks.length).toBeGreaterThanOrEqual(seed.parks.length);

    await days.manager.post('/plans', { ...file, parks: [], code: 'sx-2023', year: 2023 }).expect(201);
    const { parks: __, ...next } = await fileOf('sx-2023');
    expect(next).toEqual({ ...file, code: 'sx-2023', year: 2023 });
  });

  it('is replaced and taken out while nothing belongs to it', async () => {
    const file = await fileOf('sx-2023');
    const renamed = { ...file, name: '2023年行动计划', targets: file.targets.slice(0, 2) };
    const replaced = bodyOf<PlanView>(await days.manager.put('/plans/sx-2023', renamed).expect(200));
    expect([replaced.name, replaced.targets.length]).toEqual(['2023年行动计划', 2]);
    await days.manager.delete('/plans/sx-2023').expect(204);
    await days.manager.get('/plans/sx-2023').expect(404);
  });

  it('stays as it is once a signing is put down to it, and for all but managers', async () => {
    await days.confirmedProject(3);
    const file = await fileOf('sx-2022');
    expect(bodyOf(await days.manager.put(PLAN, file).expect(409)).code).toBe('PLAN.IN_USE');
    expect(bodyOf(await days.manager.delete(PLAN).expect(409)).code).toBe('PLAN.IN_USE');
    await days.officer.delete(PLAN).expect(403);
  });

  it('says where the file is wrong, in words', async () => {
    const file = await fileOf('sx-2022');
    const spoilt = { ...file, code: 'x', tracks: [] };
    const { errors } = bodyOf(await days.manager.post('/plans', spoilt).expect(400));
    expect(errors?.[0]).toMatchObject({ pointer: '/activities/0/track', code: 'PLAN.FILE_NO_TRACK' });
  });
});

describe('a plan in use', () => {
  it('takes an activity and a target more, and counts what was signed before', async () => {
    const { tracks } = bodyOf<PlanView>(await days.manager.get(PLAN).expect(200));
    const activity = { number: 26, track: tracks[0]?.code, name: '增补对接会', month: 11, heldOn: null };
    await days.manager.post(`${PLAN}/activities`, activity).expect(201);
    expect(bodyOf(await days.manager.post(`${PLAN}/activities`, activity).expect(409)).code).toBe(
      'PLAN.ACTIVITY_TAKEN',
    );
    const target = {
      ...{ code: 'T16', name: '增补目标', unit: '个', goal: 3, stated: true, activities: [3, 26] },
      ...{ signingKinds: ['project'], countAt: 'signed', distinctBy: 'project' },
    };
    await days.manager.post(`${PLAN}/targets`, target).expect(201);
    expect(await days.counted('T16')).toBe(1);
    const wrong = await days.manager.post(`${PLAN}/targets`, { ...target, code: 'T17', activities: [99] });
    expect([wrong.status, bodyOf(wrong).code]).toEqual([400, 'PLAN.UNKNOWN_ACTIVITY']);
  });

  it('shows the effect of a rule before it is written, and writes what was shown', async () => {
    const draft = { effectiveFrom: '2022-01-01', changes: { where: { keyEnterprise: true }, goal: 30 } };
    const path = `${PLAN}/targets/T16/rules`;
    const preview = bodyOf<RulePreview>(await days.manager.post(`${path}/preview`, draft).expect(200));
    expect(preview).toMatchObject({ before: 1, after: 0, goalBefore: 3, goalAfter: 30, lostInAll: 1 });
    expect(preview.lost[0]?.title).toBe('密封件产业化');
    expect(await days.counted('T16')).toBe(1);
    await days.manager.post(path, { ...draft, reason: '口径调整' }).expect(201);
    expect(await days.counted('T16')).toBe(0);
  });

  it('takes a quality word away from a rule again', async () => {
    const path = `${PLAN}/targets/T04/rules`;
    const change = { effectiveFrom: '2022-01-01', reason: '不再限定', changes: { quality: null } };
    const { rules } = bodyOf<TargetView>(await days.manager.post(path, change).expect(201));
    expect(rules.map(({ rule }) => rule.quality)).toEqual(['high-quality', undefined]);
  });

  it('tells the way to a number and what each park has delivered', async () => {
    const burnUp = bodyOf<BurnUpView>(await days.manager.get(`${PLAN}/targets/T03/burn-up`).expect(200));
    const before = burnUp.points.findLast(({ on }) => on < '2022-06-10');
    expect([before?.counted, burnUp.points.at(-1)?.counted]).toEqual([0, 1]);
    const parks = bodyOf<ParkProgress[]>(await days.officer.get(`${PLAN}/parks`).expect(200));
    expect(parks.find(({ park }) => park === 'NO.1')).toMatchObject({ signed: 1, landed: 0 });
  });
});

describe('a signing', () => {
  it('leads back to the numbers it is part of', async () => {
    const { id } = await days.confirmedProject(3);
    const credits = bodyOf<SigningCredit[]>(await days.officer.get(`/signings/${id}/credits`).expect(200));
    expect(credits).toContainEqual({
      ...{ plan: 'sx-2022', target: 'T03', name: '科技创新(含科研机构)项目签约落地', unit: '家' },
      ...{ level: 'signed', counts: true, subjects: 1 },
    });
    await days.foreignOfficer.get(`/signings/${id}/credits`).expect(404);
  });
});

describe('who signed the same', () => {
  it('is told before it is recorded again; another park’s by code only', async () => {
    const project = await days.project();
    const { title } = await days.confirmedProject(3, { project });
    const known = async (client = days.officer) =>
      bodyOf<KnownSigning[]>(await client.get(`/conflicts/known?project=${project}`).expect(200));
    expect(await known()).toMatchObject([{ title, park: 'NO.1', state: 'confirmed' }]);
    expect(await known(days.foreignOfficer)).toMatchObject([{ title: null, park: 'NO.1' }]);
    await days.officer.get(`/conflicts/known`).expect(400);
  });
});
