import { type Actor, type Role, SYSTEM } from '../../src/common/actor';
import type { CreditPage } from '../../src/plan/progress/progress.schema';
import { bodyOf } from '../records/park-life';
import { type PlanDays, startPlanDays } from './plan-days';

let days: PlanDays;
beforeAll(async () => {
  days = await startPlanDays();
  await days.confirmedProject(3);
});
afterAll(() => days.server.close());

const seen = (role: Role, table: string, over: Partial<Actor> = {}) =>
  days.database.as({ ...SYSTEM, role, ...over }, async (tx) => {
    const [row] = await tx.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count;
  });
const parkIds = (code: string) => [days.parks[code] as string];

describe('the database lets', () => {
  it.each(['target_credits', 'activity_credits'])('a park see its own rows of %s only', async (table) => {
    expect(await seen('officer', table, { parkIds: parkIds('NO.1') })).toBeGreaterThan(0);
    expect(await seen('park-lead', table, { parkIds: parkIds('NO.2') })).toBe(0);
    expect(await seen('organiser', table)).toBe(0);
    expect(await seen('enterprise', table)).toBe(0);
    expect(await seen('commission', table)).toBeGreaterThan(0);
  });

  it.each(['plans', 'activities', 'targets', 'target_rules'])('no enterprise see %s', async (table) => {
    expect(await seen('enterprise', table)).toBe(0);
    expect(await seen('organiser', table)).toBeGreaterThan(0);
  });

  it.each(['target_credits', 'activity_credits', 'quality_decisions'])(
    'nobody change or remove a row of %s',
    async (table) => {
      for (const statement of [`UPDATE ${table} SET sample_set = 'x'`, `DELETE FROM ${table}`])
        await expect(days.database.as(SYSTEM, (tx) => tx.query(statement))).rejects.toThrow(
          'permission denied',
        );
    },
  );

  it('nobody change a rule, nor remove one of a plan that something belongs to', async () => {
    const run = (statement: string) => days.database.as(SYSTEM, (tx) => tx.query(statement));
    await expect(run(`UPDATE target_rules SET reason = 'x'`)).rejects.toThrow('permission denied');
    const before = await seen('manager', 'target_rules');
    await run('DELETE FROM target_rules');
    expect(await seen('manager', 'target_rules')).toBe(before);
    expect(before).toBeGreaterThan(0);
  });

  /** Writes a line like one that stands, changed as `over` says. */
  const copyLine = (over: string, actor: Actor = SYSTEM) =>
    days.database.as(actor, async (tx) => {
      const columns = `plan_id, target_id, signing_id, subject_kind, subject_id, level, counts, counted_id, activity_id,
        park_id, reached_on, proof, rule_version, cause, at`;
      await tx.query(
        `INSERT INTO target_credits (id, sign, ordinal, reverses, ${columns})
         SELECT gen_random_uuid(), ${over}, ${columns} FROM target_credits WHERE sign = 1 LIMIT 1`,
      );
    });

  it('a credit stand once, and a contra take back what is there, once', async () => {
    await expect(copyLine('1, ordinal, NULL')).rejects.toThrow('duplicate key');
    await expect(copyLine('-1, ordinal + 1, id')).rejects.toThrow('foreign key');
    await expect(copyLine('-1, ordinal, NULL')).rejects.toThrow('check constraint');
    const twice = days.database.asOne(SYSTEM, async () => {
      await copyLine('-1, ordinal, id');
      await copyLine('-1, ordinal, id');
    });
    await expect(twice).rejects.toThrow('duplicate key');
  });

  it('no park write credits', async () => {
    const officer: Actor = { ...SYSTEM, role: 'officer', parkIds: parkIds('NO.1') };
    await expect(copyLine('1, ordinal + 1, NULL', officer)).rejects.toThrow('row-level security');
  });
});

describe('the number', () => {
  const behind = async (client: PlanDays['manager']) =>
    bodyOf<CreditPage>(await client.get('/plans/sx-2022/targets/T03/signings').expect(200));

  it('is the network’s for everybody who reads the plan, its signings are the park’s', async () => {
    const commission = await days.server.signIn({ role: 'commission' });
    await days.confirmedProject(3);
    expect(await behind(days.officer)).toMatchObject({
      total: 2,
      items: [{ park: 'NO.1' }, { park: 'NO.1' }],
    });
    expect(await behind(days.foreignOfficer)).toEqual({ total: 2, items: [], nextCursor: null });
    const { items } = await behind(commission);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ signing: null, subject: { name: null }, documents: [] });
    await days.enterprise.get('/plans/sx-2022/progress').expect(403);
    await days.server.anonymous().get('/api/v1/plans/sx-2022/progress').expect(401);
  });
});
