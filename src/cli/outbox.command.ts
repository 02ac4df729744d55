import type { Command } from 'commander';
import { jobQuery, retryJobs } from '../operations/jobs/job.schema';
import { JobService } from '../operations/jobs/job.service';
import { parseInput } from './parse-input';
import { print } from './print';
import type { OpenProduct } from './product';

export function outboxCommand(program: Command, open: OpenProduct): void {
  const outbox = program.command('outbox').description('background jobs');
  outbox
    .command('list')
    .description('jobs by state, newest first')
    .option('--state <state>', 'waiting, running, quarantined or done', 'quarantined')
    .option('--limit <number>', 'at most this many', '50')
    .option('--json', 'print JSON only')
    .action(async ({ json, ...options }: { state: string; limit: string; json?: boolean }) => {
      const query = parseInput(jobQuery, options);
      const { app, actor } = await open();
      print((await app.get(JobService).list(actor, query)).items, json);
    });
  outbox
    .command('summary')
    .description('how many jobs wait, run and were set aside, and how long they take')
    .option('--json', 'print JSON only')
    .action(async ({ json }: { json?: boolean }) => {
      const { app, actor } = await open();
      print(await app.get(JobService).summary(actor), json);
    });
  outbox
    .command('retry')
    .description('let jobs that were set aside begin anew')
    .argument('[ids...]', 'which ones')
    .option('--all', 'all of them')
    .option('--json', 'print JSON only')
    .action(async (ids: string[], { all, json }: { all?: boolean; json?: boolean }) => {
      const chosen = all ? undefined : parseInput(retryJobs.required(), { ids }).ids;
      const { app, actor } = await open();
      print({ retried: await app.get(JobService).retry(actor, chosen) }, json);
    });
}
