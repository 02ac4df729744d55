import { Controller, Get } from '@nestjs/common';
import { Public } from '../../src/identity/access.decorator';
import { type Client, createTestApp, type TestApp } from '../support/test-app';
import { until } from '../support/until';

let release: () => void = () => undefined;
let begun = 0;

@Controller('slow')
@Public()
class SlowController {
  @Get()
  async get() {
    begun += 1;
    await new Promise<void>((resolve) => {
      const before = release;
      release = () => {
        before();
        resolve();
      };
    });
    return {};
  }
}

let server: TestApp;
let address: string;
beforeAll(async () => {
  server = await createTestApp({
    controllers: [SlowController],
    settings: { REQUESTS_PER_MINUTE: '100' },
  });
  address = await server.app.getUrl();
});
afterAll(() => server.close());

it('turns away at once, in words, what is more than can be worked on, and only for as long', async () => {
  const inHand = Array.from({ length: 64 }, () => fetch(`${address}/api/v1/slow`));
  await until(() => Promise.resolve(begun === 64 ? true : undefined));
  const refused = await fetch(`${address}/api/v1/slow`, { headers: { 'Accept-Language': 'en' } });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({
    code: 'SERVICE.BUSY',
    detail: 'The system is busy; try again shortly.',
  });
  // Whoever watches the process gets through.
  expect((await fetch(`${address}/health/live`)).status).toBe(200);
  expect(await (await fetch(`${address}/metrics`)).text()).toContain('http_requests_shed_total 1');
  release();
  expect((await Promise.all(inHand)).map(({ status }) => status)).toEqual(Array(64).fill(200));
  const next = fetch(`${address}/api/v1/slow`);
  await until(() => Promise.resolve(begun === 65 ? true : undefined));
  release();
  expect((await next).status).toBe(200);
});

it('slows down an account that sends too much, and nobody else', async () => {
  const officer = await server.signIn({ role: 'manager' });
  const other = await server.signIn({ role: 'manager' });
  const send = (client: Client | undefined) => {
    const headers = { 'Accept-Language': 'en', ...(client && { Cookie: client.cookie }) };
    return Promise.all(Array.from({ length: 40 }, () => fetch(`${address}/api/v1/session`, { headers })));
  };
  const refusedOf = async (client: Client | undefined): Promise<Response> => {
    for (;;) {
      const refused = (await send(client)).find(({ status }) => status === 429);
      if (refused) return refused;
    }
  };
  const refused = await refusedOf(officer);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({
    code: 'HTTP.TOO_MANY',
    detail: 'Too many requests; try again in 1 seconds.',
  });
  expect((await send(other)).map(({ status }) => status)).toEqual(Array(40).fill(200));
  // Whoever is nobody is counted by address, and apart from those who are signed in there.
  await refusedOf(undefined);
  expect((await send(other))[0]?.status).toBe(200);
});
