import { type Actor, SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { Database } from '../../src/platform/database/database';
import { type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let database: Database;
beforeAll(async () => {
  server = await createTestApp();
  database = server.app.get(Database);
});
afterAll(() => server.close());

const officer: Actor = { ...SYSTEM, role: 'officer', userId: newId(), parkIds: [newId(), newId()] };
const WHO = `SELECT app.role() AS role, app.user_id() AS "userId", app.park_ids() AS "parkIds"`;
const who = (actor: Actor) => database.as(actor, (tx) => tx.query<object[]>(WHO));
const seen = ({ role, userId, parkIds }: Actor) => [{ role, userId, parkIds }];

const addPark = (code: string) =>
  database.as(SYSTEM, (tx) =>
    tx.query('INSERT INTO parks (id, code, name, ordinal) VALUES ($1, $2, $2, 0)', [newId(), code]),
  );
const parks = async (code: string) =>
  (await database.as(SYSTEM, (tx) => tx.query<object[]>('SELECT 1 FROM parks WHERE code = $1', [code])))
    .length;

describe('a transaction', () => {
  it('tells PostgreSQL who acts, and tells nobody after its end', async () => {
    expect(await who(officer)).toEqual(seen(officer));
    const roles = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        who(n % 2 ? officer : SYSTEM).then((rows) => JSON.stringify(rows)),
      ),
    );
    expect(roles).toEqual(roles.map((_, n) => JSON.stringify(seen(n % 2 ? officer : SYSTEM))));
  });
});

describe('several transactions as one', () => {
  it('commit together, each as its own actor', async () => {
    await database.asOne(officer, async (tx) => {
      expect(await who(SYSTEM)).toEqual(seen(SYSTEM));
      expect(await tx.query(WHO)).toEqual(seen(officer));
      await addPark('together');
    });
    expect(await parks('together')).toBe(1);
  });

  it('leave nothing when the whole fails', async () => {
    const whole = database.asOne(officer, async () => {
      await addPark('undone');
      throw new Error('failed');
    });
    await expect(whole).rejects.toThrow('failed');
    expect(await parks('undone')).toBe(0);
  });

  it('go on after a part that failed and was dealt with', async () => {
    await database.asOne(officer, async (tx) => {
      await addPark('first');
      await expect(addPark('first')).rejects.toThrow(/duplicate key/);
      expect(await tx.query(WHO)).toEqual(seen(officer));
      await addPark('second');
    });
    expect([await parks('first'), await parks('second')]).toEqual([1, 1]);
  });

  it('take turns when they are started together, and may contain each other', async () => {
    await database.asOne(officer, async () => {
      await Promise.all(['a', 'b', 'c'].map(addPark));
      await database.as(officer, () => database.asOne(SYSTEM, () => addPark('d')));
    });
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(parks))).toEqual([1, 1, 1, 1]);
  });

  it('do not bind what was started in them and outlives them', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    let late: Promise<number> | undefined;
    await database.asOne(officer, async () => {
      await addPark('kept');
      late = gate.then(() => parks('kept'));
    });
    open();
    expect(await late).toBe(1);
  });
});
