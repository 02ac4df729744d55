import type { Requirement } from '@server/signings/requirements';
import type { SigningView } from '@server/signings/signing.view';
import type { DocumentKind } from '@server/taxonomy/document.vocabulary';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useWords } from '../vocabulary/vocabularies';

export const requirementsQuery = ({ id, version }: Pick<SigningView, 'id' | 'version'>) =>
  queryOptions({
    queryKey: ['signings', id, 'requirements', version],
    queryFn: ({ signal }) => get<Requirement[]>(`/signings/${id}/requirements`, { signal }),
  });

/** Kinds of papers in the order in which they are likely to be wanted: those still missing for a level first. */
export function inOrderOfWant(
  all: readonly DocumentKind[],
  requirements: readonly Pick<Requirement, 'missing'>[],
): DocumentKind[] {
  const wanted = requirements.flatMap(({ missing }) => missing.flat());
  return [...new Set([...wanted, ...all])];
}

/** What may be ticked as missing from a signing. */
export function usePapersFor(signing: Pick<SigningView, 'id' | 'version'>): DocumentKind[] {
  const { terms } = useWords();
  const { data = [] } = useQuery(requirementsQuery(signing));
  return inOrderOfWant(
    terms('document-kinds').map(({ code }) => code as DocumentKind),
    data,
  );
}
