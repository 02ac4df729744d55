import type { ExplanationView } from '@server/matching/explanations/explanation.schema';

export interface ComparedRow {
  name: string;
  cells: string[];
  differs: boolean;
  /** The columns that do best, unless all are alike. */
  best: number[];
}

export interface ComparisonWords {
  noData: string;
  separator: string;
  tags: string;
  part: (code: string) => string;
  criterion: (code: string) => string;
  verdict: (code: string) => string;
  tag: (code: string) => string;
  points: (points: number) => string;
  value: (criterion: string, value: unknown) => string | undefined;
}

const RANK = { satisfied: 3, partly: 2, unknown: 1, not: 0 } as const;

function rowOf(name: string, cells: string[], ranks: readonly (number | null)[]): ComparedRow {
  const differs = new Set(cells).size > 1;
  const top = Math.max(...ranks.map((rank) => rank ?? -Infinity));
  const isEven = ranks.every((rank) => rank === ranks[0]);
  return {
    name,
    cells,
    differs,
    best: isEven ? [] : ranks.flatMap((rank, at) => (rank === top ? [at] : [])),
  };
}

/** Explanations of one demand side by side: parts, criteria, tags in common. What nobody knows is no 0. */
export function comparisonOf(pairs: readonly ExplanationView[], words: ComparisonWords): ComparedRow[] {
  const [first] = pairs;
  if (!first) return [];
  const parts = first.parts.map(({ part }) => {
    const points = pairs.map((pair) => pair.parts.find((other) => other.part === part));
    return rowOf(
      words.part(part),
      points.map((found) => (found && found.value !== null ? words.points(found.points) : words.noData)),
      points.map((found) => (found && found.value !== null ? found.points : null)),
    );
  });
  const criteria = first.criteria.map(({ criterion }) => {
    const verdicts = pairs.map((pair) => pair.criteria.find((other) => other.criterion === criterion));
    return rowOf(
      words.criterion(criterion),
      verdicts.map((found) => {
        if (!found || found.verdict === 'unknown') return words.noData;
        const value = words.value(criterion, found.found);
        return value ? `${value} · ${words.verdict(found.verdict)}` : words.verdict(found.verdict);
      }),
      verdicts.map((found) => (found ? RANK[found.verdict] : null)),
    );
  });
  const tags = pairs.map(({ tags: shared }) =>
    shared.map(({ code }) => words.tag(code)).join(words.separator),
  );
  return [
    ...parts,
    ...criteria,
    rowOf(
      words.tags,
      tags,
      tags.map(() => 0),
    ),
  ];
}
