import { type Client, type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp();
  manager = await server.signIn({ role: 'manager' });
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
