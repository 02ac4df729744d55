import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ImportProcessor } from './intake/import.processor';
import type { Env } from './platform/config/env.schema';
import { NestLogger } from './platform/logging/nest-logger';
import type { JobPayload } from './queues/job-catalogue';
import type { JobHandlers, JobRun } from './queues/job-runner';
import { ServicesModule } from './services.module';

/**
 * The services under the web server's login, for jobs that do what a person asked for in their name. Opened by the first
 * such job; most workers never need them.
 */
export class WorkerServices {
  private opened: Promise<INestApplicationContext> | undefined;

  constructor(private readonly env: Env) {}

  readonly handlers: ImportProcessor['handlers'] = {
    'read-import': (payload, run) => this.work('read-import', payload, run),
    'run-import': (payload, run) => this.work('run-import', payload, run),
    'revert-import': (payload, run) => this.work('revert-import', payload, run),
  };

  async close(): Promise<void> {
    const services = await this.opened?.catch(() => undefined);
    await services?.close();
  }

  private async work<J extends keyof ImportProcessor['handlers']>(
    job: J,
    payload: JobPayload<J>,
    run: JobRun,
  ): Promise<void> {
    this.opened ??= NestFactory.createApplicationContext(ServicesModule.with(this.env), {
      logger: new NestLogger(),
      abortOnError: false,
    });
    this.opened.catch(() => (this.opened = undefined));
    const services = await this.opened;
    const handlers: Pick<JobHandlers, J> = services.get(ImportProcessor).handlers;
    await handlers[job](payload, run);
  }
}
