import { Controller, Get } from '@nestjs/common';
import { Public } from '../../src/identity/access.decorator';
import { createTestApp, type TestApp } from '../support/test-app';
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
  server = await createTestApp({ controllers: [SlowController] });
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
