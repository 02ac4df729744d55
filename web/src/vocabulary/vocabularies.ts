import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';

export interface Term {
  code: string;
  zh: string;
  en: string;
  [more: string]: unknown;
}
interface Published {
  vocabularies: { name: string; terms: Term[] }[];
}

export type TermMap = ReadonlyMap<string, ReadonlyMap<string, Term>>;

export const indexTerms = ({ vocabularies }: Published): TermMap =>
  new Map(vocabularies.map(({ name, terms }) => [name, new Map(terms.map((term) => [term.code, term]))]));

const NONE: TermMap = new Map();

/** Codes and labels that the server publishes; they change only with a release. */
export function useVocabularies(): TermMap {
  const { data } = useQuery({
    queryKey: ['vocabularies'],
    queryFn: ({ signal }) => get<Published>('/vocabularies', { signal }),
    select: indexTerms,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? NONE;
}

export interface Words {
  /** The label of a code; the code itself while vocabularies load, or when it is new to this client. */
  label: (vocabulary: string, code: string | null | undefined) => string;
  terms: (vocabulary: string) => Term[];
  options: (vocabulary: string) => { value: string; label: string }[];
}

export function useWords(): Words {
  const vocabularies = useVocabularies();
  const { locale } = useMessages();
  const label = useCallback(
    (vocabulary: string, code: string | null | undefined) => {
      if (code === null || code === undefined) return '';
      const term = vocabularies.get(vocabulary)?.get(code);
      return term ? (locale === 'en' ? term.en : term.zh) : code;
    },
    [vocabularies, locale],
  );
  const terms = useCallback(
    (vocabulary: string) => [...(vocabularies.get(vocabulary)?.values() ?? [])],
    [vocabularies],
  );
  const options = useCallback(
    (vocabulary: string) =>
      terms(vocabulary).map((term) => ({ value: term.code, label: locale === 'en' ? term.en : term.zh })),
    [terms, locale],
  );
  return { label, terms, options };
}
