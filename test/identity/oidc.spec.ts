import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SYSTEM } from '../../src/common/actor';
import { UserService } from '../../src/identity/user/user.service';
import { type TestApp, createTestApp } from '../support/test-app';

const SITE = 'https://match.example.cn';
const CALLBACK = '/api/v1/session/oidc/callback';

let provider: ChildProcess;
let server: TestApp;
beforeAll(async () => {
  provider = fork(join(__dirname, 'oidc-provider.mjs'), [SITE + CALLBACK], { silent: true });
  const [issuer] = (await once(provider, 'message')) as [string];
  const secret = 'a secret for the test only, long enough';
  server = await createTestApp({
    settings: {
      PUBLIC_URL: SITE,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'match',
      OIDC_CLIENT_SECRET: secret,
      OIDC_NAME: '市民中心',
    },
  });
});
afterAll(async () => {
  provider.disconnect();
  await server.close();
});

const cookiesOf = (headers: string[]): string => headers.map((one) => one.split(';')[0]).join('; ');

/** Goes to the provider as a browser does, is `account` there, and comes to our callback's address. */
async function atProvider(account: string, to = '/board') {
  const begun = await server
    .anonymous()
    .get(`/api/v1/session/oidc?to=${encodeURIComponent(to)}`)
    .expect(302);
  const kept = cookiesOf(begun.get('Set-Cookie') ?? []);
  const jar = new Map<string, string>();
  for (let url = new URL(begun.get('Location') ?? ''); ;) {
    if (url.href.startsWith(SITE)) return { kept, path: url.pathname + url.search };
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie, 'x-account': account } });
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split(/=(.*)/);
      jar.set(name, value);
    }
    url = new URL(answer.headers.get('location') ?? '', url);
  }
}

const comeBack = (path: string, kept: string) => server.anonymous().get(path).set('Cookie', kept).expect(302);
const sessionOf = (answer: { get(name: 'Set-Cookie'): string[] | undefined }): string | undefined =>
  answer
    .get('Set-Cookie')
    ?.find((one) => /^__Host-zc_session=./.test(one))
    ?.split(';')[0];

describe('signing in at an identity provider', () => {
  it('is offered by its name', async () => {
    const options = await server.anonymous().get('/api/v1/session/options').expect(200);
    expect(options.body).toEqual({ oidc: '市民中心' });
  });

  it('opens a session of the account of that name, and goes on where it was asked', async () => {
    const { userId } = await server.signIn({ role: 'manager', login: 'wang' });
    const { kept, path } = await atProvider('wang');
    const answer = await comeBack(path, kept);
    expect(answer.get('Location')).toBe('/board');
    const session = await server
      .anonymous()
      .get('/api/v1/session')
      .set('Cookie', sessionOf(answer) ?? '')
      .expect(200);
    expect(session.body).toMatchObject({ user: { id: userId }, pending: null });
  });

  it('is tied to the identity that came first, and ends with the account', async () => {
    const { userId } = await server.signIn({ role: 'commission', login: 'li' });
    const users = server.app.get(UserService);
    const enter = async (account: string) => {
      const { kept, path } = await atProvider(account);
      return (await comeBack(path, kept)).get('Location');
    };
    expect(await enter('li')).toBe('/board');
    expect(await enter('li#another')).toBe('/sign-in?failed=AUTH.OIDC_UNKNOWN');
    expect(await enter('nobody')).toBe('/sign-in?failed=AUTH.OIDC_UNKNOWN');
    await users.setDisabled(SYSTEM, userId, true);
    expect(await enter('li')).toBe('/sign-in?failed=AUTH.OIDC_UNKNOWN');
  });

  it('refuses an answer that belongs to another browser, comes twice or too late', async () => {
    await server.signIn({ role: 'commission', login: 'zhao' });
    const mine = await atProvider('zhao');
    const theirs = await atProvider('zhao');
    const failed = '/sign-in?failed=AUTH.OIDC_REFUSED';
    for (const kept of ['', theirs.kept, '__Host-zc_oidc=AAAA']) {
      const answer = await comeBack(mine.path, kept);
      expect([answer.get('Location'), sessionOf(answer)]).toEqual([failed, undefined]);
    }
    expect((await comeBack(theirs.path, theirs.kept)).get('Location')).toBe('/board');
    expect((await comeBack(theirs.path, theirs.kept)).get('Location')).toBe(failed);
    const late = await atProvider('zhao');
    server.clock.forward({ minutes: 11 });
    expect((await comeBack(late.path, late.kept)).get('Location')).toBe(failed);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a b'])(
    'leads to no other site: %s',
    async (to) => {
      await server
        .anonymous()
        .get(`/api/v1/session/oidc?to=${encodeURIComponent(to)}`)
        .expect(400);
    },
  );
});
