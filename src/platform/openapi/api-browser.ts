import { dirname } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express } from 'express';

const ASSETS = dirname(require.resolve('swagger-ui-dist/package.json'));

/** Our own page instead of the ready-made one, whose inline script and style our CSP refuses. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>API · 智创城</title>
    <link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

/** Signs requests of the browser with the session's own CSRF token. */
const START = `'use strict';
let csrfToken;
async function sign(request) {
  if (request.url.endsWith('/openapi.json') || request.method === 'GET') return request;
  if (csrfToken === undefined) {
    const answer = await fetch('/api/v1/session');
    csrfToken = answer.ok ? (await answer.json()).csrfToken : '';
  }
  if (request.url.endsWith('/session')) csrfToken = csrfToken || undefined;
  if (csrfToken) request.headers['X-CSRF-Token'] = csrfToken;
  return request;
}
window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', requestInterceptor: sign });
`;

/** Serves /api/docs. */
export function serveApiBrowser(app: NestExpressApplication): void {
  const server: Express = app.getHttpAdapter().getInstance();
  server.get('/api/docs', (_request, response) => response.type('html').send(PAGE));
  server.get('/api/docs/start.js', (_request, response) => response.type('text/javascript').send(START));
  app.useStaticAssets(ASSETS, { prefix: '/api/docs/assets', index: false, maxAge: '1d' });
}
