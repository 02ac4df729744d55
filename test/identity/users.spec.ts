import { randomUUID } from 'node:crypto';
import { type Client, type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp();
  manager = await server.signIn({ role: 'manager' });
  park = await server.makePark();
});
afterAll(() => server.close());

let park: string;
const officer = (login: string) => ({ login, name: '王工', role: 'officer', parkIds: [park] });

describe('accounts', () => {
  it('are made with a random password that is told once', async () => {
    const made = (await manager.post('/users', officer('Wang.Gong')).expect(201)).body as {
      id: string;
      password: string;
    };
    expect(made).toMatchObject({ login: 'wang.gong', parkIds: [park], version: 1 });
    const { password } = made;
    await server.anonymous().post('/api/v1/session').send({ login: 'wang.gong', password }).expect(200);
    expect((await manager.get(`/users/${made.id}`).expect(200)).body).not.toHaveProperty('password');
  });

  it('have names of their own', async () => {
    await manager.post('/users', officer('twice')).expect(201);
    const problem = (await manager.post('/users', officer('TWICE')).expect(409)).body as object;
    expect(problem).toMatchObject({ code: 'USER.LOGIN_TAKEN', errors: [{ pointer: '/login' }] });
  });

  it('have the rights of their role and no others', async () => {
    const wrong = { ...officer('wrong'), parkIds: [], organisationId: randomUUID() };
    const problem = (await manager.post('/users', wrong).expect(422)).body as {
      errors: { pointer: string }[];
    };
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['/parkIds', '/organisationId']);
    await manager.post('/users', { ...officer('weak'), password: 'short' }).expect(400);
    await manager.post('/users', { ...officer('root'), role: 'system' }).expect(400);
  });

  it('are changed by who has seen their version', async () => {
    const { id } = (await manager.post('/users', officer('moving')).expect(201)).body as { id: string };
    const parkIds = [await server.makePark()];
    const moved = await manager.patch(`/users/${id}`, 1, { parkIds }).expect(200);
    expect(moved.body).toMatchObject({ parkIds, version: 2 });
    expect(moved.get('ETag')).toBe('"2"');
    expect((await manager.patch(`/users/${id}`, 1, { name: 'x' }).expect(412)).body).toMatchObject({
      code: 'USER.STALE',
    });
    await manager.patch(`/users/${id}`, 2, { parkIds: [] }).expect(422);
    await manager.patch(`/users/${id}`, 2, { role: 'manager' }).expect(400);
  });

  it('get a new password, which ends their sessions', async () => {
    const client = await server.signIn({ role: 'commission', login: 'forgetful' });
    const reset = await manager.post(`/users/${client.userId}/password`).expect(200);
    await client.get('/session').expect(401);
    const { password } = reset.body as { password: string };
    await server.anonymous().post('/api/v1/session').send({ login: 'forgetful', password }).expect(200);
  });

  it('change their own password when they know the old one', async () => {
    const client = await server.signIn({ role: 'commission', login: 'careful' });
    const password = 'another long password';
    const change = (current: string) => client.post('/session/password', { current, password });
    expect((await change('wrong').expect(422)).body).toMatchObject({ code: 'USER.WRONG_PASSWORD' });
    await change('a long enough password').expect(204);
    await client.get('/session').expect(401);
    await server.anonymous().post('/api/v1/session').send({ login: 'careful', password }).expect(200);
  });

  it('are a manager’s business alone', async () => {
    const lead = await server.signIn({ role: 'park-lead', parkIds: [park] });
    await lead.get('/users').expect(403);
    await lead.post('/users', officer('mine')).expect(403);
    await server.anonymous().get('/api/v1/users').expect(401);
    await manager.post(`/users/${manager.userId}/disable`).expect(422);
    await manager.get(`/users/${randomUUID()}`).expect(404);
  });

  it('are listed by role, page by page, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = (await manager.get(`/users?role=officer,manager&limit=2${cursor}`).expect(200)).body as {
        items: { id: string; role: string }[];
        nextCursor: string | null;
      };
      expect(page.items.every(({ role }) => role === 'officer' || role === 'manager')).toBe(true);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(manager.userId);
    expect(seen).toEqual([...seen].sort().reverse());
  });
});
