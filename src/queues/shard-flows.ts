import type { BackendClasses, IQueueBackend } from 'bullmq';

/** Shards answer one question at a time each; BullMQ hands a lost one to the next worker of the shard. */
const GATHER = 'gather';
const shardQueue = (shard: number): string => `shard-${shard}`;

/** How long an answer may take before the asking job fails and is tried again. */
const PATIENCE_MS = 300_000;
const KEPT_SECONDS = 300;
/** What is being asked when this process stops may still be answered for so long. */
const STOPPING_PATIENCE_MS = 3_000;

/** Asks all shards the same and gathers their answers: a flow with a child in the queue of each shard. */
export interface ShardFlows<Q> {
  /** The answers in the order of the shards. Throws when a shard fails, or nobody holds it for minutes. */
  ask(question: Q): Promise<unknown[]>;
  /** Lets what is being asked fail soon: the shard that is to answer may be stopping too. */
  giveUp(): void;
  close(): Promise<void>;
}

export interface ShardServer {
  close(): Promise<void>;
}

export interface ShardQueues {
  flows<Q>(shards: number): ShardFlows<Q>;
  /** Answers the questions to one shard. */
  serve<Q>(shard: number, answer: (question: Q) => Promise<unknown>): ShardServer;
}

/** Questions to shards over one backend's queues. */
export function createShardQueues<B extends IQueueBackend, C>(
  bullmq: BackendClasses<B, C>,
  connection: C,
  onError: (error: Error) => void,
): ShardQueues {
  const settings = { connection, lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 10 };
  const finished = { removeOnComplete: { age: KEPT_SECONDS }, removeOnFail: { age: KEPT_SECONDS } };
  return {
    flows: <Q>(shards: number): ShardFlows<Q> => {
      const producer = new bullmq.FlowProducer({ connection }).on('error', onError);
      const events = new bullmq.QueueEvents(GATHER, { connection });
      events.on('error', onError);
      // It answers nothing itself: what a job answers is copied into the events of its queue too.
      const gatherer = new bullmq.Worker<Q, void>(GATHER, () => Promise.resolve(), {
        ...settings,
        ...finished,
        concurrency: 4,
      }).on('error', onError);
      const stopping = new AbortController();
      const givenUp = new Promise<never>((_, reject) => {
        stopping.signal.addEventListener('abort', () => {
          setTimeout(() => reject(new Error('stopping')), STOPPING_PATIENCE_MS).unref();
        });
      });
      givenUp.catch(() => undefined);
      return {
        giveUp: () => stopping.abort(),
        ask: async (question) => {
          await events.waitUntilReady();
          const children = Array.from({ length: shards }, (_, shard) => ({
            name: String(shard),
            queueName: shardQueue(shard),
            data: question,
            opts: { ...finished, attempts: 3, failParentOnFailure: true },
          }));
          const { job } = await producer.add({ name: GATHER, queueName: GATHER, opts: finished, children });
          const answered = job.waitUntilFinished(events, PATIENCE_MS);
          answered.catch(() => undefined);
          await Promise.race([answered, givenUp]);
          return inOrder(await job.getChildrenValues());
        },
        close: async () => {
          await Promise.all([gatherer.close(), events.close(), producer.close()]);
        },
      };
    },
    serve: <Q>(shard: number, answer: (question: Q) => Promise<unknown>) => {
      const worker = new bullmq.Worker(
        shardQueue(shard),
        async (job) => ({ shard, answer: await answer(job.data as Q) }),
        { ...settings, ...finished },
      ).on('error', onError);
      return { close: () => worker.close() };
    },
  };
}

/** Children come under keys of their own making; each says whose answer it is. */
function inOrder(values: Record<string, unknown>): unknown[] {
  return (Object.values(values) as { shard: number; answer: unknown }[])
    .sort((a, b) => a.shard - b.shard)
    .map(({ answer }) => answer);
}
