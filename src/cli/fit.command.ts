import { type Command, Option } from 'commander';
import { InvalidInput } from '../common/errors';
import { labelScores } from '../matching/engine/evaluate/label-scores';
import { PAIR_KINDS, type PairKind } from '../matching/engine/pair-kind';
import { ENOUGH_LABELLED } from '../matching/engine/score/fit-of-score';
import { TAG_TREE } from '../matching/engine-vocabulary';
import { LearningService } from '../matching/learning/learning.service';
import { ModelChoice } from '../matching/models/model-choice.service';
import { readSet } from './judged-sets';
import { print, tell } from './print';
import type { OpenProduct } from './product';

interface Options {
  data?: string;
  pairKind?: PairKind;
  promote?: boolean;
  json?: boolean;
}

/** `cli fit`: learns weights and calibration from what people decided. */
export function fitCommand(program: Command, open: OpenProduct): void {
  program
    .command('fit')
    .description(
      'learn a candidate model from decisions: weights where they are beyond doubt better, and the fit of scores',
    )
    .option('--data <dir>', 'take the fit from a judged set instead of from decisions; needs --pair-kind')
    .addOption(new Option('--pair-kind <kind>', 'what the judged set stands for').choices(PAIR_KINDS))
    .option('--promote', 'let the candidate score at once, if there is one')
    .option('--json', 'print JSON only')
    .action(async ({ data, pairKind, promote, json }: Options) => {
      if ((data === undefined) !== (pairKind === undefined))
        throw new InvalidInput('MATCH.LABELS_OF_WHAT', '--data and --pair-kind belong together');
      const given =
        data === undefined || pairKind === undefined
          ? undefined
          : { pairKind, labelled: labelScores(readSet(data, pairKind), TAG_TREE) };
      const { app, actor } = await open();
      const learnt = await app.get(LearningService).fit(actor, given);
      if (learnt.candidate === null) tell(NOTHING_LEARNT);
      const promoted =
        promote && learnt.candidate !== null
          ? await app.get(ModelChoice).promote(actor, learnt.candidate)
          : null;
      print({ ...learnt, promoted }, json);
    });
}

const NOTHING_LEARNT =
  `There is no candidate: the decisions so far show no weights that are beyond doubt better, and the fit of scores ` +
  `takes ${ENOUGH_LABELLED} judged pairs of a kind. Decide more pairs, or bring a judged set with --data.`;
