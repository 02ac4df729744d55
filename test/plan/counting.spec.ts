import { SYSTEM } from '../../src/common/actor';
import type { ConflictView } from '../../src/plan/conflicts/conflict.schema';
import type { CreditPreview } from '../../src/plan/preview/preview.schema';
import type { SigningView } from '../../src/signings/signing.view';
import { bodyOf } from '../records/park-life';
import { step } from '../signings/signing-days';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
});
afterAll(() => days.server.close());

const preview = async ({ id }: SigningView, code: string) => {
  const { targets } = bodyOf<CreditPreview>(
    await days.officer.get(`/signings/${id}/credit-preview`).expect(200),
  );
  const found = targets.find((target) => target.code === code);
  return found && [found.before, found.after, found.why.map((reason) => reason.code)];
};
/** Whether the ledger stands at what its lines add up to. */
const folded = () =>
  days.database.as(SYSTEM, async (tx) => {
    const [row] = await tx.query<{ sum: number; standing: number }[]>(
      `SELECT coalesce(sum(sign), 0)::int AS sum, count(*) FILTER (WHERE sign = 1 AND NOT EXISTS
         (SELECT FROM target_credits r WHERE r.reverses = c.id))::int AS standing FROM target_credits c`,
    );
    return row;
  });

describe('a match, from its contract to the plan', () => {
  it('raises the target by one on confirmation and opens down to the contract', async () => {
    const recorded = await days.signed({
      activity: days.activities.get(3),
      regionOfOrigin: 'outside-province',
    });
    expect(await preview(recorded, 'T03')).toEqual([0, 1, []]);
    const checked = await days.act(days.lead, recorded, 'check', { decision: 'pass' });
    expect(await days.counted('T03')).toBe(0);
    const confirmed = await days.act(days.manager, checked, 'confirm');
    expect(confirmed.explanation).toMatchObject({ score: 0.8 });
    expect(await days.target('T03')).toMatchObject({
      counted: 1,
      goal: 20,
      completion: 0.05,
      byRegion: { 'outside-province': 1 },
    });
    expect((await days.progress()).activities[2]).toEqual({ number: 3, subjects: 1 });
    const { items, total } = await days.behind('T03');
    expect(total).toBe(1);
    expect(items).toMatchObject([
      {
        signingId: confirmed.id,
        signing: { code: confirmed.code },
        subject: { kind: 'project', name: '长寿命聚氨酯密封材料产业化' },
        activity: 3,
        park: 'NO.1',
        documents: [{ kind: 'technology-contract', datedOn: '2022-06-10' }],
      },
    ]);
    expect(await preview(confirmed, 'T03')).toEqual([1, 1, []]);
    expect(await preview(confirmed, 'T02')).toEqual([0, 0, ['activity']]);
  });

  it('ends at the right number after revoking, signing again and voiding', async () => {
    const start = await days.counted('T02');
    const project = await days.project();
    const first = await days.confirmedProject(2, { project });
    expect(await days.counted('T02')).toBe(start + 1);
    await days.act(days.manager, first, 'revoke', { reason: '材料不实' });
    expect(await days.counted('T02')).toBe(start);
    const second = await days.confirmedProject(2, { project });
    expect(await days.counted('T02')).toBe(start + 1);
    const landed = await days.act(
      days.officer,
      bodyOf<SigningView>(
        await step(
          days.officer,
          second.id,
          second.version,
          'documents',
          await days.paper({ kind: 'business-licence' }),
        ),
      ),
      'milestones',
      await milestoneOf(second.id),
    );
    expect([await days.reading('T02', 'signed'), await days.reading('T02', 'landed')]).toEqual([
      start + 1,
      1,
    ]);
    const withdrawn = await days.act(
      days.officer,
      landed,
      `milestones/${landed.milestones[0]?.id}/withdraw`,
      { reason: '执照有误' },
    );
    expect(await days.reading('T02', 'landed')).toBe(0);
    await days.act(days.manager, withdrawn, 'void', { reason: '合同解除' });
    expect(await days.counted('T02')).toBe(start);
    const sums = await folded();
    expect(sums?.sum).toBe(sums?.standing);
  });

  it('keeps past numbers as they were', async () => {
    const before = days.server.clock.now().toISOString();
    const counted = await days.counted('T11');
    days.server.clock.forward({ minutes: 5 });
    await days.confirmedProject(3);
    const now = await days.counted('T03');
    expect((await days.target('T03', before)).counted).toBe(now - 1);
    expect(await days.counted('T11')).toBe(counted);
  });
});

const milestoneOf = async (id: string) => {
  const { documents } = await days.read(id);
  const licence = documents.find(({ kind }) => kind === 'business-licence');
  return { level: 'registered', reachedOn: '2022-06-14', documentIds: [licence?.id] };
};

describe('a subject', () => {
  it('belongs to the activity of its first signing, and is counted once however often it is signed', async () => {
    const project = await days.project();
    const [second, third] = [await days.counted('T02'), await days.counted('T03')];
    await days.confirmedProject(2, { project });
    const again = await days.checkedProject(3, { project });
    expect(await preview(again, 'T03')).toEqual([third, third, ['activity']]);
    expect(await preview(again, 'T02')).toEqual([second + 1, second + 1, ['reported-before']]);
    await days.act(days.manager, again, 'confirm');
    expect([await days.counted('T02'), await days.counted('T03')]).toEqual([second + 1, third]);
    const conflicts = bodyOf<ConflictView[]>(await days.officer.get('/conflicts').expect(200));
    const conflict = conflicts.find(({ subject }) => subject.id === project);
    expect(conflict).toMatchObject({
      kind: 'twice',
      signings: [{ credited: true }, { id: again.id, credited: false }],
    });
  });

  it('needs a reason when its contract lies outside the days of its activity', async () => {
    const activity = { state: 'held', heldOn: '2022-06-12', documentNumber: '晋智创〔2022〕8号' };
    const at = '/plans/sx-2022/activities/1';
    await days.officer.patch(at, 1, activity).expect(403);
    const changed = await days.manager.patch(at, 1, activity).expect(200);
    expect(changed.body).toMatchObject({ state: 'held', heldOn: '2022-06-12', version: 2 });
    await days.manager.patch(at, 1, activity).expect(412);
    const { id, version } = await days.checkedProject(1);
    const refused = await step(days.manager, id, version, 'confirm').expect(422);
    expect(bodyOf(refused).code).toBe('PLAN.ATTRIBUTION_REASON');
    const reason = { attributionReason: '会前已签，峰会上补办仪式' };
    await step(days.manager, id, version, 'confirm', reason).expect(200);
  });
});

describe('confirming at the same time', () => {
  it('counts a signing once, 50 at a time', async () => {
    const start = await days.counted('T03');
    const { id, version } = await days.checkedProject(3);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => step(days.manager, id, version, 'confirm')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(await days.counted('T03')).toBe(start + 1);
  });

  it('counts a subject once and gives it one activity, whatever signings of it are confirmed', async () => {
    const project = await days.project();
    const before = (await days.progress()).totals.counted;
    const signings = [
      await days.checkedProject(2, { project }),
      await days.checkedProject(3, { project }),
      await days.checkedProject(2, { project }),
      await days.checkedProject(3, { project }),
    ];
    await Promise.all(signings.map((signing) => days.act(days.manager, signing, 'confirm')));
    expect((await days.progress()).totals.counted).toBe(before + 1);
    const credits = await days.database.as(SYSTEM, (tx) =>
      tx.query<object[]>(
        // Confirmed in another order than recorded, the credit passes on by contra: what stands is the first one's.
        `SELECT activity_id AS activity, sum(sign)::int AS standing FROM activity_credits WHERE subject_id = $1
         GROUP BY activity_id HAVING sum(sign) <> 0`,
        [project],
      ),
    );
    expect(credits).toEqual([{ activity: days.activities.get(2), standing: 1 }]);
  });
});
