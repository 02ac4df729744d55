import { z } from 'zod';
import { pageQuery } from '../../platform/http/query.schema';
import { JOB_STATES } from '../../queues/outbox-desk.repository';

export const jobQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(JOB_STATES).default('quarantined'),
});
export type JobQuery = z.infer<typeof jobQuery>;

export const retryJobs = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200).optional().describe('without it, every job that was set aside'),
});
export type RetryJobs = z.infer<typeof retryJobs>;

export const retriedSchema = z.object({ retried: z.number().int() }).meta({ id: 'RetriedJobs' });

export const jobSchema = z
  .object({
    id: z.uuid(),
    job: z.string(),
    key: z.string().describe('what it is about: a kind and an id'),
    state: z.enum(JOB_STATES),
    createdAt: z.iso.datetime(),
    dueAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    doneAt: z.iso.datetime().nullable(),
    quarantinedAt: z.iso.datetime().nullable(),
    starts: z.number().int(),
    error: z.string().nullable().describe('class or code of the last failure'),
    requestId: z.string().nullable().describe('the request that asked for it, as in the log'),
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof jobSchema>;

const quantiles = z
  .object({ p50: z.number(), p95: z.number(), max: z.number() })
  .nullable()
  .describe('seconds, of the jobs done in the last hour; null when there were none');

export const jobSummarySchema = z
  .object({
    waiting: z.number().int(),
    quarantined: z.number().int(),
    oldestSeconds: z.number().describe('how long the oldest waiting job has been due'),
    schedules: z
      .array(
        z.object({
          job: z.string(),
          everySeconds: z.number(),
          endedAt: z.iso.datetime().nullable().describe('of the last run; null: it never ran'),
          seconds: z.number().nullable(),
          error: z.string().nullable().describe('class or code, when the last run failed'),
        }),
      )
      .describe('jobs that arise by the clock'),
    jobs: z.array(
      z.object({
        job: z.string(),
        waiting: z.number().int(),
        running: z.number().int(),
        quarantined: z.number().int(),
        done: z.number().int().describe('in the last hour'),
        runSeconds: quantiles,
        answerSeconds: quantiles,
      }),
    ),
  })
  .meta({ id: 'JobSummary' });
export type JobSummary = z.infer<typeof jobSummarySchema>;
