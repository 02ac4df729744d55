import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featurise, type RecordFeatures } from '../src/matching/engine/features';
import type { RecordKind } from '../src/matching/engine/pair-kind';
import { TagTree } from '../src/matching/engine/tag-tree';
import { buildModel } from '../src/matching/engine/build-model';
import { collectStatistics } from '../src/matching/engine/collect-statistics';
import type { Model } from '../src/matching/engine/model';
import { weighRecord } from '../src/matching/engine/score/weigh-record';
import type { SparseVector } from '../src/matching/engine/sparse-vector';
import type { CorpusProfile, Octave } from './corpus/profile';

/**
 * Fits the profile of the generated corpus to a set with one true record per query, through the product's own text
 * pipeline: `node dist/bench/fit-profile.js FOLDER` prints it and the figures that the benchmark must come near.
 */

interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

function read(folder: string, name: string, kind: RecordKind): Map<string, RecordFeatures> {
  const tree = new TagTree({ nodes: [], planWords: {} });
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { id, title = '', text } = JSON.parse(line) as Line;
      return [id, featurise({ id, kind, title, text, tags: [], facts: {}, requirements: [] }, tree)];
    }),
  );
}

/** The terms of a record's text that are left when the model has weighed it, with their frequencies. */
function indexed(features: RecordFeatures, model: Model): SparseVector {
  const left = new Set(weighRecord(features, model).text.terms);
  const { terms, weights } = features.text;
  return {
    terms: terms.filter((term) => left.has(term)),
    weights: weights.filter((_, i) => left.has(terms[i]!)),
  };
}

function texts(features: Map<string, RecordFeatures>, model: Model): Map<string, SparseVector> {
  return new Map([...features].map(([id, record]) => [id, indexed(record, model)]));
}

function fit(folder: string): CorpusProfile & { postingsPerRecord: number } {
  const corpus = read(folder, 'corpus.jsonl', 'project');
  const model = buildModel({ version: 0, statistics: collectStatistics(corpus.values()) });
  const records = texts(corpus, model);
  const queries = texts(read(folder, 'queries.jsonl', 'technology-need'), model);
  const trueRecord = new Map(
    readFileSync(join(folder, 'qrels.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t').slice(0, 2) as [string, string]),
  );
  const counts = new Map<number, number>();
  for (const text of records.values())
    for (const term of text.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const ranked = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
  const octaveOf = new Map(ranked.map((term, i) => [term, Math.floor(Math.log2(i + 1))]));
  const last = Math.floor(Math.log2(ranked.length));
  const sums = Array.from({ length: last + 1 }, () => ({
    record: 0,
    frequency: 0,
    query: 0,
    shared: 0,
    queryFrequency: 0,
  }));
  const lengths: number[] = [];
  for (const text of records.values()) {
    if (text.terms.length > 0) lengths.push(Math.log(text.terms.length));
    for (const [i, term] of text.terms.entries()) {
      const octave = sums[octaveOf.get(term)!]!;
      octave.record++;
      octave.frequency += text.weights[i]!;
    }
  }
  let touched = 0;
  for (const [id, text] of queries) {
    const held = new Set(records.get(trueRecord.get(id) ?? '')?.terms);
    for (const [i, term] of text.terms.entries()) {
      touched += counts.get(term) ?? 0;
      const octave = sums[octaveOf.get(term) ?? last]!;
      octave.query++;
      octave.queryFrequency += text.weights[i]!;
      if (held.has(term)) octave.shared++;
    }
  }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
  const octaves = sums.map(({ record, frequency, query, shared, queryFrequency }): Octave => ({
    record: round(record / records.size),
    query: round(query / queries.size),
    shared: round(query > 0 ? shared / query : 0),
    frequency: round(record > 0 ? frequency / record : 1),
    queryFrequency: round(query > 0 ? queryFrequency / query : 1),
  }));
  return {
    records: records.size,
    lengthSpread: round(Math.sqrt(variance)),
    octaves,
    postingsPerRecord: round(touched / queries.size / records.size),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

console.log(JSON.stringify(fit(process.argv[2] ?? '.'), null, 1));
