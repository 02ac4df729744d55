import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { requireCurrentSchema } from './fitting-schema';
import { appliedMigration } from './schema-version.repository';

/** Refuses to start on the schema of another release: half of it would work. */
@Injectable()
export class SchemaCheck implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    requireCurrentSchema(await appliedMigration(this.dataSource.manager));
  }
}
