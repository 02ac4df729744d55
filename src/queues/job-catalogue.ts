import { z } from 'zod';

/** Record kinds whose change is followed by a re-match. */
export const MATCHED_KINDS = ['need', 'project', 'talent'] as const;
export type MatchedKind = (typeof MATCHED_KINDS)[number];

const byRecord = z.strictObject({ kind: z.enum(MATCHED_KINDS), id: z.uuid() });
const byRun = z.strictObject({ runId: z.uuid() });
const nothing = z.strictObject({});

/**
 * Every job there is: the queue it waits in and the shape of its payload. Payloads carry ids only, never personal data.
 * `key` names the thing a job is about: waiting jobs of one key are answered by one run.
 */
export const JOBS = {
  /** A need, project or talent was published, edited or withdrawn: bring features and the shortlists it touches up to date. */
  'match-record': {
    queue: 'matching',
    payload: byRecord,
    key: (p: z.infer<typeof byRecord>) => `${p.kind}-${p.id}`,
  },
  /** Match every demand against every supply, as a run with progress. */
  'match-all': { queue: 'bulk', payload: byRun, key: (p: z.infer<typeof byRun>) => p.runId },
  /** Chain the audit entries written since the last time. */
  'extend-audit-chain': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Archive what has passed its last day. */
  'expire-records': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Ask what came of the talks of 7, 30 and 90 days ago. */
  'raise-follow-ups': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Forget the jobs that were done long ago. */
  'sweep-outbox': { queue: 'upkeep', payload: nothing, key: () => '' },
} as const satisfies Record<string, { queue: string; payload: z.ZodType; key: (payload: never) => string }>;

export type JobName = keyof typeof JOBS;
export type JobPayload<J extends JobName> = z.infer<(typeof JOBS)[J]['payload']>;
export type QueueName = (typeof JOBS)[JobName]['queue'];

/** How many jobs of a queue one worker runs at once, unless its settings say otherwise. */
export const CONCURRENCY: Record<QueueName, number> = { matching: 4, bulk: 1, upkeep: 1 };

/** Jobs that arise by the clock instead of by an act; milliseconds between two runs. */
export const SCHEDULES: Partial<Record<JobName, { everyMs: number }>> = {
  'extend-audit-chain': { everyMs: 10_000 },
  'expire-records': { everyMs: 3_600_000 },
  'raise-follow-ups': { everyMs: 3_600_000 },
  'sweep-outbox': { everyMs: 3_600_000 },
};

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = Object.keys(CONCURRENCY) as QueueName[];
