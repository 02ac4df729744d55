import { stepAt, totp } from '../../src/identity/second-factor/totp';
import { type Client, type TestApp, createTestApp } from '../support/test-app';

const PASSWORD = 'a long enough password';

let server: TestApp;
beforeAll(async () => {
  server = await createTestApp({ settings: { PUBLIC_URL: 'https://match.example.cn', PASSWORD_DAYS: '90' } });
});
afterAll(() => server.close());
/** Each test at a time of its own: a code is taken once. */
beforeEach(() => server.clock.forward({ minutes: 2 }));

type Session = Pick<Client, 'cookie' | 'csrfToken'>;

const asked = async (login: string, password = PASSWORD) => {
  const answer = await server.anonymous().post('/api/v1/session').send({ login, password });
  const { csrfToken, pending } = answer.body as { csrfToken: string; pending: string | null };
  return { status: answer.status, pending, session: { cookie: cookieOf(answer), csrfToken } };
};
const cookieOf = (answer: { get(name: 'Set-Cookie'): string[] | undefined }): string =>
  (answer.get('Set-Cookie') ?? [])[0]?.split(';')[0] ?? '';
type Method = 'get' | 'post' | 'delete';
const send = (method: Method, { cookie, csrfToken }: Session, path: string, body?: object) => {
  const agent = server.anonymous();
  return agent[method](`/api/v1${path}`).set('Cookie', cookie).set('X-CSRF-Token', csrfToken).send(body);
};
const codeOf = (secret: Buffer, steps = 0): string => totp(secret, stepAt(server.clock.now()) + steps);

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bytesOf = (base32: string): Buffer => {
  const bits = [...base32].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)));
};

/** Sets the second factor up for somebody who is signed in. */
async function setUp(session: Session) {
  const made = await send('post', session, '/session/second-factor/setup', { password: PASSWORD }).expect(
    200,
  );
  const { secret: shown, uri } = made.body as { secret: string; uri: string };
  const secret = bytesOf(shown);
  const confirmed = await send('post', session, '/session/second-factor/confirm', {
    code: codeOf(secret, -1),
  }).expect(200);
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
  return { secret, uri, recoveryCodes, cookie: cookieOf(confirmed) };
}

/** The session after the step, whose CSRF token goes with its new cookie. */
const entered = async (cookie: string): Promise<Session> => {
  const answer = await server.anonymous().get('/api/v1/session').set('Cookie', cookie).expect(200);
  return { cookie, csrfToken: (answer.body as { csrfToken: string }).csrfToken };
};

describe('a manager on a network', () => {
  it('gets nowhere before a second factor is set up, and goes on under a new cookie', async () => {
    const manager = await server.signIn({ role: 'manager', login: 'first' });
    expect(manager.cookie).toMatch(/^__Host-zc_session=/);
    const refused = await manager.get('/users').expect(403);
    expect(refused.body).toMatchObject({ code: 'AUTH.PENDING' });
    await send('post', manager, '/session/second-factor/setup', { password: 'not the password' }).expect(422);
    const { uri, recoveryCodes, cookie } = await setUp(manager);
    expect(uri).toMatch(/^otpauth:\/\/totp\/[^?]*first\?secret=[A-Z2-7]{32}&issuer=/);
    expect(new Set(recoveryCodes).size).toBe(10);
    await manager.get('/session').expect(401);
    await send('get', await entered(cookie), '/users').expect(200);
  });

  it('signs in with password and code, each code once', async () => {
    const { secret } = await setUp(await server.signIn({ role: 'manager', login: 'second' }));
    const { pending, session } = await asked('second');
    expect(pending).toBe('second-factor');
    await send('get', session, '/users').expect(403);
    await send('post', session, '/session/second-factor/setup', { password: PASSWORD }).expect(403);
    await send('post', session, '/session/password', {
      current: PASSWORD,
      password: 'another one of length',
    }).expect(403);
    await send('post', session, '/session/second-factor', { code: '000000' }).expect(422);
    const code = codeOf(secret);
    const proved = await send('post', session, '/session/second-factor', { code }).expect(200);
    expect(proved.body).toMatchObject({ pending: null });
    await send('get', session, '/session').expect(401);
    await send('get', await entered(cookieOf(proved)), '/users').expect(200);
    const again = await asked('second');
    await send('post', again.session, '/session/second-factor', { code }).expect(422);
  });

  it('enters with a recovery code, once, and guesses slowly', async () => {
    const made = await setUp(await server.signIn({ role: 'manager', login: 'third' }));
    const { session } = await asked('third');
    const [code = ''] = made.recoveryCodes;
    const typed = code.toLowerCase().replace('-', ' ');
    await send('post', session, '/session/second-factor', { code: typed }).expect(200);
    const again = await asked('third');
    const prove = (given: string) => send('post', again.session, '/session/second-factor', { code: given });
    await prove(code).expect(422);
    for (let failure = 0; failure < 4; failure += 1)
      await prove('000000').set('Idempotency-Key', `guess-${failure}-of-a-code`).expect(422);
    const blocked = await prove(codeOf(made.secret, 1)).expect(429);
    expect(blocked.body).toMatchObject({ code: 'AUTH.THROTTLED' });
  });

  it('takes the second factor of somebody else away, who is out at once', async () => {
    const chief = await server.signIn({ role: 'manager', login: 'chief' });
    const chiefs = await entered((await setUp(chief)).cookie);
    const officer = await server.signIn({
      role: 'officer',
      login: 'lost',
      parkIds: [await server.makePark()],
    });
    const lost = await entered((await setUp(officer)).cookie);
    await send('delete', lost, `/users/${chief.userId}/second-factor`).expect(403);
    await send('delete', chiefs, `/users/${officer.userId}/second-factor`).expect(204);
    await send('delete', chiefs, `/users/${officer.userId}/second-factor`).expect(404);
    await send('get', lost, '/session').expect(401);
    expect((await asked('lost')).pending).toBe('set-up-second-factor');
  });
});

describe('others', () => {
  it('need none, and may have one', async () => {
    const commission = await server.signIn({ role: 'commission', login: 'reader' });
    await commission.get('/plans').expect(404);
    await commission.get('/session/second-factor').expect(200, { since: null, recoveryCodes: 0 });
    await setUp(commission);
    expect((await asked('reader')).pending).toBe('second-factor');
  });

  it('keep the one they have until a code of the next was entered', async () => {
    const { secret, cookie } = await setUp(await server.signIn({ role: 'commission', login: 'changer' }));
    const changer = await entered(cookie);
    const begun = await send('post', changer, '/session/second-factor/setup', { password: PASSWORD });
    const standing = await send('get', changer, '/session/second-factor', {}).expect(200);
    expect(standing.body).toEqual({ since: server.clock.now().toISOString(), recoveryCodes: 10 });
    const { pending, session } = await asked('changer');
    expect(pending).toBe('second-factor');
    await send('post', session, '/session/second-factor', { code: codeOf(secret) }).expect(200);
    const next = bytesOf((begun.body as { secret: string }).secret);
    await send('post', changer, '/session/second-factor/confirm', { code: codeOf(next, 1) }).expect(200);
    const after = await asked('changer');
    await send('post', after.session, '/session/second-factor', { code: codeOf(secret, 1) }).expect(422);
  });
});

describe('a password', () => {
  const change = (session: Session, current: string, password: string) =>
    send('post', session, '/session/password', { current, password });

  it('given by a manager is for choosing one’s own, for 72 hours', async () => {
    const chief = await server.signIn({ role: 'manager', login: 'giver' });
    const chiefs = await entered((await setUp(chief)).cookie);
    const { userId } = await server.signIn({ role: 'commission', login: 'forgetful' });
    const reset = async () =>
      ((await send('post', chiefs, `/users/${userId}/password`).expect(200)).body as { password: string })
        .password;
    const given = await reset();
    const { pending, session } = await asked('forgetful', given);
    expect(pending).toBe('new-password');
    await send('get', session, '/api-keys').expect(403);
    await change(session, given, given).expect(422);
    await change(session, given, 'my own choice of words').expect(204);
    expect(await asked('forgetful', 'my own choice of words')).toMatchObject({ status: 200, pending: null });
    const late = await reset();
    server.clock.forward({ hours: 73 });
    expect((await asked('forgetful', late)).status).toBe(401);
  });

  it('is replaced by one that is hard to guess, by who knows it', async () => {
    const client = await server.signIn({ role: 'commission', login: 'careless' });
    const answers = ['short', 'passwordpassword', 'careless is my name'].map((next) =>
      change(client, PASSWORD, next),
    );
    for (const answer of answers) expect([400, 422]).toContain((await answer).status);
    for (let failure = 0; failure < 5; failure += 1)
      await change(client, 'guess', 'my own choice of words')
        .set('Idempotency-Key', `guess-${failure}`)
        .expect(422);
    await change(client, PASSWORD, 'my own choice of words').expect(429);
  });

  it('is asked for anew after the days that a deployment sets', async () => {
    await server.signIn({ role: 'commission', login: 'old' });
    server.clock.forward({ days: 91 });
    expect((await asked('old')).pending).toBe('new-password');
  });
});
