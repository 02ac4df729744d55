import { z } from 'zod';

/** Record kinds whose change is followed by a re-match. */
export const MATCHED_KINDS = ['need', 'project', 'talent'] as const;
export type MatchedKind = (typeof MATCHED_KINDS)[number];

const byRecord = z.strictObject({ kind: z.enum(MATCHED_KINDS), id: z.uuid() });
const byRun = z.strictObject({ runId: z.uuid() });
const nothing = z.strictObject({});

/** What happens that somebody may want to be told of. */
export const NEWS = [
  'need-submitted',
  'need-accepted',
  'need-published',
  'need-returned',
  'need-declined',
  'project-submitted',
  'project-accepted',
  'project-published',
  'project-returned',
  'project-declined',
  'talent-submitted',
  'talent-accepted',
  'talent-published',
  'talent-returned',
  'talent-declined',
  'share-sent',
  'share-answered',
  'signing-recorded',
  'signing-passed',
  'signing-returned',
  'signing-confirmed',
  'session-follow-ups',
] as const;
export type News = (typeof NEWS)[number];
export const isNews = (text: string): text is News => (NEWS as readonly string[]).includes(text);
const byNews = z.strictObject({ news: z.enum(NEWS), id: z.uuid() });
const byImport = z.strictObject({ importId: z.uuid() });
const byKind = z.strictObject({ kind: z.enum(['organisation', ...MATCHED_KINDS]) });
const byId = z.strictObject({ id: z.uuid() });

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
  /** Hold all records of a kind against each other, and keep what was likely entered twice. */
  'find-duplicates': { queue: 'bulk', payload: byKind, key: (p: z.infer<typeof byKind>) => p.kind },
  /** Ask for that where something changed. */
  'ask-duplicates': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Read a list that somebody sent, and say of each row what is to become of it. */
  'read-import': { queue: 'intake', payload: byImport, key: (p: z.infer<typeof byImport>) => p.importId },
  /** Take the rows of a list in. */
  'run-import': { queue: 'intake', payload: byImport, key: (p: z.infer<typeof byImport>) => p.importId },
  /** Take back what a list made and changed. */
  'revert-import': { queue: 'intake', payload: byImport, key: (p: z.infer<typeof byImport>) => p.importId },
  /** Tell those whom it concerns, and the systems that listen. */
  'tell-news': {
    queue: 'notices',
    payload: byNews,
    key: (p: z.infer<typeof byNews>) => `${p.news}-${p.id}`,
  },
  /** Send what a person has not been sent yet, in one mail. */
  'send-mail': { queue: 'notices', payload: byId, key: (p: z.infer<typeof byId>) => p.id },
  /** Send a guest of a session one letter. */
  'send-letter': { queue: 'notices', payload: byId, key: (p: z.infer<typeof byId>) => p.id },
  /** Remind those who come tomorrow. */
  'ask-reminders': { queue: 'notices', payload: nothing, key: () => '' },
  /** Call another system once. */
  'deliver-webhook': { queue: 'notices', payload: byId, key: (p: z.infer<typeof byId>) => p.id },
  /** Send the mails of the day to those who want one a day. */
  'send-digests': { queue: 'notices', payload: nothing, key: () => '' },
  /** Look for what people asked to be told of in the shortlists that changed. */
  'check-alerts': { queue: 'notices', payload: nothing, key: () => '' },
  /** Chain the audit entries written since the last time. */
  'extend-audit-chain': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Archive what has passed its last day. */
  'expire-records': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Ask what came of the talks of 7, 30 and 90 days ago. */
  'raise-follow-ups': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Keep the weekly report of the week that has ended. */
  'keep-reports': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Take out people whom nobody has a purpose for any more. */
  'erase-expired-persons': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Forget what lists said that was never taken in. */
  'forget-imports': { queue: 'upkeep', payload: nothing, key: () => '' },
  /** Forget the jobs that were done long ago. */
  'sweep-outbox': { queue: 'upkeep', payload: nothing, key: () => '' },
} as const satisfies Record<string, { queue: string; payload: z.ZodType; key: (payload: never) => string }>;

export type JobName = keyof typeof JOBS;
export type JobPayload<J extends JobName> = z.infer<(typeof JOBS)[J]['payload']>;
export type QueueName = (typeof JOBS)[JobName]['queue'];

/** How many jobs of a queue one worker runs at once, unless its settings say otherwise. */
export const CONCURRENCY: Record<QueueName, number> = {
  matching: 4,
  bulk: 1,
  intake: 1,
  notices: 2,
  upkeep: 1,
};

/** Jobs that arise by the clock instead of by an act; milliseconds between two runs. */
export const SCHEDULES: Partial<Record<JobName, { everyMs: number }>> = {
  'ask-duplicates': { everyMs: 3_600_000 },
  'check-alerts': { everyMs: 30_000 },
  'extend-audit-chain': { everyMs: 10_000 },
  'erase-expired-persons': { everyMs: 3_600_000 },
  'expire-records': { everyMs: 3_600_000 },
  'forget-imports': { everyMs: 3_600_000 },
  'raise-follow-ups': { everyMs: 3_600_000 },
  'keep-reports': { everyMs: 3_600_000 },
  'send-digests': { everyMs: 900_000 },
  'ask-reminders': { everyMs: 900_000 },
  'sweep-outbox': { everyMs: 3_600_000 },
};

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = Object.keys(CONCURRENCY) as QueueName[];
