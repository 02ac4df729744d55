import { features } from '../../src/app.module';
import { type TestApp, createTestApp } from '../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await createTestApp({ imports: features });
});
afterAll(() => server.close());

describe('the whole application', () => {
  it('starts, so every route says who may call it and checks its input', async () => {
    await server.anonymous().get('/health/ready').expect(200);
  });

  it('answers nobody but on its public addresses', async () => {
    const { body } = (await server.anonymous().get('/api/openapi.json').expect(200)) as {
      body: { paths: Record<string, object> };
    };
    const open: string[] = [];
    for (const [path, operations] of Object.entries(body.paths)) {
      for (const method of Object.keys(operations)) {
        const address = path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
        const { status } = await server.anonymous()[method as 'get'](address);
        if (status !== 401) open.push(`${method} ${path} ${status}`);
      }
    }
    expect(open.sort()).toEqual([
      'get /api/v1/consent-links/{token} 404',
      'get /api/v1/invitations/{token} 404',
      'get /api/v1/session/oidc 404',
      'get /api/v1/session/oidc/callback 404',
      'get /api/v1/session/options 200',
      'get /api/v1/vocabularies 200',
      'get /api/v1/vocabularies/{name} 404',
      'post /api/v1/consent-links/{token}/answer 400',
      'post /api/v1/invitations/{token}/reply 400',
      'post /api/v1/session 400',
    ]);
  });
});
