import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Actor } from '../common/actor';
import { RunService } from '../matching/runs/run.service';
import type { RunEntity } from '../matching/runs/run.entity';
import { isOver } from '../matching/runs/run.view';
import { runWorker } from '../run-worker';
import type { OpenProduct } from './product';
import { print } from './print';

interface MatchOptions {
  all?: boolean;
  wait?: boolean;
  json?: boolean;
}

const LOOK_MS = 200;

export function matchCommand(program: Command, open: OpenProduct): void {
  program
    .command('match')
    .description('match every need and project against every project and talent')
    .requiredOption('--all', 'everything: the only choice so far')
    .option('--wait', 'work on it here and wait for the end')
    .option('--json', 'print JSON only')
    .action(async (options: MatchOptions) => {
      const product = await open();
      const started = performance.now();
      const runs = product.app.get(RunService);
      const run = await runs.start(product.actor);
      const worker = options.wait ? await runWorker(product.env) : undefined;
      const ended = worker ? await waitFor(product.actor, run.id, runs, !options.json) : run;
      await worker?.stop();
      const seconds = worker ? Math.round(performance.now() - started) / 1000 : null;
      print({ ...summaryOf(ended), seconds }, options.json);
      if (ended.state === 'failed') process.exitCode = 1;
    });
}

/** Counts of demands and shortlist entries. */
const summaryOf = (run: RunEntity) => ({
  run: run.id,
  state: run.state,
  model: run.model,
  demands: run.done,
  entries: run.entries,
  byKind: run.byKind,
});

async function waitFor(actor: Actor, id: string, runs: RunService, talk: boolean): Promise<RunEntity> {
  for (;;) {
    const run = await runs.get(actor, id);
    if (talk) process.stderr.write(`\r${run.done} / ${run.total} `);
    if (isOver(run)) {
      if (talk) process.stderr.write('\n');
      return run;
    }
    await delay(LOOK_MS);
  }
}
