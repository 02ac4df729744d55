import type { Command } from 'commander';
import { InvalidInput } from '../common/errors';
import { LearningService } from '../matching/learning/learning.service';
import { ModelChoice } from '../matching/models/model-choice.service';
import { modelParams } from '../matching/models/model.schema';
import { viewOfModel } from '../matching/models/model.view';
import { parseInput } from './parse-input';
import { print, tell } from './print';
import type { OpenProduct, Product } from './product';

interface Options {
  json?: boolean;
}

export function modelCommand(program: Command, open: OpenProduct): void {
  const model = program.command('model').description('the models behind the scores');

  const act = (name: string, description: string, run: (product: Product) => Promise<unknown>) =>
    model
      .command(name)
      .description(description)
      .option('--json', 'print JSON only')
      .action(async ({ json }: Options) => print(await run(await open()), json));

  const actOn = (
    name: string,
    description: string,
    run: (product: Product, version: number) => Promise<unknown>,
  ) =>
    model
      .command(name)
      .description(description)
      .argument('<version>', 'as `model list` shows it')
      .option('--json', 'print JSON only')
      .action(async (given: string, { json }: Options) => {
        const version = versionOf(given);
        print(await run(await open(), version), json);
      });

  act('list', 'every model, newest first', async ({ app, actor }) =>
    (await app.get(ModelChoice).list(actor)).map(viewOfModel),
  );
  actOn('show', 'what is in a model', ({ app, actor }, version) => app.get(ModelChoice).show(actor, version));
  actOn(
    'compare',
    'how a model orders the decisions held back from learning, beside the current one',
    async ({ app, actor }, version) => {
      const lessons = await app.get(LearningService).compare(actor, version);
      if (lessons.every(({ verdict }) => verdict === null)) tell(NOTHING_HELD);
      return lessons;
    },
  );
  actOn('promote', 'let a newer model score, and match everything by it', ({ app, actor }, version) =>
    app.get(ModelChoice).promote(actor, version),
  );
  act(
    'revert',
    'bring the model before back as a new version, and match everything by it',
    ({ app, actor }) => app.get(ModelChoice).revert(actor),
  );
}

const NOTHING_HELD =
  'There is nothing to compare by yet: of every three demands one is held back, once pairs of it have been decided.';

function versionOf(given: string): number {
  if (!/^\d+$/.test(given))
    throw new InvalidInput(
      'INPUT.INVALID',
      `version: a whole number, as "model list" shows it, not "${given}"`,
    );
  return parseInput(modelParams, { version: given }).version;
}
