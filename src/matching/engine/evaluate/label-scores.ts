import type { LabelledScore } from '../learn/fit-calibration';
import type { TagTree } from '../tag-tree';
import { corpusScorer } from './corpus-scorer';
import type { JudgedSet } from './judged-set';

/** The score of every judged pair of a set, and whether its judges found it to fit. */
export function labelScores(set: JudgedSet, tree: TagTree): LabelledScore[] {
  const positions = new Map(set.corpus.map(({ id }, at) => [id, at]));
  const scorer = corpusScorer(set, tree);
  return set.queries.flatMap((query) => {
    const grades = set.judgements.get(query.id);
    if (grades === undefined) return [];
    const scores = scorer(query);
    return [...grades].flatMap(([id, grade]) => {
      const at = positions.get(id);
      return at === undefined ? [] : [{ score: scores[at] ?? 0, fits: grade >= set.relevantGrade }];
    });
  });
}
