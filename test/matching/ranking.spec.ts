import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildModel } from '../../src/matching/engine/build-model';
import { collectStatistics } from '../../src/matching/engine/collect-statistics';
import { featurise } from '../../src/matching/engine/features';
import { Matcher } from '../../src/matching/engine/matcher';
import { PAIR_SIDES, type RecordKind } from '../../src/matching/engine/pair-kind';
import type { MatchRecord, Requirement } from '../../src/matching/engine/record';
import { TAG_TREE } from '../../src/matching/engine-vocabulary';
import { pairKinds } from '../../src/taxonomy/match.vocabulary';

const FOLDER = join(__dirname, 'ranking');

const text = z.strictObject({
  id: z.string().default('demand'),
  title: z.string().default(''),
  text: z.string(),
  keywords: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  suggested: z.record(z.string(), z.number()).default({}),
  facts: z.record(z.string(), z.unknown()).default({}),
  requirements: z.array(z.looseObject({ criterion: z.string() })).default([]),
});
/** `order` is the whole shortlist, best first; whoever is not in it must not be listed. */
const rankingSet = z.strictObject({
  about: z.string(),
  pair: pairKinds.schema,
  demand: text,
  supplies: z.array(text),
  order: z.array(z.string()),
});

const sets = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.json', ''),
  ...rankingSet.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
}));

const recordOf = (
  { suggested, tags, requirements, ...rest }: z.infer<typeof text>,
  kind: RecordKind,
): MatchRecord => ({
  ...rest,
  kind,
  tags: [
    ...tags.map((code) => ({ code, origin: 'stated' as const, confidence: 1 })),
    ...Object.entries(suggested).map(([code, confidence]) => ({
      code,
      origin: 'suggested' as const,
      confidence,
    })),
  ],
  requirements: requirements as unknown as Requirement[],
});

const recordsOf = ({ pair, demand, supplies }: (typeof sets)[number]): MatchRecord[] => [
  recordOf(demand, PAIR_SIDES[pair].demand),
  ...supplies.map((supply) => recordOf(supply, PAIR_SIDES[pair].supply)),
];
/** One model over all sets, so that each set stands in a corpus that speaks of other things too. */
const model = buildModel({
  version: 0,
  statistics: collectStatistics(sets.flatMap(recordsOf).map((record) => featurise(record, TAG_TREE))),
});

it.each(sets)('$name: $about', (set) => {
  const [demand, ...supplies] = recordsOf(set).map((record) => ({
    id: record.id,
    version: 1,
    features: featurise(record, TAG_TREE),
  }));
  const ranked = new Matcher(model, supplies).rank(demand!.features, set.pair, supplies.length);
  expect(ranked.map(({ id }) => id)).toEqual(set.order);
});

it('covers every kind of pair', () => {
  expect(new Set(sets.map(({ pair }) => pair))).toEqual(new Set(pairKinds.codes));
});
