import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/common/actor';
import { AuditChain } from '../../src/identity/audit/audit-chain';
import { AuditService } from '../../src/identity/audit/audit.service';
import { Database } from '../../src/platform/database/database';
import { type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let chain: AuditChain;
let administrator: DataSource;

beforeAll(async () => {
  server = await createTestApp();
  chain = server.app.get(AuditChain);
  administrator = await new DataSource({ type: 'postgres', url: server.database.superuserUrl }).initialize();
});
afterAll(async () => {
  await administrator.destroy();
  await server.close();
});
beforeEach(() => administrator.query('TRUNCATE audit_links, audit_entries'));

const record = (count: number) =>
  server.app.get(Database).as(SYSTEM, async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const subject = { subjectKind: 'test', subjectId: randomUUID(), detail: { b: n, a: 'x' } };
      await server.app.get(AuditService).record(SYSTEM, 'test.done', subject, tx);
    }
  });

describe('the audit chain', () => {
  it('holds over batches, and its head moves with what is added', async () => {
    await record(3);
    const first = await chain.extend();
    await record(2);
    const second = await chain.extend();
    expect([first.position, second.position]).toEqual([3, 5]);
    expect(second.hash).not.toBe(first.hash);
    expect(await chain.verify()).toEqual({ sound: true, head: second });
  });

  it('links each entry once when several writers extend it together', async () => {
    await record(5);
    await Promise.all([chain.extend(), chain.extend(), chain.extend()]);
    expect(await chain.verify()).toMatchObject({ sound: true, head: { position: 5 } });
  });

  it('is empty and sound before anything happened', async () => {
    expect(await chain.verify()).toEqual({ sound: true, head: { position: 0, hash: '0'.repeat(64) } });
  });

  const AT = '(SELECT entry_id FROM audit_links WHERE position = 3)';
  it.each([
    [
      'a changed action',
      `UPDATE audit_entries SET action = 'test.undone' WHERE id = ${AT}`,
      3,
      'entry-changed',
    ],
    [
      'a changed detail',
      `UPDATE audit_entries SET detail = '{"a": "x", "b": 9}' WHERE id = ${AT}`,
      3,
      'entry-changed',
    ],
    [
      'a moved moment',
      `UPDATE audit_entries SET at = at + interval '1 ms' WHERE id = ${AT}`,
      3,
      'entry-changed',
    ],
    [
      'another actor',
      `UPDATE audit_entries SET actor_user_id = gen_random_uuid() WHERE id = ${AT}`,
      3,
      'entry-changed',
    ],
    ['a removed link', 'DELETE FROM audit_links WHERE position = 3', 3, 'gap'],
    [
      'a removed entry',
      `SET session_replication_role = replica; DELETE FROM audit_entries WHERE id = ${AT};
       SET session_replication_role = origin`,
      3,
      'entry-missing',
    ],
    [
      'two entries swapped',
      `UPDATE audit_links SET position = 99 WHERE position = 3; UPDATE audit_links SET position = 3 WHERE position = 4;
       UPDATE audit_links SET position = 4 WHERE position = 99`,
      3,
      'entry-changed',
    ],
  ])('shows %s', async (_, tampering, position, fault) => {
    await record(5);
    await chain.extend();
    await administrator.query(tampering);
    expect(await chain.verify()).toEqual({ sound: false, position, fault });
  });
});

describe('an audit entry', () => {
  it('is stored with the act or not at all', async () => {
    const database = server.app.get(Database);
    const undone = database.as(SYSTEM, async (tx) => {
      const subject = { subjectKind: 'test', subjectId: 'undone' };
      await server.app.get(AuditService).record(SYSTEM, 'test.done', subject, tx);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const rows = await administrator.query<unknown[]>(
      `SELECT 1 FROM audit_entries WHERE subject_id = 'undone'`,
    );
    expect(rows).toEqual([]);
  });

  it('is read by managers and auditors, page by page', async () => {
    await record(3);
    const auditor = await server.signIn({ role: 'auditor', expiresOn: '2022-12-31' });
    const first = (await auditor.get('/audit?action=test.done&limit=2').expect(200)).body as {
      items: { action: string }[];
      nextCursor: string;
    };
    const second = (
      await auditor.get(`/audit?action=test.done&limit=2&cursor=${first.nextCursor}`).expect(200)
    ).body as typeof first;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    await auditor.get(`/audit?cursor=${Buffer.from('["title","x"]').toString('base64url')}`).expect(400);
    const officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
    await officer.get('/audit').expect(403);
  });
});
