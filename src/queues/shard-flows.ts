import type { BackendClasses, FlowJob, IQueueBackend, Job } from 'bullmq';

/** Shards answer one question at a time each; BullMQ hands a lost one to the next worker of the shard. */
const GATHER = 'gather';
/** Names of the jobs: whether another shard is asked after it. */
const EARLIER = 'earlier';
const LAST = 'last';
const shardQueue = (shard: number): string => `shard-${shard}`;

/** How long an answer may take before the asking job fails and is tried again. */
const PATIENCE_MS = 300_000;
const KEPT_SECONDS = 300;
/** What is being asked when this process stops may still be answered for so long. */
const STOPPING_PATIENCE_MS = 3_000;

type FlowChild = NonNullable<FlowJob['children']>[number];

/** Asks all shards the same, by a flow with a child in the queue of each. Throws when a shard fails, or nobody holds it for minutes. */
export interface ShardFlows<Q> {
  /** Asks all at once; the answers in the order of the shards. */
  askEach(question: Q): Promise<unknown[]>;
  /**
   * Asks one after the other, each told what the one before answered; what the last one answers. Another begins every time,
   * so that questions asked together keep all of them busy.
   */
  askInTurn(question: Q): Promise<unknown>;
  /** Lets what is being asked fail soon: the shard that is to answer may be stopping too. */
  giveUp(): void;
  close(): Promise<void>;
}

/** Whose turn it is when one shard is asked after the other. */
export interface Turn {
  /** What the shard before answered; undefined when there was none. */
  readonly earlier: unknown;
  /** Whether nobody is asked after this one. */
  readonly isLast: boolean;
}

export interface ShardServer {
  close(): Promise<void>;
}

export interface ShardQueues {
  flows<Q>(shards: number): ShardFlows<Q>;
  /** Answers the questions to one shard. */
  serve<Q>(shard: number, answer: (question: Q, turn: Turn) => Promise<unknown>): ShardServer;
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
      const childOf = (question: Q, shard: number, name: string, before?: FlowChild): FlowChild => ({
        name,
        queueName: shardQueue(shard),
        data: question,
        opts: { ...finished, attempts: 3, failParentOnFailure: true },
        ...(before && { children: [before] }),
      });
      const gather = async (children: FlowChild[]): Promise<ShardAnswer[]> => {
        await events.waitUntilReady();
        const { job } = await producer.add({ name: GATHER, queueName: GATHER, opts: finished, children });
        const answered = job.waitUntilFinished(events, PATIENCE_MS);
        answered.catch(() => undefined);
        await Promise.race([answered, givenUp]);
        return answersOf(job);
      };
      let first = 0;
      return {
        giveUp: () => stopping.abort(),
        askEach: async (question) => {
          const children = Array.from({ length: shards }, (_, shard) => childOf(question, shard, LAST));
          const answers = await gather(children);
          return answers.sort((a, b) => a.shard - b.shard).map(({ answer }) => answer);
        },
        askInTurn: async (question) => {
          first = (first + 1) % shards;
          let child = childOf(question, first, EARLIER);
          for (let turn = 1; turn < shards; turn++)
            child = childOf(question, (first + turn) % shards, turn === shards - 1 ? LAST : EARLIER, child);
          const [{ answer } = { answer: undefined }] = await gather([child]);
          return answer;
        },
        close: async () => {
          await Promise.all([gatherer.close(), events.close(), producer.close()]);
        },
      };
    },
    serve: <Q>(shard: number, answer: (question: Q, turn: Turn) => Promise<unknown>) => {
      const worker = new bullmq.Worker(
        shardQueue(shard),
        async (job): Promise<ShardAnswer> => {
          const [earlier] = await answersOf(job);
          const turn = { earlier: earlier?.answer, isLast: job.name === LAST };
          return { shard, answer: await answer(job.data as Q, turn) };
        },
        { ...settings, ...finished },
      ).on('error', onError);
      return { close: () => worker.close() };
    },
  };
}

/** Children come under keys of their own making; each says whose answer it is. */
interface ShardAnswer {
  readonly shard: number;
  readonly answer: unknown;
}

const answersOf = async (job: Pick<Job, 'getChildrenValues'>): Promise<ShardAnswer[]> =>
  Object.values(await job.getChildrenValues<ShardAnswer>());
