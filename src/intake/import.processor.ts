import { Injectable } from '@nestjs/common';
import type { JobHandlers, JobRun } from '../queues/job-runner';
import { ImportDesk } from './imports/import-desk';
import { ImportReading } from './imports/import-reading';
import { ImportRevert } from './imports/import-revert';
import { ImportRun } from './imports/import-run';

/**
 * Works on lists as whoever sent them, under the web server's login: row-level security holds for a list as it does
 * for what is typed in.
 */
@Injectable()
export class ImportProcessor {
  constructor(
    private readonly desk: ImportDesk,
    private readonly reading: ImportReading,
    private readonly runs: ImportRun,
    private readonly reverts: ImportRevert,
  ) {}

  readonly handlers: Pick<JobHandlers, 'read-import' | 'run-import' | 'revert-import'> = {
    'read-import': ({ importId }, run) => this.attempt(importId, run, () => this.reading.run(importId)),
    'run-import': ({ importId }, run) => this.attempt(importId, run, () => this.runs.run(importId)),
    'revert-import': ({ importId }, run) => this.attempt(importId, run, () => this.reverts.run(importId)),
  };

  /** After the last attempt the list says that it failed, and can be gone on with by hand. */
  private async attempt(id: string, { isLast }: JobRun, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isLast) await this.desk.giveUp(id);
      throw error;
    }
  }
}
