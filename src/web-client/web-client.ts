import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NextFunction, type Request, type Response, Router, static as serveFiles } from 'express';

/** What belongs to the API: an unknown address there is answered as a problem, never with a page. */
const NOT_PAGES = /^\/(api|health|metrics)(\/|$)/;
const NONCE_PLACEHOLDER = /__CSP_NONCE__/g;

/** Styles are written by the running client, which shows the nonce; nothing inline runs without it. */
const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');

/**
 * Serves the built client in `folder`: files under /assets carry a hash in their name and are kept for ever; every other
 * address is a page of the client and gets its one document under a nonce of its own.
 */
export function webClient(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    serveFiles(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
    (_request: Request, _response: Response, next: NextFunction) => next('router'),
  );
  router.use(serveFiles(folder, { index: false, redirect: false }));
  router.get('{*path}', async (request: Request, response: Response, next: NextFunction) => {
    if (NOT_PAGES.test(request.path)) return next();
    const document = await readFile(join(folder, 'index.html'), 'utf8').catch(() => NOT_BUILT);
    const nonce = randomBytes(16).toString('base64');
    response
      .setHeader('Content-Security-Policy', contentPolicy(nonce))
      .setHeader('Cache-Control', 'no-store')
      .type('html')
      .send(document.replace(NONCE_PLACEHOLDER, nonce));
  });
  return router;
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>智创对接</title>
<p>网页客户端尚未构建，请运行 npm run build:web。</p>
<p lang="en">The web client is not built yet; run npm run build:web. <a href="/api/docs">API</a></p></html>
`;
