import { type Client, type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp({ settings: { SESSION_HOURS: '720' } });
  manager = await server.signIn({ role: 'manager' });
});
afterAll(() => server.close());

interface Made {
  id: string;
  key: string;
}
const make = async (client: Client, scopes: string[], days?: number): Promise<Made> =>
  (await client.post('/api-keys', { name: 'robot', scopes, days }).expect(201)).body as Made;
const withKey = (key: string, path = '/audit') =>
  server.anonymous().get(`/api/v1${path}`).set('Authorization', `Bearer ${key}`);

describe('an API key', () => {
  it('acts as its user within its scopes', async () => {
    const { key } = await make(manager, ['audit:read']);
    expect(key).toMatch(/^zc_[0-9a-f]{32}_[\w-]{43}$/);
    await withKey(key).expect(200);
    expect((await withKey(key, '/session').expect(403)).body).toMatchObject({ code: 'AUTH.SCOPE' });
  });

  it('never reaches accounts or keys, and has no more rights than its user', async () => {
    const { key } = await make(manager, ['*:read', '*:write']);
    await withKey(key, '/users').expect(403);
    await withKey(key, '/api-keys').expect(403);
    const officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
    await withKey((await make(officer, ['*:read'])).key).expect(403);
  });

  it('works until it is revoked', async () => {
    const { id, key } = await make(manager, ['*:read']);
    await withKey(key).expect(200);
    await manager.delete(`/api-keys/${id}`).expect(204);
    await withKey(key).expect(401);
    await manager.delete(`/api-keys/${id}`).expect(404);
  });

  it('works as long as its account', async () => {
    const second = await server.signIn({ role: 'manager' });
    const { key } = await make(second, ['*:read']);
    await manager.post(`/users/${second.userId}/disable`).expect(200);
    await withKey(key).expect(401);
  });

  it('works until its last day', async () => {
    const { key } = await make(manager, ['*:read'], 1);
    await withKey(key).expect(200);
    server.clock.forward({ days: 2 });
    await withKey(key).expect(401);
    manager = await server.signIn({ role: 'manager' });
  });

  it('is the business of its user and of managers', async () => {
    const officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
    const own = await make(officer, ['*:read']);
    const other = await make(manager, ['*:read']);
    const list = (await officer.get('/api-keys').expect(200)).body as { items: Made[] };
    expect(list.items.map(({ id }) => id)).toEqual([own.id]);
    expect(JSON.stringify(list)).not.toMatch(/secret|"key"/);
    await officer.delete(`/api-keys/${other.id}`).expect(404);
    await manager.delete(`/api-keys/${own.id}`).expect(204);
  });

  it.each(['', 'zc_x_y', `zc_${'0'.repeat(32)}_${'A'.repeat(43)}`, 'Basic cm9vdDpyb290'])(
    'is not %p, and a cookie beside it does not help',
    async (key) => {
      await withKey(key).set('Cookie', manager.cookie).expect(401);
    },
  );
});
