import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import * as z from 'zod';
import { evaluateSet, type EvaluateRow } from '../matching/engine/evaluate/evaluate-set';
import type { JudgedSet } from '../matching/engine/evaluate/judged-set';
import { type Part, PARTS } from '../matching/engine/model';
import type { RecordKind } from '../matching/engine/pair-kind';
import type { MatchRecord } from '../matching/engine/record';
import { TAG_VOCABULARY } from '../matching/engine-vocabulary';
import { TagTree, type TagVocabulary } from '../matching/engine/tag-tree';
import { print } from './print';

const documentSchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
});

const metaSchema = z.object({ pooled: z.boolean().default(false), relGrade: z.number().default(1) });

export interface EvaluateOptions {
  /** One judged set (`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`, `meta.json`), or a folder of sets. */
  readonly dir: string;
  /** The parts of the score that count; all by default. */
  readonly parts?: readonly Part[];
  readonly vocabulary: TagVocabulary;
}

function readRecords(path: string, kind: RecordKind): MatchRecord[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { tags, ...document } = documentSchema.parse(JSON.parse(line));
      const stated = tags.map((code) => ({ code, origin: 'stated' as const, confidence: 1 }));
      return { ...document, kind, tags: stated, facts: {}, requirements: [] };
    });
}

function readJudgements(path: string): JudgedSet['judgements'] {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [query, document, grade] = line.split('\t');
    if (!query || !document) continue;
    const grades = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, grades.set(document, Number(grade)));
  }
  return judgements;
}

function readSet(dir: string): JudgedSet {
  const { pooled, relGrade } = metaSchema.parse(JSON.parse(readFileSync(join(dir, 'meta.json'), 'utf8')));
  return {
    name: basename(dir),
    corpus: readRecords(join(dir, 'corpus.jsonl'), 'project'),
    queries: readRecords(join(dir, 'queries.jsonl'), 'technology-need'),
    judgements: readJudgements(join(dir, 'qrels.tsv')),
    relevantGrade: relGrade,
    pooled,
  };
}

function isSet(dir: string): boolean {
  return existsSync(join(dir, 'qrels.tsv'));
}

/** The folders below `dir` that hold a judged set, or `dir` itself. */
function findSets(dir: string): string[] {
  if (isSet(dir)) return [dir];
  const sets = readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter(isSet);
  if (sets.length === 0) throw new RangeError(`no judged set in ${dir}`);
  return sets;
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
