import { type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await createTestApp();
});
afterAll(() => server.close());

const login = (name: string, password: string) =>
  server.anonymous().post('/api/v1/session').send({ login: name, password });

describe('a session', () => {
  it('opens for name and password, tells who is signed in, and ends at once', async () => {
    const client = await server.signIn({ role: 'manager', login: 'ruth' });
    const mine = await client.get('/session').expect(200);
    expect(mine.body).toMatchObject({
      user: { login: 'ruth', role: 'manager' },
      csrfToken: client.csrfToken,
    });
    await client.delete('/session').expect(204);
    await client.get('/session').expect(401);
  });

  it('is a http-only cookie whose token is stored only as a digest', async () => {
    await server.signIn({ role: 'manager', login: 'digest' });
    const answer = await login('Digest', 'a long enough password').expect(200);
    expect(answer.get('Set-Cookie')?.[0]).toMatch(/^zc_session=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
  });
});
