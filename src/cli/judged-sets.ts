import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { InvalidInput } from '../common/errors';
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

/** @throws 400 MATCH.JUDGED_SET, naming the file and, of one with lines, the line. */
function broken(path: string, what: string, cause?: unknown): never {
  throw new InvalidInput('MATCH.JUDGED_SET', `${path}: ${what}`, { params: { path, what }, cause });
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    return broken(path, 'there is no such file, or it may not be read', cause);
  }
}

function parsed<T extends z.ZodType>(schema: T, json: string, path: string): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    return broken(path, 'not JSON', cause);
  }
  const { data, error } = schema.safeParse(value);
  const [issue] = error?.issues ?? [];
  if (issue !== undefined) broken(path, `${issue.path.join('.')}: ${issue.message}`);
  return data as z.infer<T>;
}

function readRecords(path: string, kind: RecordKind): MatchRecord[] {
  const records = contentOf(path)
    .split('\n')
    .flatMap((line, at): MatchRecord[] => {
      if (line.trim() === '') return [];
      const { tags, ...document } = parsed(documentSchema, line, `${path}:${at + 1}`);
      const stated = tags.map((code) => ({ code, origin: 'stated' as const, confidence: 1 }));
      return [{ ...document, kind, tags: stated, facts: {}, requirements: [] }];
    });
  return records.length === 0 ? broken(path, 'it is empty') : records;
}

function readJudgements(path: string): JudgedSet['judgements'] {
  const judgements = new Map<string, Map<string, number>>();
  for (const [at, line] of contentOf(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    const [query, document, grade] = line.split('\t');
    if (!query || !document || !Number.isFinite(Number(grade || NaN)))
      return broken(`${path}:${at + 1}`, 'a line is query, document and grade, with tabs between');
    const grades = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, grades.set(document, Number(grade)));
  }
  return judgements;
}

/** Reads a judged set, its queries as the demands and its corpus as the supplies of a kind of pair. */
export function readSet(dir: string, pairKind: PairKind = 'tech-project'): JudgedSet {
  const { demand, supply } = PAIR_SIDES[pairKind];
  const at = (name: string): string => join(dir, name);
  const { pooled, relGrade } = parsed(metaSchema, contentOf(at('meta.json')), at('meta.json'));
  const set: JudgedSet = {
    name: basename(dir),
    corpus: readRecords(at('corpus.jsonl'), supply),
    queries: readRecords(at('queries.jsonl'), demand),
    judgements: readJudgements(at('qrels.tsv')),
    relevantGrade: relGrade,
    pooled,
  };
  if (!isJudged(set))
    broken(at('qrels.tsv'), 'it judges no document of corpus.jsonl for a query of queries.jsonl');
  return set;
}

function isJudged({ corpus, queries, judgements }: JudgedSet): boolean {
  const documents = new Set(corpus.map(({ id }) => id));
  return queries.some(({ id }) =>
    [...(judgements.get(id)?.keys() ?? [])].some((document) => documents.has(document)),
  );
}

function isSet(dir: string): boolean {
  return existsSync(join(dir, 'qrels.tsv'));
}

/** The folders below `dir` that hold a judged set, or `dir` itself. @throws 400 MATCH.JUDGED_SET when there is none. */
export function findSets(dir: string): string[] {
  if (isSet(dir)) return [dir];
  const sets = foldersIn(dir).filter(isSet);
  return sets.length === 0 ? broken(dir, NO_SET) : sets;
}

const NO_SET =
  'no judged set here: a folder with corpus.jsonl, queries.jsonl, qrels.tsv and meta.json, or a folder of such';

function foldersIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .sort()
      .map((name) => join(dir, name));
  } catch (cause) {
    return broken(dir, NO_SET, cause);
  }
}
