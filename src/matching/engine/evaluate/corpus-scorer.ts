import { buildModel } from '../build-model';
import { collectStatistics } from '../collect-statistics';
import { featurise } from '../features';
import { type Part, PARTS } from '../model';
import type { MatchRecord } from '../record';
import { combineParts } from '../score/combine-parts';
import { criteriaValue, meaningValue } from '../score/score-pair';
import { judgeCriteria } from '../score/judge-criteria';
import { weighRecord } from '../score/weigh-record';
import { findPairKind } from '../pair-kind';
import type { TagTree } from '../tag-tree';
import type { JudgedSet } from './judged-set';
import { Postings } from './postings';

/**
 * Scores all of a corpus for one query at a time exactly as `scorePair` does. The model is frozen on both sides' texts,
 * since the product's one term table covers demands and supplies; it never sees a judgement. `parts` are the parts
 * that take part; the others count as without data.
 */
export function corpusScorer(
  { corpus, queries }: Pick<JudgedSet, 'corpus' | 'queries'>,
  tree: TagTree,
  parts: readonly Part[] = PARTS,
): (query: MatchRecord) => Float64Array {
  const features = corpus.map((record) => featurise(record, tree));
  const asked = new Map(queries.map((query) => [query.id, featurise(query, tree)]));
  const model = buildModel({ version: 0, statistics: collectStatistics([...features, ...asked.values()]) });
  const supplies = features.map((feature) => weighRecord(feature, model));
  const text = new Postings(supplies.map((supply) => supply.text));
  const tags = new Postings(supplies.map((supply) => supply.tags));
  const given = <T>(part: Part, value: T | null): T | null => (parts.includes(part) ? value : null);

  return (query) => {
    const demand = weighRecord(asked.get(query.id) ?? featurise(query, tree), model);
    const textValues = text.overlaps(demand.text);
    const tagValues = tags.overlaps(demand.tags);
    return Float64Array.from(supplies, (supply, i) => {
      const pair = findPairKind(demand.features.kind, supply.features.kind);
      if (pair === undefined) throw new RangeError(`query ${query.id} is not matched with the corpus`);
      const hasText = demand.text.terms.length > 0 && supply.text.terms.length > 0;
      const hasTags = demand.tags.terms.length > 0 && supply.tags.terms.length > 0;
      const verdicts = judgeCriteria(demand.features.requirements, supply.features.facts);
      const scored = combineParts(
        {
          text: given('text', hasText ? Math.min(1, textValues[i] ?? 0) : null),
          meaning: given('meaning', meaningValue(demand.meaning, supply.meaning)),
          tags: given('tags', hasTags ? Math.min(1, tagValues[i] ?? 0) : null),
          criteria: given('criteria', criteriaValue(verdicts)),
        },
        model.weightsOf(pair),
      );
      return scored.reduce((sum, { points }) => sum + points, 0);
    });
  };
}
