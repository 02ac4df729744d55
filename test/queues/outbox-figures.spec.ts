import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { Database } from '../../src/platform/database/database';
import { Outbox } from '../../src/queues/outbox';
import { QueuesModule } from '../../src/queues/queues.module';
import { createTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
beforeAll(async () => {
  server = await createTestApp({ imports: [QueuesModule] });
});
afterAll(() => server.close());

it('shows in the metrics what waits and what was set aside', async () => {
  const { app } = server;
  await app.get(Database).as(SYSTEM, async (tx) => {
    for (let n = 0; n < 3; n++) await app.get(Outbox).enqueue('match-all', { runId: newId() }, tx);
    await tx.query(
      `UPDATE outbox SET quarantined_at = now() WHERE id = (SELECT id FROM outbox ORDER BY id LIMIT 1)`,
    );
    await tx.query(`UPDATE outbox SET due_at = now() - interval '90 seconds' WHERE quarantined_at IS NULL`);
  });
  const { text } = await server.anonymous().get('/metrics').expect(200);
  expect(text).toContain('outbox_jobs{state="waiting"} 2');
  expect(text).toContain('outbox_jobs{state="quarantined"} 1');
  expect(Number(/^outbox_oldest_job_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(90);
});
