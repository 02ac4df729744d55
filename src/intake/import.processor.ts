import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../queues/job-runner';
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
    private readonly reading: ImportReading,
    private readonly runs: ImportRun,
    private readonly reverts: ImportRevert,
  ) {}

  readonly handlers: Pick<JobHandlers, 'read-import' | 'run-import' | 'revert-import'> = {
    'read-import': ({ importId }) => this.reading.run(importId),
    'run-import': ({ importId }) => this.runs.run(importId),
    'revert-import': ({ importId }) => this.reverts.run(importId),
  };
}
