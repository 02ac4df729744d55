import { randomBytes } from 'node:crypto';
import { Module, type ModuleMetadata } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { webModules } from '../../src/app.module';
import { SYSTEM } from '../../src/common/actor';
import type { Clock } from '../../src/common/clock';
import { newId } from '../../src/common/ids';
import { type CreateUser, createUserSchema } from '../../src/identity/user/user.schema';
import { UserService } from '../../src/identity/user/user.service';
import { CLOCK } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { Database } from '../../src/platform/database/database';
import { configureApp } from '../../src/platform/http/configure-app';
import { log } from '../../src/platform/logging/log';
import { type TestDatabase, createTestDatabase } from './test-database';

/** A clock that stands until it is moved. */
export class TestClock implements Clock {
  constructor(private at = new Date('2022-06-15T08:00:00Z')) {}
  now(): Date {
    return this.at;
  }
  forward({ days = 0, hours = 0, minutes = 0, seconds = 0 }): void {
    const moved = seconds + 60 * (minutes + 60 * (hours + 24 * days));
    this.at = new Date(this.at.getTime() + moved * 1000);
  }
}

/** Requests of somebody who is signed in; unsafe ones carry the CSRF token. */
export interface Client {
  userId: string;
  cookie: string;
  csrfToken: string;
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body?: object): request.Test;
  patch(path: string, version: number, body: object): request.Test;
  delete(path: string): request.Test;
}

/** A web server on a database of its own. */
export interface TestApp {
  app: NestExpressApplication;
  database: TestDatabase;
  clock: TestClock;
  /** A request of nobody. */
  anonymous(): ReturnType<typeof request>;
  /** Makes an account of `role` and signs it in. */
  signIn(user: Partial<CreateUser> & Pick<CreateUser, 'role'>): Promise<Client>;
  /** Makes a park and gives its id. */
  makePark(): Promise<string>;
  close(): Promise<void>;
}

interface TestAppOptions extends Pick<ModuleMetadata, 'imports' | 'controllers' | 'providers'> {
  settings?: Record<string, string>;
}

const PATH = '/api/v1';

/** Starts the web server with the features of `imports`; `close()` it at the end of the file. */
export async function createTestApp({ settings, ...metadata }: TestAppOptions = {}): Promise<TestApp> {
  log.level = 'silent';
  const database = await createTestDatabase();
  const clock = new TestClock();
  const env = readEnv({
    ...database.settings,
    DATABASE_POOL: '4',
    REQUESTS_PER_MINUTE: '0',
    MASTER_KEY: randomBytes(32).toString('base64'),
    ...settings,
  });
  @Module({ ...metadata, imports: [...webModules(env), ...(metadata.imports ?? [])] })
  class TestAppModule {}
  const module = await Test.createTestingModule({ imports: [TestAppModule] })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile()
    .catch(async (error: unknown) => {
      await database.drop();
      throw error;
    });
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  const close = async () => {
    await app.close();
    await database.drop();
  };
  try {
    await configureApp(app, env).listen(0, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  const anonymous = () => request(app.getHttpServer());
  const users = app.get(UserService);
  let made = 0;
  const signIn: TestApp['signIn'] = async (user) => {
    const login = user.login ?? `user-${++made}`;
    const password = 'a long enough password';
    const { id } = await users.create(
      SYSTEM,
      createUserSchema.parse({ name: login, password, ...user, login }),
    );
    const answer = await anonymous().post(`${PATH}/session`).send({ login, password }).expect(200);
    const cookie = (answer.get('Set-Cookie') ?? [])[0]?.split(';')[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken: string };
    const own = (test: request.Test) => test.set('Cookie', cookie).set('X-CSRF-Token', csrfToken);
    return {
      userId: id,
      cookie,
      csrfToken,
      get: (path) => own(anonymous().get(PATH + path)),
      post: (path, body) => own(anonymous().post(PATH + path)).send(body),
      put: (path, body) => own(anonymous().put(PATH + path)).send(body),
      patch: (path, version, body) =>
        own(anonymous().patch(PATH + path))
          .set('If-Match', `"${version}"`)
          .send(body),
      delete: (path) => own(anonymous().delete(PATH + path)),
    };
  };
  const makePark = async () => {
    const id = newId();
    await app
      .get(Database)
      .as(SYSTEM, (tx) =>
        tx.query('INSERT INTO parks (id, code, name, ordinal) VALUES ($1, $2, $2, 0)', [id, id.slice(-12)]),
      );
    return id;
  };
  return { app, database, clock, anonymous, signIn, makePark, close };
}
