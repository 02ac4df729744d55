import type { AuditChainView, AuditEntryView } from '../../src/identity/audit/audit.schema';
import { AuditChain } from '../../src/identity/audit/audit-chain';
import type { SavedView } from '../../src/identity/saved-view/saved-view.schema';
import type { OwnSession } from '../../src/identity/session/session.schema';
import { FirstModel } from '../../src/matching/models/first-model';
import type { ModelDetail } from '../../src/matching/models/model.schema';
import type { WeightsEffect } from '../../src/matching/models/weights-effect';
import type { ParkView } from '../../src/organisations/organisation.schema';
import { MatchingModule } from '../../src/matching/matching.module';
import { bodyOf } from '../records/park-life';
import { type Client, createTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
let auditor: Client;
beforeAll(async () => {
  server = await createTestApp({ imports: [MatchingModule] });
  manager = await server.signIn({ role: 'manager', login: 'chief' });
  auditor = await server.signIn({ role: 'auditor', expiresOn: '2032-12-31' });
});
afterAll(() => server.close());

describe('one’s own sessions', () => {
  const list = async () => bodyOf<OwnSession[]>(await manager.get('/session/all').expect(200));
  const signInAgain = () =>
    server.anonymous().post('/api/v1/session').send({ login: 'chief', password: 'a long enough password' });

  it('are listed and ended one by one, at once', async () => {
    const answer = await signInAgain().expect(200);
    const other = (answer.get('Set-Cookie') ?? [])[0]?.split(';')[0] ?? '';
    const sessions = await list();
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const id = sessions.find(({ current }) => !current)?.id;
    await auditor.delete(`/session/all/${id}`).expect(404);
    await manager.delete(`/session/all/${id}`).expect(204);
    await server.anonymous().get('/api/v1/session').set('Cookie', other).expect(401);
    expect(await list()).toHaveLength(1);
  });
});

describe('saved views', () => {
  let officer: Client;
  let lead: Client;
  let foreign: Client;
  beforeAll(async () => {
    const [here, there] = [await server.makePark(), await server.makePark()];
    officer = await server.signIn({ role: 'officer', login: 'officer', name: '王专员', parkIds: [here] });
    lead = await server.signIn({ role: 'park-lead', login: 'lead', parkIds: [here] });
    foreign = await server.signIn({ role: 'officer', login: 'foreign', parkIds: [there] });
  });
  const save = (client: Client, over: object = {}) =>
    client.post('/saved-views', { list: 'needs', name: '待审', filter: { status: 'submitted' }, ...over });
  const viewsOf = async (client: Client, list = 'needs') =>
    bodyOf<SavedView[]>(await client.get(`/saved-views?list=${list}`).expect(200));

  it('are one’s own until they are shown to the park, and changed by nobody else', async () => {
    const [view] = bodyOf<SavedView[]>(await save(officer).expect(201));
    expect(view).toMatchObject({ name: '待审', filter: { status: 'submitted' }, shared: false, owner: null });
    expect(await viewsOf(lead)).toEqual([]);
    await officer.patch(`/saved-views/${view?.id}`, 1, { shared: true }).expect(200);
    expect(await viewsOf(lead)).toEqual([{ ...view, shared: true, owner: '王专员' }]);
    expect([await viewsOf(foreign), await viewsOf(manager), await viewsOf(lead, 'talents')]).toEqual([
      [],
      [],
      [],
    ]);
    await lead.patch(`/saved-views/${view?.id}`, 1, { name: '改' }).expect(404);
    await lead.delete(`/saved-views/${view?.id}`).expect(404);
    expect(bodyOf(await save(manager, { shared: true }).expect(422)).code).toBe('VIEW.NO_PARK');
    await officer.patch(`/saved-views/${view?.id}`, 1, { shared: false }).expect(200);
    expect(await viewsOf(lead)).toEqual([]);
  });

  it('are saved again under their name, renamed and dropped', async () => {
    const [before] = await viewsOf(officer);
    const [again] = bodyOf<SavedView[]>(await save(officer, { filter: { mine: true } }).expect(201));
    expect(again).toEqual({ ...before, filter: { mine: true } });
    await save(officer, { name: '另一个' }).expect(201);
    await officer.patch(`/saved-views/${again?.id}`, 1, { name: '另一个' }).expect(409);
    await officer.patch(`/saved-views/${again?.id}`, 1, { name: ' 我的 ' }).expect(200);
    expect((await viewsOf(officer)).map(({ name }) => name)).toEqual(['我的', '另一个']);
    const left = bodyOf<SavedView[]>(await officer.delete(`/saved-views/${again?.id}`).expect(200));
    expect(left.map(({ name }) => name)).toEqual(['另一个']);
  });

  it('take filters only, and not without end', async () => {
    await save(officer, { filter: { 'a b': 'x' } }).expect(400);
    await save(officer, { filter: { q: { $ne: '' } } }).expect(400);
    await save(officer, { list: 'users' }).expect(400);
    for (let at = 0; at < 49; at++) await save(foreign, { name: `第 ${at} 个` }).expect(201);
    const last = await Promise.all(['多', '更多', '太多'].map((name) => save(foreign, { name })));
    const refused = last.flatMap((answer) => (answer.status === 409 ? bodyOf(answer).code : []));
    expect(refused).toEqual(['VIEW.TOO_MANY', 'VIEW.TOO_MANY']);
    expect(await viewsOf(foreign)).toHaveLength(50);
    await save(foreign, { name: '第 1 个' }).expect(201);
  });
});

describe('parks', () => {
  it('are added after the others and renamed, by managers', async () => {
    const added = await manager.post('/parks', { code: 'NO.12', name: '新园区' }).expect(201);
    expect(bodyOf<ParkView>(added)).toMatchObject({ code: 'NO.12', name: '新园区', city: null });
    expect(bodyOf(await manager.post('/parks', { code: 'NO.12', name: '又一个' }).expect(409)).code).toBe(
      'PARK.CODE_TAKEN',
    );
    await manager.patch('/parks/NO.12', 1, { city: '大同' }).expect(200);
    const parks = bodyOf<ParkView[]>(await auditor.get('/parks').expect(200));
    expect(parks.at(-1)).toMatchObject({ code: 'NO.12', name: '新园区', city: '大同' });
    await auditor.patch('/parks/NO.12', 1, { city: '太原' }).expect(403);
  });
});

describe('the audit log', () => {
  it('names who acted, by day, and says whether its chain holds', async () => {
    await server.app.get(AuditChain).extend();
    const on = async (day: string) =>
      bodyOf<{ items: AuditEntryView[] }>(
        await auditor.get(`/audit?action=park.added&from=${day}&to=${day}`).expect(200),
      ).items;
    expect((await on('2022-06-15')).map(({ actorLogin }) => actorLogin)).toEqual(['chief']);
    expect(await on('2022-06-16')).toEqual([]);
    const chain = bodyOf<AuditChainView>(await auditor.get('/audit/chain').expect(200));
    expect(chain).toMatchObject({ sound: true, fault: null });
    expect(chain.position).toBeGreaterThan(2);
  });
});

describe('scoring weights', () => {
  const weights = { text: 0.2, meaning: 0.1, tags: 0.6, criteria: 0.1 };
  const draft = { pairKind: 'tech-project', weights };

  it('become a new model after a look, and are taken back', async () => {
    await server.app.get(FirstModel, { strict: false }).ensure([]);
    const effect = bodyOf<WeightsEffect>(await manager.post('/models/weights/preview', draft).expect(200));
    expect(effect).toMatchObject({ lists: 0, keptOfTop: null, agreementAfter: null });
    const { version } = bodyOf<{ version: number }>(
      await manager.post('/models/weights', { ...draft, note: '领域优先' }).expect(201),
    );
    const model = bodyOf<ModelDetail>(await auditor.get(`/models/${version}`).expect(200));
    expect(model).toMatchObject({ state: 'current', note: '领域优先' });
    expect([model.weights['tech-project'], model.weights['hiring-talent'].criteria]).toEqual([weights, 0.4]);
    const back = bodyOf<{ version: number }>(await manager.post('/models/revert').expect(201));
    const reverted = bodyOf<ModelDetail>(await auditor.get(`/models/${back.version}`).expect(200));
    expect(reverted.weights['tech-project'].text).toBe(0.6);
    await auditor.post('/models/weights', { ...draft, note: 'x' }).expect(403);
  });

  it('cannot all be 0', async () => {
    const none = { pairKind: 'tech-project', weights: { text: 0, meaning: 0, tags: 0, criteria: 0 } };
    expect(bodyOf(await manager.post('/models/weights/preview', none).expect(400)).errors?.[0]?.code).toBe(
      'MATCH.NO_WEIGHT',
    );
  });
});
