import { SYSTEM } from '../../src/common/actor';
import type { SubmissionRowView, SubmissionView } from '../../src/plan/submissions/submission.schema';
import { bodyOf } from '../records/park-life';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

const PATH = '/plans/sx-2022/submissions';
const submit = (period: string, cutOff = days.server.clock.now().toISOString()) =>
  days.manager.post(PATH, { period, cutOff });
const rows = async ({ id }: SubmissionView, client = days.manager) =>
  bodyOf<{ items: SubmissionRowView[] }>(await client.get(`${PATH}/${id}/rows`).expect(200)).items;
const of = ({ targets }: SubmissionView, code: string) => targets.find((target) => target.code === code);

describe('submissions', () => {
  it('stay as they were; what changes later is reported in the next one, with its reason', async () => {
    const early = await days.confirmedProject(3);
    days.server.clock.forward({ minutes: 1 });
    const first = bodyOf<SubmissionView>(await submit('2022年6月上').expect(201));
    expect(of(first, 'T03')).toEqual({ code: 'T03', counted: 1, new: 1, late: 0, withdrawn: 0 });
    expect(first).toMatchObject({ signedBy: days.manager.userId, ruleVersions: { T03: 1 } });

    days.server.clock.forward({ minutes: 1 });
    await days.act(days.manager, early, 'revoke', { reason: '登记证明被撤销' });
    await days.confirmedProject(3);
    days.server.clock.forward({ minutes: 1 });
    const second = bodyOf<SubmissionView>(await submit('2022年6月下').expect(201));
    expect(of(second, 'T03')).toEqual({ code: 'T03', counted: 1, new: 0, late: 1, withdrawn: 1 });
    expect((await rows(second)).map(({ change, reason }) => [change, reason])).toEqual([
      ['withdrawn', '登记证明被撤销'],
      ['late', null],
    ]);

    const again = bodyOf<SubmissionView>(await days.auditor.get(`${PATH}/${first.id}`).expect(200));
    expect(again).toEqual(first);
    expect((await rows(first)).map(({ change }) => change)).toEqual(['new']);
    expect((await days.target('T03', first.cutOff)).counted).toBe(1);
  });

  it('are not cut off twice, out of order or ahead of time', async () => {
    const now = days.server.clock.now();
    const ahead = new Date(now.getTime() + 1000).toISOString();
    expect(bodyOf(await submit('下期', ahead).expect(422)).code).toBe('PLAN.CUT_OFF');
    expect(bodyOf(await submit('往期', '2022-06-01T00:00:00+08:00').expect(422)).code).toBe('PLAN.CUT_OFF');
    expect(bodyOf(await submit('2022年6月上').expect(409)).code).toBe('PLAN.PERIOD_TAKEN');
    await days.officer.post(PATH, { period: '园区', cutOff: now.toISOString() }).expect(403);
  });

  it('can be changed or removed by nobody', async () => {
    for (const statement of ['UPDATE submission_rows SET counts = false', 'DELETE FROM submissions'])
      await expect(days.database.as(SYSTEM, (tx) => tx.query(statement))).rejects.toThrow(
        'permission denied',
      );
  });

  it('never mix sample and real signings', async () => {
    const { id } = await days.checkedProject(3);
    await days.database.as(SYSTEM, (tx) =>
      tx.query(`UPDATE signings SET sample_set = 'sample' WHERE id = $1`, [id]),
    );
    await days.act(days.manager, await days.read(id), 'confirm');
    days.server.clock.forward({ minutes: 1 });
    expect(bodyOf(await submit('混合').expect(422)).code).toBe('PLAN.SAMPLE_MIX');
  });

  it('are read by the commission whole and by a park in its own rows', async () => {
    const commission = await days.server.signIn({ role: 'commission' });
    const [latest] = bodyOf<SubmissionView[]>(await commission.get(PATH).expect(200));
    const submission = latest as SubmissionView;
    expect(await rows(submission, commission)).toHaveLength(2);
    expect(await rows(submission, days.officer)).toHaveLength(2);
    expect(await rows(submission, days.foreignOfficer)).toEqual([]);
    await days.enterprise.get(PATH).expect(403);
  });
});
