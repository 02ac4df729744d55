import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/common/actor';
import { ConsentService } from '../../src/identity/consent/consent.service';
import { giveConsentSchema } from '../../src/identity/consent/consent.schema';
import { FieldCipher } from '../../src/platform/crypto/field-cipher';
import { PersonKeys } from '../../src/platform/crypto/person-keys';
import { Database } from '../../src/platform/database/database';
import { type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let database: Database;
beforeAll(async () => {
  server = await createTestApp();
  database = server.app.get(Database);
});
afterAll(() => server.close());

describe('a person’s consent', () => {
  const signed = giveConsentSchema.parse({ purpose: 'sharing', textVersion: '2022-1', basis: 'signed' });
  const having = (personId: string) =>
    database.as(SYSTEM, (tx) => server.app.get(ConsentService).having('sharing', [personId], tx));

  it('holds for its purpose until it is withdrawn, and may be given again', async () => {
    const consents = server.app.get(ConsentService);
    const personId = randomUUID();
    await database.as(SYSTEM, async (tx) => {
      await consents.give(SYSTEM, personId, signed, null, tx);
      await consents.give(SYSTEM, personId, { ...signed, textVersion: '2022-2' }, null, tx);
    });
    expect(await having(personId)).toEqual(new Set([personId]));
    expect(await database.as(SYSTEM, (tx) => consents.having('contact', [personId], tx))).toEqual(new Set());

    server.clock.forward({ days: 1 });
    await database.as(SYSTEM, (tx) => consents.withdraw(SYSTEM, personId, ['sharing', 'contact'], tx));
    expect(await having(personId)).toEqual(new Set());

    await database.as(SYSTEM, (tx) =>
      consents.give(SYSTEM, personId, { ...signed, textVersion: '2022-3' }, null, tx),
    );
    const history = await database.as(SYSTEM, (tx) => consents.history(personId, tx));
    expect(history.map(({ textVersion, withdrawnAt }) => [textVersion, withdrawnAt !== null])).toEqual([
      ['2022-1', true],
      ['2022-3', false],
    ]);
  });

  it('leaves a trace in the audit log for each change, not for what was so already', async () => {
    const consents = server.app.get(ConsentService);
    const personId = randomUUID();
    await database.as(SYSTEM, async (tx) => {
      await consents.give(SYSTEM, personId, signed, null, tx);
      await consents.give(SYSTEM, personId, signed, null, tx);
      await consents.withdraw(SYSTEM, personId, ['sharing'], tx);
      await consents.withdraw(SYSTEM, personId, ['sharing'], tx);
    });
    const manager = await server.signIn({ role: 'manager' });
    const log = await manager.get(`/audit?subjectKind=person&subjectId=${personId}`).expect(200);
    const { items } = log.body as { items: { action: string }[] };
    expect(items.map(({ action }) => action)).toEqual(['consent.withdrawn', 'consent.given']);
  });
});

describe('a person’s key', () => {
  const place = (personKey?: Buffer) => ({ table: 'persons', column: 'phone', rowId: '1', personKey });

  it('is made once, however many ask, and another for everybody', async () => {
    const keys = server.app.get(PersonKeys);
    const [one, other] = [randomUUID(), randomUUID()];
    const made = await Promise.all(
      [one, one, other].map((personId) => database.as(SYSTEM, (tx) => keys.keyOf(personId, tx))),
    );
    expect(made[0]?.equals(made[1]!)).toBe(true);
    expect(made[0]?.equals(made[2]!)).toBe(false);
  });

  it('takes what it encrypted with it', async () => {
    const keys = server.app.get(PersonKeys);
    const cipher = server.app.get(FieldCipher);
    const personId = randomUUID();
    const key = await database.as(SYSTEM, (tx) => keys.keyOf(personId, tx));
    const sealed = cipher.encrypt('13800138000', place(key));
    await database.as(SYSTEM, (tx) => keys.destroy(personId, tx));
    const found = await database.as(SYSTEM, (tx) => keys.find(personId, tx));
    expect(found).toBeUndefined();
    expect(() => cipher.decrypt(sealed, place(found))).toThrow();
  });
});
