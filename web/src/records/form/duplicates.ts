import type { DuplicateRequest, DuplicateView } from '@server/matching/duplicates/duplicate.schema';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { post } from '../../api/http';
import { useSettled } from '../../ui/use-settled';
import type { Kind } from '../kinds';

/** Looked for while the writer rests, so that publishing does not wait for it. */
const REST_MS = 900;
const LEAST_TEXT = 20;

/** What says nearly the same as a draft; asked once for the same words. */
export const duplicatesQuery = (request: DuplicateRequest) =>
  queryOptions({
    queryKey: ['near-duplicates', request],
    queryFn: () => post<DuplicateView>('/near-duplicates', request),
    staleTime: 60_000,
  });

/** What may be the same as what is being written, a moment after the last key. */
export function useNearDuplicates(kind: Kind, except: string | undefined): DuplicateView['items'] {
  const form = Form.useFormInstance();
  const title = (Form.useWatch('title', form) as string | undefined) ?? '';
  const text = (Form.useWatch('text', form) as string | undefined) ?? '';
  const draft = useSettled(JSON.stringify({ title, text }), REST_MS);
  const words = JSON.parse(draft) as { title: string; text: string };
  const { data } = useQuery({
    ...duplicatesQuery({ kind: kind === 'needs' ? 'need' : 'project', ...words, except }),
    enabled: kind !== 'talents' && words.text.length >= LEAST_TEXT,
  });
  return data?.items ?? [];
}
