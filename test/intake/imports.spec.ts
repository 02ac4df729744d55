import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { SYSTEM } from '../../src/common/actor';
import { IntakeModule } from '../../src/intake/intake.module';
import { Database } from '../../src/platform/database/database';
import { type ParkLife, startParkLife } from '../records/park-life';
import { forkAsTypescript } from '../support/typescript-children';
import { fixture, importLife } from './import-life';

let life: ParkLife;
beforeAll(async () => {
  forkAsTypescript();
  life = await startParkLife([IntakeModule]);
});
afterAll(() => life.server.close());

const lists = importLife(
  {
    get server() {
      return life.server;
    },
  } as ParkLife,
  () => life.officer,
);
const asSystem = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.query(sql, parameters));

describe('a list of 500 needs, 12 of them wrong', () => {
  it('takes 488 in, gives 12 back with reasons, takes them mended, and nothing twice', async () => {
    const list = await lists.preview('technology-needs', fixture('needs-500.xlsx'));
    expect(list).toMatchObject({ state: 'preview', counts: { ready: 488, doubtful: 12 }, park: 'NO.1' });
    expect(await lists.run(list.id)).toMatchObject({
      state: 'finished',
      counts: { created: 488, doubtful: 12 },
    });

    const file = await readXlsx(await lists.failures(list.id));
    const rows = file.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(13);
    expect(rows[1]?.at(-1)).toBe('需求名称: 必填，未填写。');
    expect(String(rows[2]?.at(-1))).toContain('存成了数字');
  });
});
