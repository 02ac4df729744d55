import type { INestApplicationContext } from '@nestjs/common';
import type { Env } from '../platform/config/env.schema';

/** The product opened for one command: the database runs, is migrated and seeded. */
export interface Product {
  /** The settings with the database's connection strings filled in. */
  env: Env;
  app: INestApplicationContext;
}

/** Opens the product once; later calls answer the same one. It is closed when the command has ended. */
export type OpenProduct = () => Promise<Product>;
