import { type DynamicModule, Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import type { Env } from '../config/env.schema';
import { ENV } from '../config/settings.module';
import { databaseUrls } from '../roles/database-urls';
import { Database } from './database';
import { Notifications } from './notifications';
import { ProgressStream } from './progress-stream';
import { SchemaCheck } from './schema.check';

/** Which of the product's logins a process works with. */
export type DatabaseLogin = 'api' | 'worker';

const CONNECT_MS = 2_500;
const LOCK_MS = 5_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** A day stays 'YYYY-MM-DD': the driver would make it midnight of this machine's zone. */
types.setTypeParser(types.builtins.DATE, (day) => day);

const urlOf = (env: Env, login: DatabaseLogin): string => {
  const { apiUrl, workerUrl } = databaseUrls(env);
  return login === 'worker' ? workerUrl : apiUrl;
};

const optionsOf = (env: Env, login: DatabaseLogin) => {
  const statementMs = env.DATABASE_STATEMENT_SECONDS * 1000;
  return {
    type: 'postgres' as const,
    url: urlOf(env, login),
    autoLoadEntities: true,
    synchronize: false,
    installExtensions: false,
    parseInt8: true,
    retryAttempts: 0,
    applicationName: `match-${login}`,
    extra: {
      max: env.DATABASE_POOL,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: statementMs,
      query_timeout: statementMs + 2_000,
      lock_timeout: LOCK_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  };
};

/** Refuses to start as a role that row-level security does not bind: every test and promise about it would be empty. */
@Injectable()
export class RowSecurityCheck implements OnModuleInit {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    const [role] = await this.dataSource.query<{ name: string; unbound: boolean }[]>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user`,
    );
    if (!role || role.unbound) {
      throw new Error(
        `The database role "${role?.name}" is above row-level security; use an ordinary login.`,
      );
    }
  }
}

/** PostgreSQL for one process, as one of the product's logins. */
@Global()
@Module({})
export class DatabaseModule {
  static as(login: DatabaseLogin): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({ inject: [ENV], useFactory: (env: Env) => optionsOf(env, login) }),
      ],
      providers: [
        Database,
        ProgressStream,
        RowSecurityCheck,
        SchemaCheck,
        {
          provide: Notifications,
          inject: [ENV],
          useFactory: (env: Env) => new Notifications(urlOf(env, login)),
        },
      ],
      exports: [Database, Notifications, ProgressStream],
    };
  }
}
