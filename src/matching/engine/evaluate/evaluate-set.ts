import type { MatchRecord } from '../record';
import type { Part } from '../model';
import type { TagTree } from '../tag-tree';
import { bm25Scorer } from './bm25-baseline';
import { bootstrapMean, type Interval } from './bootstrap';
import type { JudgedSet } from './judged-set';
import { measureQuery, type QueryMetrics } from './metrics';
import { rankDocuments, rankTop, tieKeys } from './rank-documents';
import { corpusScorer } from './corpus-scorer';

export const METRICS = ['ndcg10', 'recall10', 'recall100', 'mrr', 'map', 'pairAccuracy'] as const;
export type Metric = (typeof METRICS)[number];

type Figures<T> = Readonly<Record<Metric, T>>;
type Bounds = readonly [low: number, high: number];

/** Means over the queries with a relevant document, with 95 % intervals; null where a figure is undefined for the set. */
export interface EvaluateRow extends Figures<number | null> {
  readonly set: string;
  readonly n: number;
  readonly ci95: Figures<Bounds | null>;
  readonly baseline: Figures<number | null>;
  /** Ours − baseline on the same queries. */
  readonly difference: Figures<number | null>;
  readonly differenceCi95: Figures<Bounds | null>;
}

type Scorer = (query: MatchRecord) => Float64Array;

/** Beyond this rank nothing changes a figure by more than 1/2000 of a query. */
const DEPTH = 2000;

function measure(set: JudgedSet, scorer: Scorer): QueryMetrics[] {
  const ids = set.corpus.map(({ id }) => id);
  const positions = new Map(ids.map((id, i) => [id, i]));
  const ties = tieKeys(ids);
  return set.queries.flatMap((query) => {
    const grades = set.judgements.get(query.id);
    if (grades === undefined || ![...grades.values()].some((grade) => grade >= set.relevantGrade)) return [];
    const scores = scorer(query);
    const judged = [...grades.keys()].flatMap((id) => positions.get(id) ?? []);
    const ranking = set.pooled ? rankDocuments(scores, judged, ties) : rankTop(scores, ties, DEPTH);
    const scoreOf = (id: string): number => scores[positions.get(id) ?? -1] ?? 0;
    return [
      measureQuery(
        ranking.map((i) => ids[i] ?? ''),
        scoreOf,
        grades,
        set.relevantGrade,
      ),
    ];
  });
}

function figures<T>(figureOf: (metric: Metric) => T): Figures<T> {
  return Object.fromEntries(METRICS.map((metric) => [metric, figureOf(metric)])) as Record<Metric, T>;
}

function valuesOf(measured: readonly QueryMetrics[], metric: Metric): number[] {
  return measured.flatMap((query) => query[metric] ?? []);
}

function intervalOf(values: readonly number[]): Interval | null {
  return values.length === 0 ? null : bootstrapMean(values);
}

function bounds(interval: Interval | null): Bounds | null {
  return interval && [interval.low, interval.high];
}

/** Scores every document for every query and measures the rankings, beside the fixed baseline. */
export function evaluateSet(set: JudgedSet, tree: TagTree, parts: readonly Part[]): EvaluateRow {
  const ours = measure(set, corpusScorer(set, tree, parts));
  const baseline = measure(set, bm25Scorer(set.corpus));
  const own = figures((metric) => intervalOf(valuesOf(ours, metric)));
  const base = figures((metric) => intervalOf(valuesOf(baseline, metric)));
  const differences = figures((metric) => {
    const before = valuesOf(baseline, metric);
    return intervalOf(valuesOf(ours, metric).map((value, i) => value - (before[i] ?? 0)));
  });
  return {
    set: set.name,
    n: ours.length,
    ...figures((metric) => own[metric]?.mean ?? null),
    ci95: figures((metric) => bounds(own[metric])),
    baseline: figures((metric) => base[metric]?.mean ?? null),
    difference: figures((metric) => differences[metric]?.mean ?? null),
    differenceCi95: figures((metric) => bounds(differences[metric])),
  };
}
