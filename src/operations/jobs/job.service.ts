import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { AuditService } from '../../identity/audit/audit.service';
import { Database } from '../../platform/database/database';
import { SCHEDULES } from '../../queues/job-catalogue';
import { type ClockRun, type JobState, OutboxDeskRepository } from '../../queues/outbox-desk.repository';
import type { OutboxEntity } from '../../queues/outbox.entity';
import type { JobQuery, JobSummary, JobView } from './job.schema';

const WINDOW_MINUTES = 60;

/** Background work as people look at it, and the retry of what was set aside. */
@Injectable()
export class JobService {
  constructor(
    private readonly database: Database,
    private readonly desk: OutboxDeskRepository,
    private readonly audit: AuditService,
  ) {}

  list(actor: Actor, query: JobQuery): Promise<Page<JobView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.desk.list(query, tx);
      return { items: items.map((row) => viewOf(row, query.state)), nextCursor };
    });
  }

  summary(actor: Actor): Promise<JobSummary> {
    return this.database.as(actor, async (tx) => ({
      ...(await this.desk.lag(tx)),
      schedules: schedulesOf(await this.desk.clockRuns(tx)),
      jobs: await this.desk.figures(WINDOW_MINUTES, tx),
    }));
  }

  /** Lets jobs that were set aside begin anew, all of them without `ids`; answers how many. */
  retry(actor: Actor, ids?: readonly string[]): Promise<number> {
    return this.database.as(actor, async (tx) => {
      const retried = await this.desk.retry(ids, tx);
      for (const subjectId of retried)
        await this.audit.record(actor, 'job.retried', { subjectKind: 'job', subjectId }, tx);
      return retried.length;
    });
  }
}

const schedulesOf = (runs: readonly ClockRun[]): JobSummary['schedules'] =>
  Object.entries(SCHEDULES).map(([job, { everyMs }]) => {
    const last = runs.find((run) => run.job === job);
    return {
      job,
      everySeconds: everyMs / 1000,
      endedAt: last?.endedAt.toISOString() ?? null,
      seconds: last ? last.ms / 1000 : null,
      error: last?.error ?? null,
    };
  });

const viewOf = (row: OutboxEntity, state: JobState): JobView => ({
  id: row.id,
  job: row.job,
  key: row.key,
  state,
  createdAt: row.createdAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  doneAt: row.doneAt?.toISOString() ?? null,
  quarantinedAt: row.quarantinedAt?.toISOString() ?? null,
  starts: row.starts,
  error: row.error,
  requestId: row.requestId,
});
