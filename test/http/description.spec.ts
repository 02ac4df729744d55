import { type Client, type TestApp, createTestApp } from '../support/test-app';
import { StartPageModule } from '../../src/start-page/start-page.module';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp({ imports: [StartPageModule] });
  manager = await server.signIn({ role: 'manager', name: '<b>Ruth</b> & "Co"' });
});
afterAll(() => server.close());

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { parameters?: object[]; responses: object; requestBody?: object }>>;
  components: { schemas: object };
}

describe('the description of the API', () => {
  let description: Description;
  beforeAll(async () => {
    description = (await server.anonymous().get('/api/openapi.json').expect(200)).body as Description;
  });

  it('is OpenAPI 3.1 with what goes in and out, refusals included', () => {
    expect(description.openapi).toBe('3.1.0');
    const create = description.paths['/api/v1/users']?.post;
    expect(create?.requestBody).toMatchObject({
      content: {
        'application/json': { schema: { additionalProperties: false, required: ['login', 'name', 'role'] } },
      },
    });
    expect(create?.responses).toMatchObject({
      201: { content: { 'application/json': { schema: { properties: { login: { type: 'string' } } } } } },
      '4XX': {
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    });
    expect(description.components.schemas).toHaveProperty('Problem.properties.errors');
    expect(description.components.schemas).toHaveProperty('User.properties.login');
    expect(description.paths['/api/v1/users/{id}']?.get?.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
    });
    expect(JSON.stringify(description)).not.toContain('$defs');
  });

  it('describes each parameter of a query, required or not', () => {
    const list = description.paths['/api/v1/users']?.get;
    expect(list?.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'cursor', in: 'query', required: false }),
        expect.objectContaining({ name: 'limit', in: 'query', required: false }),
      ]),
    );
    expect(description.paths['/api/v1/users/{id}']?.get?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
    ]);
  });

  it('leaves the operator’s addresses out', () => {
    expect(Object.keys(description.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it('is browsable without anything inline that the content policy would refuse', async () => {
    const page = await server.anonymous().get('/api/docs').expect(200);
    expect(page.text).not.toMatch(/<script>|<style|style=|onload=/);
    for (const [, path] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      await server
        .anonymous()
        .get(path ?? '')
        .expect(200);
    }
  });
});

describe('the start page', () => {
  it('offers the sign-in in the reader’s language', async () => {
    const zh = await server.anonymous().get('/').expect(200);
    expect(zh.text).toMatch(/lang="zh-CN"[^]*智创城对接平台[^]*id="sign-in"/);
    const en = await server.anonymous().get('/').set('Accept-Language', 'en').expect(200);
    expect(en.text).toMatch(/lang="en"[^]*Sign in/);
  });

  it('greets who is signed in, by a name that stays text', async () => {
    const page = await server.anonymous().get('/').set('Cookie', manager.cookie).expect(200);
    expect(page.text).toContain('&lt;b&gt;Ruth&lt;/b&gt; &amp; &quot;Co&quot;');
    expect(page.text).toContain('id="sign-out"');
  });

  it('works under a content policy without anything inline', async () => {
    const page = await server.anonymous().get('/').expect(200);
    expect(page.get('Content-Security-Policy')).toMatch(/script-src 'self';style-src 'self'/);
    expect(page.text).not.toMatch(/<script>|<style|style=| on\w+=/);
    for (const [, path] of page.text.matchAll(/(?:src|href)="(\/assets[^"]+)"/g)) {
      const asset = await server
        .anonymous()
        .get(path ?? '')
        .expect(200);
      expect(asset.type).toMatch(/^text\/(css|javascript)$/);
    }
  });
});

describe('the operator’s addresses', () => {
  it('tell life and readiness', async () => {
    expect((await server.anonymous().get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await server.anonymous().get('/health/ready').expect(200)).body).toEqual({
      status: 'ok',
      checks: { database: 'ok' },
    });
  });

  it('count requests by route, never by address', async () => {
    await manager.get(`/users/${manager.userId}`).expect(200);
    const { text } = await server.anonymous().get('/metrics').expect(200);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/users\/:id",status="200"\} 1/,
    );
    expect(text).not.toContain(manager.userId);
  });

  it('show the figures to nobody who came over a proxy', async () => {
    await server.anonymous().get('/metrics').set('X-Forwarded-For', '10.0.0.1').expect(401);
    await server
      .anonymous()
      .get('/metrics')
      .set('X-Forwarded-For', '10.0.0.1')
      .set('Cookie', manager.cookie)
      .expect(200);
  });
});
