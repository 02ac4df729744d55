import { RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Env } from '../config/env.schema';
import { accessLog } from '../logging/access-log';
import { Metrics } from '../metrics/metrics';
import { serveApiDescription } from '../openapi/api-description';
import { inputGuard } from './input-guard';
import { ProblemFilter } from './problem.filter';
import { RequestGate } from './request-gate';
import { openRequestContext } from './request-context';
import { SchemaValidationPipe } from './validation.pipe';

/** Largest JSON body; files go to the attachments' own route. */
const JSON_LIMIT = '1mb';
/** Whoever sends slower than this holds a connection for nothing; a file of 20 MB needs its time on a poor line. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 120_000;
/** How often Node looks for such connections; left alone it does every half minute. */
const CHECK_MS = 2_000;
const API_PREFIX = 'api/v1';
const OUTSIDE_API = ['health/{*rest}', 'metrics'];

/** Prepares the application in the one way that the server and the tests share. */
export function configureApp(
  app: NestExpressApplication,
  env: Pick<Env, 'PUBLIC_URL' | 'TRUST_PROXY'>,
): NestExpressApplication {
  const https = env.PUBLIC_URL?.startsWith('https:') ?? false;
  app.set('query parser', 'simple');
  app.set('trust proxy', env.TRUST_PROXY);
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(openRequestContext, accessLog(app.get(Metrics)));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: https,
    }),
  );
  app.use(json({ limit: JSON_LIMIT }), inputGuard);
  app.use(`/${API_PREFIX}`, keepNoCopy, app.get(RequestGate).pass);
  app.setGlobalPrefix(API_PREFIX, {
    exclude: OUTSIDE_API.map((path) => ({ path, method: RequestMethod.ALL })),
  });
  app.useGlobalPipes(new SchemaValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  serveApiDescription(app);
  app.enableShutdownHooks();
  Object.assign(app.getHttpServer(), {
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: CHECK_MS,
  });
  return app;
}

/** Answers are about persons and change at any time: neither a proxy nor a shared browser keeps them. */
function keepNoCopy(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
