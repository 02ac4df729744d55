import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { WebClientModule } from '../../src/web-client/web-client.module';
import { webClient } from '../../src/web-client/web-client';
import { createTestApp } from '../support/test-app';

describe('the web client’s files', () => {
  let folder: string;
  let server: express.Express;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-client-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'main-abc123.js'), 'export {};');
    await writeFile(join(folder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>');
    server = express().use(webClient(folder));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const nonceOf = (page: request.Response) => /nonce="([^"]+)"/.exec(page.text)?.[1] ?? '';

  it('gives every address that is a page the document, each time under another nonce', async () => {
    const [first, second] = [await request(server).get('/'), await request(server).get('/needs/1?q=a')];
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    for (const page of [first, second]) {
      const policy = page.get('Content-Security-Policy') ?? '';
      expect(policy).toContain(`script-src 'self' 'nonce-${nonceOf(page)}'`);
      expect(policy).not.toContain('unsafe');
      expect(page.get('Cache-Control')).toBe('no-store');
    }
  });

  it('lets browsers keep what has a hash in its name, and has no page in the place of a missing file', async () => {
    const asset = await request(server).get('/assets/main-abc123.js').expect(200);
    expect(asset.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    await request(server).get('/assets/main-000000.js').expect(404);
  });

  it('leaves the API its own addresses', async () => {
    for (const path of ['/api/v1/nothing', '/health/nothing', '/metrics/nothing'])
      await request(server).get(path).expect(404);
  });
});

describe('the web client in the application', () => {
  it('stands behind the routes and before the refusal', async () => {
    const server = await createTestApp({ imports: [WebClientModule] });
    try {
      expect((await server.anonymous().get('/health/live').expect(200)).body).toEqual({ status: 'ok' });
      expect((await server.anonymous().get('/desk').expect(200)).type).toBe('text/html');
      expect((await server.anonymous().get('/api/v1/nothing').expect(404)).type).toBe(
        'application/problem+json',
      );
      await server.anonymous().post('/desk').expect(404);
    } finally {
      await server.close();
    }
  });
});
