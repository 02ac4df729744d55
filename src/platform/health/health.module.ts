import { Global, Module } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { Database } from '../database/database';
import { appliedMigration, newestMigration } from '../database/schema-version.repository';
import { Readiness } from './readiness';

/** Readiness of the process; the database and its schema are asked about in every one. */
@Global()
@Module({ providers: [Readiness], exports: [Readiness] })
export class HealthModule {
  constructor(readiness: Readiness, database: Database) {
    const newest = newestMigration();
    readiness.add('database', async () => {
      const applied = await database.as(SYSTEM, appliedMigration);
      if (applied < newest) throw new Error(`The schema is at ${applied}, this release needs ${newest}.`);
    });
  }
}
