import { Client as PostgresClient } from 'pg';
import { type Actor, WORKER } from '../../src/common/actor';
import { NeedEntity } from '../../src/needs/need.entity';
import type { NeedView } from '../../src/needs/need.view';
import { Database } from '../../src/platform/database/database';
import type { Client } from '../support/test-app';
import { bodyOf, move, type ParkLife, startParkLife, technologyNeed } from './park-life';

let life: ParkLife;
const secret = '绝密合金配方X9';

beforeAll(async () => {
  life = await startParkLife();
});
afterAll(() => life.server.close());

const publish = async (over: object = {}): Promise<NeedView> => {
  const draft = bodyOf<NeedView>(
    await life.officer
      .post('/needs', technologyNeed({ organisation: life.enterprises[0], ...over }))
      .expect(201),
  );
  return bodyOf<NeedView>(await move(life.officer, 'needs', draft, 'publish').expect(200));
};
const listed = async (client: Client, query = ''): Promise<NeedView[]> =>
  bodyOf<{ items: NeedView[] }>(await client.get(`/needs${query}`).expect(200)).items;
const ids = (needs: { id: string }[]) => needs.map(({ id }) => id);

describe('who sees and changes a need', () => {
  it('is its park and its organisation; elsewhere what the network may see', async () => {
    const open = await publish();
    const kept = await publish({ visibility: 'park' });
    for (const client of [life.officer, life.lead, life.enterprise, life.manager, life.auditor])
      expect(ids(await listed(client))).toEqual(expect.arrayContaining([open.id, kept.id]));

    expect(ids(await listed(life.foreignOfficer))).toContain(open.id);
    expect(ids(await listed(life.foreignOfficer))).not.toContain(kept.id);
    await life.foreignOfficer.get(`/needs/${kept.id}`).expect(404);
    expect(await listed(life.foreignEnterprise)).toEqual([]);
    await life.foreignEnterprise.get(`/needs/${open.id}`).expect(404);
  });

  it('is changed by neither another park nor another enterprise nor an auditor', async () => {
    const need = await publish();
    const change = { title: '别人的标题' };
    await life.foreignOfficer.patch(`/needs/${need.id}`, need.version, change).expect(403);
    await life.foreignEnterprise.patch(`/needs/${need.id}`, need.version, change).expect(404);
    await life.auditor.patch(`/needs/${need.id}`, need.version, change).expect(403);
    await life.auditor.post('/needs', technologyNeed()).expect(403);
    await move(life.foreignOfficer, 'needs', need, 'withdraw').expect(403);
    await life.foreignOfficer.get(`/needs/${need.id}/versions`).expect(403);
  });

  it('cannot be handed to a park or an organisation that is not one’s own', async () => {
    const need = await publish();
    await life.officer.patch(`/needs/${need.id}`, need.version, { park: 'NO.2' }).expect(403);
    await life.enterprise.patch(`/needs/${need.id}`, need.version, { park: 'NO.2' }).expect(403);
    const draft = bodyOf<NeedView>(await life.enterprise.post('/needs', technologyNeed()).expect(201));
    await life.enterprise.patch(`/needs/${draft.id}`, draft.version, { park: 'NO.2' }).expect(200);
    await life.foreignOfficer.post('/needs', technologyNeed({ park: 'NO.1' })).expect(403);
    await life.enterprise.post('/needs', technologyNeed({ organisation: life.enterprises[1] })).expect(403);
  });
});

describe('confidentiality', () => {
  it('keeps from other parks the words, details and owner of what is sealed', async () => {
    const need = await publish({
      title: secret,
      text: `${secret}的替代`,
      confidentiality: 'sealed',
      visibility: 'network',
      publicSummary: '某单位求合金替代方案',
    });
    const seen = bodyOf<NeedView>(await life.foreignOfficer.get(`/needs/${need.id}`).expect(200));
    expect(seen).toMatchObject({
      disclosure: 'summary',
      title: '某单位求合金替代方案',
      text: '某单位求合金替代方案',
      organisation: null,
      ownerUserId: null,
      must: [],
    });
    expect(seen).not.toHaveProperty('technology');
    expect(JSON.stringify(await listed(life.foreignOfficer))).not.toContain(secret);
  });

  it('lets nobody find a need by words they may not read', async () => {
    const need = await publish({ title: secret, confidentiality: 'sealed', visibility: 'network' });
    const query = `?q=${encodeURIComponent(secret)}`;
    expect(ids(await listed(life.officer, query))).toContain(need.id);
    expect(await listed(life.foreignOfficer, query)).toEqual([]);
  });

  it('hides the organisation where that is asked for, in the answer and in the filter', async () => {
    const need = await publish({ confidentiality: 'hide-organisation' });
    const seen = bodyOf<NeedView>(await life.foreignOfficer.get(`/needs/${need.id}`).expect(200));
    expect(seen).toMatchObject({ title: need.title, organisation: null, ownerUserId: null });
    const query = `?organisation=${life.enterprises[0]}`;
    expect(ids(await listed(life.foreignOfficer, query))).not.toContain(need.id);
    expect(ids(await listed(life.officer, query))).toContain(need.id);
  });

  it('keeps a need in its park unless somebody says otherwise', async () => {
    expect(await publish({ confidentiality: 'park-only' })).toMatchObject({ visibility: 'park' });
    expect(await publish({ confidentiality: 'sealed' })).toMatchObject({ visibility: 'sealed' });
  });
});

describe('row-level security, with no service in front of it', () => {
  const actor = (over: Partial<Actor>): Actor => ({ ...WORKER, role: 'officer', ...over });
  const rowsOf = (who: Actor) =>
    life.server.app.get(Database).as(who, (tx) => tx.find(NeedEntity, { select: { id: true } }));

  it('shows no foreign row, and none at all without an actor', async () => {
    const kept = await publish({ visibility: 'park' });
    expect(ids(await rowsOf(actor({ parkIds: [life.parks['NO.2'] as string] })))).not.toContain(kept.id);
    expect(await rowsOf(actor({ role: 'enterprise', organisationId: life.enterprises[1] }))).toEqual([]);
    expect(await rowsOf(actor({ role: 'commission' }))).toEqual([]);
    expect(await rowsOf(actor({ role: 'organiser' }))).toEqual([]);

    const bare = new PostgresClient({ connectionString: life.server.database.apiUrl });
    await bare.connect();
    for (const table of ['needs', 'need_versions', 'parks', 'organisations'])
      expect((await bare.query(`SELECT FROM ${table}`)).rowCount).toBe(0);
    await bare.end();
  });

  it('writes no foreign row', async () => {
    const need = await publish();
    const foreign = actor({ parkIds: [life.parks['NO.2'] as string] });
    const result = await life.server.app
      .get(Database)
      .as(foreign, (tx) => tx.update(NeedEntity, { id: need.id }, { title: 'x' }));
    expect(result.affected).toBe(0);
    await expect(
      life.server.app.get(Database).as(actor({ role: 'auditor' }), (tx) =>
        tx.query(
          `INSERT INTO needs SELECT (json_populate_record(n, '{"id": "00000000-0000-7000-8000-000000000001", "code": "x"}')).*
           FROM needs n WHERE id = $1`,
          [need.id],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('lets nobody rewrite a version', async () => {
    const need = await publish();
    const manager = actor({ role: 'manager' });
    for (const sql of [`UPDATE need_versions SET snapshot = '{}'`, 'DELETE FROM need_versions'])
      await expect(
        life.server.app.get(Database).as(manager, (tx) => tx.query(`${sql} WHERE record_id = $1`, [need.id])),
      ).rejects.toThrow(/permission denied/);
  });
});

describe('lists', () => {
  it('turn pages that neither repeat nor leave out, and find narrower tags by a wider one', async () => {
    const made = [];
    for (let n = 0; n < 5; n += 1) made.push((await publish({ tags: ['8.1'], title: `第${n}个` })).id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: NeedView[]; nextCursor: string | null } = bodyOf(
        await life.officer.get(`/needs?tag=8&limit=2${after}`).expect(200),
      );
      seen.push(...ids(page.items));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made.reverse());
  });

  it('take % and _ for themselves', async () => {
    const need = await publish({ title: '纯度99%_级' });
    expect(ids(await listed(life.officer, `?q=${encodeURIComponent('99%_')}`))).toEqual([need.id]);
    expect(await listed(life.officer, `?q=${encodeURIComponent('9%级')}`)).toEqual([]);
  });

  it('refuse an order that is not offered', async () => {
    await life.officer.get('/needs?sort=title').expect(400);
  });
});
