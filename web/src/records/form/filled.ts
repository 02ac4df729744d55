import type { PrefillView } from '@server/needs/prefill.schema';
import { type Draft, draftMoney, isEmpty } from './drafts';

type Fields = Record<string, unknown>;

/** The draft with what was found laid under what the writer stated; its kind is taken over only while it has no details. */
export function filled(draft: Draft, view: PrefillView, isNew: boolean): Draft {
  const kind = isNew && !hasDetails(draft) ? view.kind : draft.kind;
  const details = kind === 'hiring' ? view.hiring : view.technology;
  return {
    ...draft,
    kind,
    title: isEmpty(draft.title) ? view.title : draft.title,
    ...(kind && details && { [kind]: under(draft[kind] ?? {}, draftMoney(details)) }),
  };
}

/** What a new hiring need begins with says nothing yet. */
const INITIAL = new Set(['headcount', 'engagement']);
const hasDetails = ({ hiring = {}, technology = {} }: Draft): boolean =>
  [hiring, technology].some((details) =>
    Object.entries(details).some(([name, value]) => !INITIAL.has(name) && !isEmpty(value)),
  );

const under = (stated: Fields, found: Fields): Fields => ({
  ...stated,
  ...Object.fromEntries(Object.entries(found).filter(([name]) => isEmpty(stated[name]) || INITIAL.has(name))),
});
