import type { Term, TermMap } from '../vocabulary/vocabularies';

/** Vocabularies with the terms that a search names by code or label; one found by its own code or name is shown whole. */
export function matching(
  vocabularies: TermMap,
  q: string,
  nameOf: (code: string) => string,
): { name: string; terms: Term[] }[] {
  const wanted = q.trim().toLowerCase();
  return [...vocabularies]
    .map(([name, terms]) => {
      const all = [...terms.values()];
      const isWhole = wanted === '' || `${name} ${nameOf(name)}`.toLowerCase().includes(wanted);
      const named = all.filter(({ code, zh, en }) =>
        [code, zh, en].some((text) => text.toLowerCase().includes(wanted)),
      );
      return { name, terms: isWhole ? all : named };
    })
    .filter(({ terms }) => terms.length > 0);
}
