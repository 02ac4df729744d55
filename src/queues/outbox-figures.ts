import { Injectable, Optional } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { WORKER } from '../common/actor';
import { Database } from '../platform/database/database';
import { Metrics } from '../platform/metrics/metrics';
import {
  OutboxDeskRepository,
  type OutboxLag,
  type JobFigures,
  type Quantiles,
} from './outbox-desk.repository';

/** The timings in the metrics are those of jobs done in the last minutes. */
const WINDOW_MINUTES = 5;

/**
 * How far background work is behind and how long it takes, read from the outbox whenever the metrics are asked for, so
 * that it holds for all workers on all hosts: a queue that runs is not yet a queue that works.
 */
@Injectable()
export class OutboxFigures {
  constructor(database: Database, desk: OutboxDeskRepository, @Optional() metrics?: Metrics) {
    if (metrics === undefined) return;
    const gauges = makeGauges(metrics);
    metrics.beforeRead(async () => {
      Object.values(gauges).forEach((gauge) => gauge.reset());
      const [lag, figures] = await database.as(WORKER, async (tx) => [
        await desk.lag(tx),
        await desk.figures(WINDOW_MINUTES, tx),
      ]);
      fill(gauges, lag, figures);
    });
  }
}

type Gauges = ReturnType<typeof makeGauges>;

function makeGauges({ registry }: Metrics) {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    jobs: gauge(
      'outbox_jobs',
      'Jobs not done: waiting, or set aside after failing again and again.',
      'state',
    ),
    oldest: gauge('outbox_oldest_job_seconds', 'Seconds that the oldest waiting job has been due.'),
    depth: gauge('queue_jobs', 'Jobs by kind that wait, run, or were set aside.', 'job', 'state'),
    done: gauge('jobs_done_recently', 'Jobs done in the last 5 minutes.', 'job'),
    run: gauge(
      'job_run_seconds',
      'From start to end, of jobs done in the last 5 minutes.',
      'job',
      'quantile',
    ),
    answer: gauge(
      'job_answer_seconds',
      'From being asked for to the end, of jobs done in the last 5 minutes; of match-record: how late shortlists are.',
      'job',
      'quantile',
    ),
  };
}

function fill(gauges: Gauges, lag: OutboxLag, figures: readonly JobFigures[]): void {
  gauges.jobs.set({ state: 'waiting' }, lag.waiting);
  gauges.jobs.set({ state: 'quarantined' }, lag.quarantined);
  gauges.oldest.set(lag.oldestSeconds);
  for (const { job, runSeconds, answerSeconds, ...counts } of figures) {
    for (const state of ['waiting', 'running', 'quarantined'] as const)
      gauges.depth.set({ job, state }, counts[state]);
    gauges.done.set({ job }, counts.done);
    setQuantiles(gauges.run, job, runSeconds);
    setQuantiles(gauges.answer, job, answerSeconds);
  }
}

function setQuantiles(gauge: Gauge, job: string, quantiles: Quantiles | null): void {
  if (quantiles === null) return;
  gauge.set({ job, quantile: '0.5' }, quantiles.p50);
  gauge.set({ job, quantile: '0.95' }, quantiles.p95);
  gauge.set({ job, quantile: '1' }, quantiles.max);
}
