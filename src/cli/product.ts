import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { prepare, type Prepared } from '../app/prepare';
import type { Env } from '../platform/config/env.schema';
import { log } from '../platform/logging/log';
import { ServicesModule } from '../services.module';

/** The product opened for one command: the database runs, is migrated and filled. */
export interface Product {
  /** The settings with the database's connection strings filled in. */
  env: Env;
  app: INestApplicationContext;
}

/** Opens the product at the first call; later calls answer the same one. */
export type OpenProduct = () => Promise<Product>;

/** Keeps the product of one command: opened when the command first asks, closed when it has ended. */
export class CommandProduct {
  private prepared: Prepared | undefined;
  private product: Promise<Product> | undefined;

  constructor(private readonly env: Env) {}

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
    return { env, app };
  }
}
