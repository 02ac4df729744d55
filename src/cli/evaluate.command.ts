import { type Command, Option } from 'commander';
import { evaluateSet, type EvaluateRow } from '../matching/engine/evaluate/evaluate-set';
import { type Part, PARTS } from '../matching/engine/model';
import { TAG_VOCABULARY } from '../matching/engine-vocabulary';
import { TagTree, type TagVocabulary } from '../matching/engine/tag-tree';
import { findSets, readSet } from './judged-sets';
import { print } from './print';

export interface EvaluateOptions {
  /** One judged set (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`, `meta.json`), or a folder of sets. */
  readonly dir: string;
  /** The parts of the score that count; all by default. */
  readonly parts?: readonly Part[];
  readonly vocabulary: TagVocabulary;
}

/** Measures the engine on one set or a folder of sets, one row a set. One configuration for all of them. */
export async function runEvaluate({
  dir,
  parts = PARTS,
  vocabulary,
}: EvaluateOptions): Promise<EvaluateRow[]> {
  const tree = new TagTree(vocabulary);
  return findSets(dir).map((set) => evaluateSet(readSet(set), tree, parts));
}

interface CommandOptions {
  data: string;
  parts?: Part[];
  json?: boolean;
}

/** `cli evaluate`: needs no database. */
export function evaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('measure the engine on judged sets')
    .requiredOption('--data <dir>', 'a judged set, or a folder of sets')
    .addOption(new Option('--parts <part...>', 'the parts of the score that count').choices(PARTS))
    .option('--json', 'print JSON only')
    .action(async ({ data, parts, json }: CommandOptions) => {
      print(await runEvaluate({ dir: data, parts, vocabulary: TAG_VOCABULARY }), json);
    });
}
