import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Test } from '@nestjs/testing';
import { SMTPServer } from 'smtp-server';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../src/common/actor';
import { FirstModel } from '../../src/matching/models/first-model';
import { MatchingModule } from '../../src/matching/matching.module';
import { NotificationsModule } from '../../src/notifications/notifications.module';
import { NotificationsProcessor } from '../../src/notifications/notifications.processor';
import { CLOCK } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { Database } from '../../src/platform/database/database';
import { OutboundTargets } from '../../src/platform/outbound/outbound-targets';
import { JobRunner } from '../../src/queues/job-runner';
import { OutboxRepository } from '../../src/queues/outbox.repository';
import { WorkerModule } from '../../src/worker.module';
import { type ParkLife, startParkLife } from '../records/park-life';
import { handlersWith } from '../support/idle-handlers';

export interface Call {
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
  text: string;
}

/** Two parks' life with a mail server and another system beside it, and a worker that tells. */
export interface NoticeLife extends ParkLife {
  /** Mails as they reached the server. */
  mails: { to: string[]; text: string }[];
  /** What reached the other system. */
  calls: Call[];
  /** What the other system answers from now on. */
  answer: { status: number; text: string };
  /** The database as a worker has it. */
  asWorker<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
  /** Runs all waiting jobs, and those that come of them, once each. */
  work(): Promise<void>;
  digest(): Promise<void>;
  remind(): Promise<void>;
  look(): Promise<void>;
  close(): Promise<void>;
}

export async function startNoticeLife(over: Record<string, string> = {}): Promise<NoticeLife> {
  const mails: NoticeLife['mails'] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  const mailServer = smtp.listen(0, '127.0.0.1');
  await once(mailServer, 'listening');

  const calls: Call[] = [];
  const answer = { status: 200, text: 'ok' };
  const other = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      calls.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(text), text });
      response.writeHead(answer.status).end(answer.text);
    });
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

  const settings = {
    MASTER_KEY: randomBytes(32).toString('base64'),
    SMTP_URL: `smtp://127.0.0.1:${portOf(mailServer)}`,
    OUTBOUND_HOSTS: '1.1.1.1',
    ...over,
  };
  const life = await startParkLife([MatchingModule, NotificationsModule], settings);
  const { app, clock, database } = life.server;
  await app.get(FirstModel, { strict: false }).ensure([]);
  const worker = await Test.createTestingModule({
    imports: [WorkerModule.with(readEnv({ ...database.settings, ...settings }))],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    // The public address of the tests' webhooks is the server of this file.
    .overrideProvider(OutboundTargets)
    .useValue({
      require: (url: string) =>
        Promise.resolve({
          url: new URL(url.replace('https://1.1.1.1', `http://receiver.invalid:${portOf(other)}`)),
          address: '127.0.0.1',
          family: 4,
        }),
    })
    .compile();
  const { handlers } = worker.get(NotificationsProcessor);
  const runner = new JobRunner(
    worker.get(Database),
    worker.get(OutboxRepository, { strict: false }),
    handlersWith(handlers),
    () => undefined,
  );
  const asWorker: NoticeLife['asWorker'] = (work) => worker.get(Database).as(WORKER, work);
  const work = async () => {
    const seen = new Set<string>();
    for (;;) {
      const waiting = await asWorker((tx) =>
        tx.query<{ id: string; job: string }[]>(
          'SELECT id, job FROM outbox WHERE done_at IS NULL ORDER BY id',
        ),
      );
      const fresh = waiting.filter(({ id }) => !seen.has(id));
      if (fresh.length === 0) return;
      for (const { id, job } of fresh) {
        seen.add(id);
        await runner.run(job, { outboxId: id });
      }
    }
  };
  return {
    ...life,
    mails,
    calls,
    answer,
    asWorker,
    work,
    digest: () => runner.run('send-digests', {}),
    remind: () => runner.run('ask-reminders', {}),
    look: () => runner.run('check-alerts', {}),
    close: async () => {
      await worker.close();
      await life.server.close();
      other.close();
      smtp.close();
    },
  };
}
