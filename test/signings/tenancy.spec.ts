import { Client as PostgresClient } from 'pg';
import { type Actor, SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { SigningEntity } from '../../src/signings/signing.entity';
import type { SigningSummary, SigningView } from '../../src/signings/signing.view';
import type { Client } from '../support/test-app';
import { bodyOf } from '../records/park-life';
import { type SigningDays, startSigningDays, step } from './signing-days';

const TABLES = ['signings', 'signing_subjects', 'signing_documents', 'signing_milestones', 'signing_checks'];

let days: SigningDays;
let signing: SigningView;
let activity: string;

beforeAll(async () => {
  days = await startSigningDays();
  activity = await days.activity();
  signing = await days.signed({ activity });
});
afterAll(() => days.server.close());

const actor = (over: Partial<Actor>): Actor => ({ ...SYSTEM, userId: newId(), ...over });
const listed = async (client: Client): Promise<string[]> => {
  const answer = await client.get('/signings').expect(200);
  return bodyOf<{ items: SigningSummary[] }>(answer).items.map(({ id }) => id);
};

describe('who sees a signing', () => {
  it('is its park, its parties, the organiser of its activity, the platform and the auditor', async () => {
    const organiser = await days.server.signIn({ role: 'organiser', activityIds: [activity] });
    const readers = [days.officer, days.lead, days.manager, days.auditor, organiser];
    for (const client of [...readers, days.enterprise, days.foreignEnterprise])
      expect(await listed(client)).toEqual([signing.id]);

    const stranger = await days.server.signIn({ role: 'organiser', activityIds: [newId()] });
    for (const client of [days.foreignOfficer, stranger]) {
      expect(await listed(client)).toEqual([]);
      await client.get(`/signings/${signing.id}`).expect(404);
      await client.get(`/signings/${signing.id}/requirements`).expect(404);
    }
  });

  it('is never the commission', async () => {
    const commission = await days.server.signIn({ role: 'commission' });
    await commission.get('/signings').expect(403);
    await commission.get(`/signings/${signing.id}`).expect(403);
  });

  it('is decided by the database too: without any filter a stranger sees no row', async () => {
    const strangers = [
      actor({ role: 'officer', parkIds: [days.parks['NO.2'] as string] }),
      actor({ role: 'enterprise', organisationId: newId() }),
      actor({ role: 'organiser', activityIds: [newId()] }),
      actor({ role: 'commission' }),
      actor({ role: 'talent' }),
    ];
    for (const stranger of strangers)
      for (const table of TABLES) {
        const rows = days.database.as(stranger, (tx) => tx.query<unknown[]>(`SELECT id FROM ${table}`));
        expect([stranger.role, table, await rows]).toEqual([stranger.role, table, []]);
      }
    const own = days.database.as(days.leadActor, (tx) =>
      tx.query<unknown[]>('SELECT id FROM signing_checks'),
    );
    expect(await own).not.toEqual([]);
  });

  it('is nobody without a context', async () => {
    const client = new PostgresClient({ connectionString: days.server.database.apiUrl });
    await client.connect();
    try {
      for (const table of TABLES) expect((await client.query(`SELECT id FROM ${table}`)).rows).toEqual([]);
    } finally {
      await client.end();
    }
  });
});

describe('who changes a signing', () => {
  it('is its park and the platform', async () => {
    const change = { title: '别人的标题' };
    await days.foreignOfficer.patch(`/signings/${signing.id}`, signing.version, change).expect(404);
    await days.enterprise.patch(`/signings/${signing.id}`, signing.version, change).expect(403);
    await days.auditor.patch(`/signings/${signing.id}`, signing.version, change).expect(403);
    await step(days.foreignOfficer, signing.id, signing.version, 'documents', await days.paper()).expect(404);
    const foreign = { kind: 'base', title: '基地', establishment: '基地', park: 'NO.2' };
    const documents = [await days.paper({ kind: 'framework-agreement' })];
    await days.officer.post('/signings', { ...foreign, documents }).expect(403);
  });

  it('is decided by the database too', async () => {
    const party = actor({ role: 'enterprise', organisationId: days.enterprises[0] });
    for (const stranger of [party, actor({ role: 'auditor' })]) {
      const { affected } = await days.database.as(stranger, (tx) =>
        tx.update(SigningEntity, { id: signing.id }, { title: '改' }),
      );
      expect(affected).toBe(0);
    }
    const officer = actor({ role: 'officer', parkIds: [days.parks['NO.1'] as string] });
    const handOver = days.database.as(officer, (tx) =>
      tx.update(SigningEntity, { id: signing.id }, { parkId: days.parks['NO.2'] }),
    );
    await expect(handOver).rejects.toThrow('row-level security');
    const rewrite = days.database.as(SYSTEM, (tx) => tx.query(`UPDATE signing_checks SET note = 'x'`));
    await expect(rewrite).rejects.toThrow('permission denied');
  });
});
