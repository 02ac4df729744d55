import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { prepare, type Prepared } from '../app/prepare';
import { type Actor, SYSTEM } from '../common/actor';
import { dayOf } from '../common/clock';
import { NotFound } from '../common/errors';
import { ActorRepository } from '../identity/actor.repository';
import type { Env } from '../platform/config/env.schema';
import { Database } from '../platform/database/database';
import { log } from '../platform/logging/log';
import { ServicesModule } from '../services.module';

/** The product opened for one command: the database runs, is migrated and filled. */
export interface Product {
  /** The settings with the database's connection strings filled in. */
  env: Env;
  app: INestApplicationContext;
  /** Whoever --as names, else the system; what is written is audited under it. */
  actor: Actor;
}

/** Opens the product at the first call; later calls answer the same one. */
export type OpenProduct = () => Promise<Product>;

/** Keeps the product of one command: opened when the command first asks, closed when it has ended. */
export class CommandProduct {
  private prepared: Prepared | undefined;
  private product: Promise<Product> | undefined;

  /** `login` is asked when the command opens the product: its options are known then. */
  constructor(
    private readonly env: Env,
    private readonly login: () => string | undefined,
  ) {}

  readonly open: OpenProduct = () => (this.product ??= this.start());

  async close(): Promise<void> {
    const product = await this.product?.catch(() => undefined);
    await product?.app.close();
    await this.prepared?.release();
  }

  private async start(): Promise<Product> {
    // Standard output belongs to the command's result.
    log.level = 'silent';
    this.prepared = await prepare(this.env, { warn: (sentence) => process.stderr.write(`${sentence}\n`) });
    const { env } = this.prepared;
    const app = await NestFactory.createApplicationContext(ServicesModule.with(env), {
      logger: false,
      abortOnError: false,
    });
    return { env, app, actor: await actorOf(app, this.login()) };
  }
}

async function actorOf(app: INestApplicationContext, login: string | undefined): Promise<Actor> {
  if (login === undefined) return SYSTEM;
  const today = dayOf(new Date());
  const actor = await app
    .get(Database)
    .as(SYSTEM, (tx) => app.get(ActorRepository).findByLogin(login, today, tx));
  if (actor === undefined) throw new NotFound('USER.NOT_FOUND', `There is no account ${login}`);
  return actor;
}
