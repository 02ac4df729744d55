import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { SYSTEM } from '../../src/common/actor';
import { IntakeModule } from '../../src/intake/intake.module';
import { RowStore } from '../../src/intake/imports/row-store';
import { Database } from '../../src/platform/database/database';
import { type ParkLife, startParkLife } from '../records/park-life';
import { forkAsTypescript } from '../support/typescript-children';
import { fixture, importLife } from './import-life';

let life: ParkLife;
let lists: ReturnType<typeof importLife>;
beforeAll(async () => {
  forkAsTypescript();
  life = await startParkLife([IntakeModule]);
  lists = importLife(life, () => life.officer);
});
afterAll(() => life.server.close());

const asSystem = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.query(sql, parameters));

const HEAD = ['企业名称', '需求名称', '需求描述', '拟投入资金（万元）', '联系人'];
const listOf = async (...rows: (string | number | null)[][]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [HEAD, ...rows] }] }));
const needsTitled = (title: string) =>
  asSystem<{ id: string; text: string; status: string; details: Record<string, unknown>; version: number }[]>(
    'SELECT id, text, status, details, version FROM needs WHERE title = $1',
    [title],
  );

describe('a list of needs', () => {
  it('takes 488 of 500 in and gives 12 back with their reasons; nothing comes twice', async () => {
    const list = await lists.preview('technology-needs', fixture('needs-500.xlsx'));
    expect(list).toMatchObject({ state: 'preview', counts: { ready: 488, doubtful: 12 }, park: 'NO.1' });
    expect(await lists.run(list.id)).toMatchObject({
      state: 'finished',
      counts: { created: 488, doubtful: 12 },
    });
    expect(await asSystem(`SELECT count(*)::int AS n FROM needs WHERE status = 'submitted'`)).toEqual([
      { n: 488 },
    ]);
    const file = await readXlsx(await lists.failures(list.id));
    const rows = file.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(13);
    expect(rows[1]?.at(-1)).toBe('需求名称: 必填，未填写。');
    const again = await lists.preview('technology-needs', fixture('needs-500.xlsx'));
    expect(again.counts).toEqual({ same: 488, doubtful: 12 });
    await life.officer.post(`/imports/${again.id}/run`, {}).expect(422);
    // What is in is kept no longer than it takes, but whom to ask about it stays, encrypted.
    expect(
      await asSystem(
        `SELECT count(sealed)::int AS kept, bool_or(position('13800138000' in encode(contact, 'escape')) > 0)
        AS readable FROM import_rows WHERE import_id = $1 AND state = 'created'`,
        [list.id],
      ),
    ).toEqual([{ kept: 0, readable: false }]);
  });

  it('goes on where a worker was lost, and takes nothing in twice', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => [
      '太原甲公司',
      `第${n}号设备改造`,
      `事项${n}`,
      10,
      null,
    ]);
    const list = await lists.preview('technology-needs', await listOf(...rows));
    await life.officer.post(`/imports/${list.id}/run`, {}).expect(202);
    const store = life.server.app.get(RowStore);
    const whole = store.store.bind(store);
    let batches = 0;
    const lost = jest.spyOn(store, 'store').mockImplementation((...task) => {
      batches += 1;
      if (batches === 2) throw new Error('the worker is gone');
      return whole(...task);
    });
    await expect(lists.work('run-import', list.id)).rejects.toThrow('the worker is gone');
    lost.mockRestore();
    expect(await lists.get(list.id)).toMatchObject({ state: 'running', done: 200, counts: { created: 200 } });
    await lists.work('run-import', list.id);
    expect(await lists.get(list.id)).toMatchObject({
      state: 'finished',
      done: 450,
      counts: { created: 450 },
    });
    const [stored] = await asSystem<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM needs WHERE title LIKE '第%号设备改造'`,
    );
    expect(stored).toEqual({ n: 450 });
  });

  it('is mended in place, cell by cell or by its suggestions', async () => {
    const list = await lists.preview(
      'technology-needs',
      await listOf(
        ['太原甲公司', '防爆电机', '', '约60', ''],
        ['太原甲公司', '矿用皮带', '皮带跑偏严重', '约80', ''],
        ['太原甲公司', '井下通风', '风阻过大', '若干', ''],
      ),
    );
    expect(list.counts).toEqual({ doubtful: 3 });
    const taken = await life.officer
      .post(`/imports/${list.id}/suggestions`, { column: 'budget' })
      .expect(200);
    expect(taken.body).toEqual({ mended: 2 });
    expect(await lists.mend(list.id, 2, { cells: { text: '现有电机防爆等级不足' } })).toMatchObject({
      state: 'ready',
      doubts: [],
    });
    expect(await lists.mend(list.id, 4, { decision: 'skip' })).toMatchObject({ state: 'left-out' });
    await life.officer.patch(`/imports/${list.id}/rows/4`, 1, { cells: { salary: '1' } }).expect(400);
    expect(await lists.run(list.id, { status: 'published' })).toMatchObject({
      counts: { created: 2, 'left-out': 1 },
    });
    const [motor] = await needsTitled('防爆电机');
    expect(motor).toMatchObject({ status: 'published', details: { budgetMax: 600_000 } });
    const jobs = await asSystem<unknown[]>(`SELECT FROM outbox WHERE payload ->> 'id' = $1`, [motor?.id]);
    expect(jobs.length).toBeGreaterThan(0);
    await life.officer.patch(`/imports/${list.id}/rows/2`, 1, { cells: { text: '再改' } }).expect(409);
  });

  it('recognises what is there: skips, fills or updates it as asked, and takes it all back', async () => {
    const first = await lists.preview(
      'technology-needs',
      await listOf(['晋中乙公司', '炉衬寿命', '炉衬三月一换', null, null]),
    );
    await lists.run(first.id);
    const changed = await listOf(['晋中乙公司', '炉衬寿命', '炉衬两月一换', 50, null]);
    const skipped = await lists.preview('technology-needs', changed);
    expect(skipped.counts).toEqual({ known: 1 });
    expect(await lists.run(skipped.id)).toMatchObject({ counts: { kept: 1 } });
    const merged = await lists.preview('technology-needs', changed);
    await lists.run(merged.id, { known: 'merge' });
    expect(await needsTitled('炉衬寿命')).toMatchObject([
      { text: '炉衬三月一换', details: { budgetMax: 500_000 }, version: 2 },
    ]);
    const updated = await lists.preview(
      'technology-needs',
      await listOf(['晋中乙公司', '炉衬寿命', '炉衬一月一换', 70, null]),
    );
    await lists.run(updated.id, { known: 'update' });
    expect(await needsTitled('炉衬寿命')).toMatchObject([{ text: '炉衬一月一换', version: 3 }]);

    const revert = async (id: string) => {
      await life.officer.post(`/imports/${id}/revert`, {}).expect(202);
      await lists.work('revert-import', id);
      return lists.get(id);
    };
    expect(await revert(updated.id)).toMatchObject({ state: 'reverted', counts: { reverted: 1 } });
    expect(await needsTitled('炉衬寿命')).toMatchObject([
      { text: '炉衬三月一换', details: { budgetMax: 500_000 }, version: 4 },
    ]);
    // The record was changed after the first import: it stays, and the row says so.
    expect(await revert(first.id)).toMatchObject({ state: 'reverted', counts: { created: 1 } });
    expect(await lists.rows(first.id)).toMatchObject([{ failure: { code: 'IMPORT.CHANGED_SINCE' } }]);
  });

  it('can be sent again after it was taken back', async () => {
    const content = await listOf(['太原甲公司', '余热回收', '冷却水余热白白排掉', 30, '张工 13800138000']);
    const list = await lists.preview('technology-needs', content);
    await lists.run(list.id);
    await life.officer.post(`/imports/${list.id}/revert`, {}).expect(202);
    await lists.work('revert-import', list.id);
    expect(await needsTitled('余热回收')).toMatchObject([{ status: 'archived' }]);
    const again = await lists.preview('technology-needs', content);
    expect(await lists.run(again.id)).toMatchObject({ counts: { created: 1 } });
  });

  it('asks about what reads like a record that is there, and about one name said twice', async () => {
    const list = await lists.preview(
      'technology-needs',
      await listOf([
        '太原丙公司',
        '转炉煤气余热回收利用技术',
        '转炉煤气显热未回收，希望采用余热锅炉回收蒸汽并网，吨钢回收蒸汽不低于八十公斤。',
        300,
        null,
      ]),
    );
    await lists.run(list.id);
    const alike = await lists.preview(
      'technology-needs',
      await listOf(
        [
          '太原丁公司',
          '关于转炉煤气余热回收的需求',
          '转炉煤气显热尚未回收，期望使用余热锅炉回收蒸汽并网，吨钢回收蒸汽不低于八十公斤。',
          300,
          null,
        ],
        ['太原丁公司', '仓库照明', '仓库照明耗电', 3, null],
        ['太原丁公司', '仓库照明', '仓库照明太暗', 5, null],
      ),
    );
    expect(await lists.rows(alike.id)).toMatchObject([
      { state: 'doubtful', doubts: [{ code: 'IMPORT.SIMILAR' }], known: { by: 'text' } },
      { state: 'ready' },
      { state: 'doubtful', doubts: [{ code: 'IMPORT.SAME_AS_ROW' }] },
    ]);
    expect(await lists.mend(alike.id, 2, { decision: 'new' })).toMatchObject({ state: 'ready' });
    expect(await lists.mend(alike.id, 4, { decision: 'new' })).toMatchObject({ state: 'ready' });
    expect(await lists.run(alike.id)).toMatchObject({ counts: { created: 3 } });
    const foreign = importLife(life, () => life.foreignOfficer);
    const elsewhere = await foreign.preview(
      'technology-needs',
      await listOf([
        '大同戊公司',
        '转炉煤气余热回收',
        '转炉煤气显热未回收，希望采用余热锅炉回收蒸汽并网，吨钢回收蒸汽不低于八十公斤。',
        1,
        null,
      ]),
    );
    expect(await foreign.rows(elsewhere.id)).toMatchObject([{ doubts: [{ code: 'IMPORT.SIMILAR' }] }]);
  });

  it('is read anew under the columns a person names', async () => {
    const rows = [
      ['甲方', '事项', '需求名称', '需求描述'],
      ['太原甲公司', '更衣室改造', '更衣室', '更衣室柜子不够'],
    ];
    const content = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows }] }));
    const list = await lists.preview('technology-needs', content);
    expect(list.counts).toEqual({ doubtful: 1 });
    const columns = ['organisation', null, 'title', 'text'];
    await life.officer.post(`/imports/${list.id}/columns`, { columns }).expect(202);
    await lists.work('read-import', list.id);
    expect(await lists.get(list.id)).toMatchObject({ state: 'preview', counts: { ready: 1 } });
    await life.officer.delete(`/imports/${list.id}`).expect(204);
    await life.officer.get(`/imports/${list.id}`).expect(404);
  });
});
