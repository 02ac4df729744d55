import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { JudgedSet } from '../matching/engine/evaluate/judged-set';
import { PAIR_SIDES, type PairKind, type RecordKind } from '../matching/engine/pair-kind';
import type { MatchRecord } from '../matching/engine/record';

const documentSchema = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
});

const metaSchema = z.object({ pooled: z.boolean().default(false), relGrade: z.number().default(1) });

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

/** Reads a judged set, its queries as the demands and its corpus as the supplies of a kind of pair. */
export function readSet(dir: string, pairKind: PairKind = 'tech-project'): JudgedSet {
  const { demand, supply } = PAIR_SIDES[pairKind];
  const { pooled, relGrade } = metaSchema.parse(JSON.parse(readFileSync(join(dir, 'meta.json'), 'utf8')));
  return {
    name: basename(dir),
    corpus: readRecords(join(dir, 'corpus.jsonl'), supply),
    queries: readRecords(join(dir, 'queries.jsonl'), demand),
    judgements: readJudgements(join(dir, 'qrels.tsv')),
    relevantGrade: relGrade,
    pooled,
  };
}

function isSet(dir: string): boolean {
  return existsSync(join(dir, 'qrels.tsv'));
}

/** The folders below `dir` that hold a judged set, or `dir` itself. */
export function findSets(dir: string): string[] {
  if (isSet(dir)) return [dir];
  const sets = readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter(isSet);
  if (sets.length === 0) throw new RangeError(`no judged set in ${dir}`);
  return sets;
}
