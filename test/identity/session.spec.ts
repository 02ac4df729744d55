import { Test } from 'supertest';
import { SYSTEM } from '../../src/common/actor';
import { digestOf } from '../../src/identity/session/session-token';
import { Database } from '../../src/platform/database/database';
import { type Client, type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp({ settings: { SESSION_IDLE_MINUTES: '60', SESSION_HOURS: '12' } });
});
afterAll(() => server.close());
beforeEach(async () => {
  manager = await server.signIn({ role: 'manager' });
});

const PASSWORD = 'a long enough password';
const signIn = (login: string, password = PASSWORD): Test =>
  server.anonymous().post('/api/v1/session').send({ login, password });

describe('a session', () => {
  it('opens for name and password, tells who is signed in, and ends at once', async () => {
    const mine = await manager.get('/session').expect(200);
    expect(mine.body).toMatchObject({ user: { role: 'manager' }, csrfToken: manager.csrfToken });
    await manager.delete('/session').expect(204);
    await manager.get('/session').expect(401);
  });

  it('is a cookie no script reads, of which only a digest is stored', async () => {
    const token = manager.cookie.replace('zc_session=', '');
    const stored = await server.app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<{ token_hash: Buffer }[]>('SELECT token_hash FROM sessions WHERE user_id = $1', [
          manager.userId,
        ]),
      );
    expect(stored).toEqual([{ token_hash: digestOf(token) }]);
    await server.signIn({ role: 'manager', login: 'cookie' });
    const [cookie] = (await signIn('Cookie').expect(200)).get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/^zc_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
  });

  it('ends when it is not used', async () => {
    server.clock.forward({ minutes: 59 });
    await manager.get('/session').expect(200);
    server.clock.forward({ minutes: 59 });
    await manager.get('/session').expect(200);
    server.clock.forward({ minutes: 61 });
    await manager.get('/session').expect(401);
  });

  it('ends after its longest time, used or not', async () => {
    for (let hour = 0; hour < 12; hour += 1) {
      await manager.get('/session').expect(200);
      server.clock.forward({ minutes: 59 });
    }
    await manager.get('/session').expect(200);
    server.clock.forward({ minutes: 13 });
    await manager.get('/session').expect(401);
  });

  it('ends with the account', async () => {
    const officer = await server.signIn({
      role: 'officer',
      parkIds: [await server.makePark()],
      login: 'leaving',
    });
    await manager.post(`/users/${officer.userId}/disable`).expect(200);
    await officer.get('/session').expect(401);
    await signIn('leaving').expect(401);
    await manager.post(`/users/${officer.userId}/enable`).expect(200);
    await officer.get('/session').expect(401);
    await signIn('leaving').expect(200);
  });

  it('ends after an auditor’s last day', async () => {
    const auditor = await server.signIn({ role: 'auditor', expiresOn: '2022-06-30', login: 'auditor' });
    await auditor.get('/audit').expect(200);
    server.clock.forward({ days: 30 });
    await signIn('auditor').expect(401);
  });

  it.each([
    'zc_session=',
    'zc_session=x',
    'zc_session=%00',
    `zc_session=${'A'.repeat(43)}`,
    'other=1',
    ';;=;',
  ])('is not opened by the cookie %s', async (cookie) => {
    await server.anonymous().get('/api/v1/session').set('Cookie', cookie).expect(401);
  });
});

describe('a request with a session', () => {
  const post = () => server.anonymous().post('/api/v1/users').set('Cookie', manager.cookie);
  const user = { login: 'nobody-yet', name: 'n', role: 'manager' };

  it('is refused without its CSRF token, with another’s, and with a wrong one', async () => {
    const other = await server.signIn({ role: 'manager' });
    expect((await post().send(user).expect(403)).body).toMatchObject({ code: 'AUTH.CSRF' });
    await post().set('X-CSRF-Token', other.csrfToken).send(user).expect(403);
    await post().set('X-CSRF-Token', '').send(user).expect(403);
    await post().set('X-CSRF-Token', manager.csrfToken).send(user).expect(201);
  });
});

describe('signing in', () => {
  it('answers an unknown name and a wrong password alike', async () => {
    await server.signIn({ role: 'manager', login: 'known' });
    const answers = [await signIn('known', 'wrong'), await signIn('unknown', 'wrong')];
    const [known, unknown] = answers.map(({ status, body }) => ({
      status,
      ...(body as object),
      requestId: '',
    }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 401, code: 'AUTH.WRONG_PASSWORD' });
  });

  it('costs time after five failures, and more after each further one', async () => {
    await server.signIn({ role: 'manager', login: 'target' });
    for (let failure = 0; failure < 5; failure += 1) await signIn('target', 'wrong').expect(401);
    const blocked = await signIn('target').expect(429);
    expect(blocked.body).toMatchObject({ code: 'AUTH.THROTTLED' });
    expect(blocked.get('Retry-After')).toBe('1');
    server.clock.forward({ seconds: 1 });
    await signIn('target', 'wrong').expect(401);
    expect((await signIn('target').expect(429)).get('Retry-After')).toBe('2');
    server.clock.forward({ seconds: 2 });
    await signIn('target').expect(200);
    for (let failure = 0; failure < 4; failure += 1) await signIn('target', 'wrong').expect(401);
    await signIn('target').expect(200);
  });

  it('costs time whoever tries, and whatever key they send', async () => {
    await server.signIn({ role: 'manager', login: 'guessed' });
    const guess = (attempt: number) =>
      manager
        .post('/session', { login: 'guessed', password: 'wrong' })
        .set('Idempotency-Key', `guess-number-${attempt}`);
    for (let failure = 0; failure < 5; failure += 1) await guess(failure).expect(401);
    await guess(5).expect(429);
  });

  it('keeps no name or address of who failed', async () => {
    await signIn('someone-particular', 'wrong').expect(401);
    const rows = await server.app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query<object[]>(`SELECT encode(key, 'escape') AS key, * FROM sign_in_throttles`),
      );
    expect(JSON.stringify(rows)).not.toMatch(/someone|127\.0/);
  });

  it('refuses a form of another site', async () => {
    const form = server.anonymous().post('/api/v1/session').type('form');
    await form.send({ login: 'known', password: PASSWORD }).expect(400);
  });
});
