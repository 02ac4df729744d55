/** One query's figures, each 0…1. */
export interface QueryMetrics {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly recall100: number;
  readonly mrr: number;
  readonly map: number;
  /** null when all judged documents have the same grade. */
  readonly pairAccuracy: number | null;
}

type Grades = ReadonlyMap<string, number>;

function discountedGain(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
}

/** Linear gains, log2(rank + 1), ideal over the judged documents (Järvelin and Kekäläinen 2002). */
export function ndcg(ranking: readonly string[], grades: Grades, depth: number): number {
  const ideal = discountedGain(
    [...grades.values()].sort((a, b) => b - a),
    depth,
  );
  if (ideal === 0) return 0;
  return (
    discountedGain(
      ranking.slice(0, depth).map((id) => grades.get(id) ?? 0),
      depth,
    ) / ideal
  );
}

function relevantRanks(ranking: readonly string[], relevant: ReadonlySet<string>): number[] {
  return ranking.flatMap((id, i) => (relevant.has(id) ? [i + 1] : []));
}

function recall(ranks: readonly number[], relevant: number, depth: number): number {
  return ranks.filter((rank) => rank <= depth).length / relevant;
}

/** The share of document pairs with different grades that the scores order rightly, weighted by the difference of grades; ties count half. */
export function pairAccuracy(scoreOf: (id: string) => number, grades: Grades): number | null {
  const judged = [...grades];
  let right = 0;
  let total = 0;
  for (const [better, high] of judged) {
    for (const [worse, low] of judged) {
      if (high <= low) continue;
      const difference = scoreOf(better) - scoreOf(worse);
      total += high - low;
      right += (high - low) * (difference > 0 ? 1 : difference === 0 ? 0.5 : 0);
    }
  }
  return total === 0 ? null : right / total;
}

/** All figures of one query with at least one relevant document. `ranking` is the whole ranking, best first. */
export function measureQuery(
  ranking: readonly string[],
  scoreOf: (id: string) => number,
  grades: Grades,
  relevantGrade: number,
): QueryMetrics {
  const relevant = new Set([...grades].flatMap(([id, grade]) => (grade >= relevantGrade ? [id] : [])));
  const ranks = relevantRanks(ranking, relevant);
  const precisions = ranks.reduce((sum, rank, i) => sum + (i + 1) / rank, 0);
  return {
    ndcg10: ndcg(ranking, grades, 10),
    recall10: recall(ranks, relevant.size, 10),
    recall100: recall(ranks, relevant.size, 100),
    mrr: ranks[0] === undefined ? 0 : 1 / ranks[0],
    map: precisions / relevant.size,
    pairAccuracy: pairAccuracy(scoreOf, grades),
  };
}
