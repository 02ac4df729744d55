import type { DeclineReason } from '@server/taxonomy/reason.vocabulary';
import type { Term } from '../vocabulary/vocabularies';

export interface Reason {
  code: DeclineReason;
  label: string;
  /** '1' to '9' for the first nine. */
  key: string | undefined;
}

/**
 * The reasons that fit a kind of pair, those the model learns from first; the first nine have a key. An enterprise gives
 * those of its own `side` only.
 */
export function reasonsFor(
  pairKind: string,
  reasons: Term[],
  families: Term[],
  { locale, side }: { locale: string; side?: string },
): Reason[] {
  const fitting = new Set(
    families.filter(({ pairs }) => (pairs as string[]).includes(pairKind)).map(({ code }) => code),
  );
  const known = reasons.filter(
    (reason) => fitting.has(reason.family as string) && (!side || reason.side === side),
  );
  return [...known.filter(({ teaches }) => teaches), ...known.filter(({ teaches }) => !teaches)].map(
    (reason, at) => ({
      code: reason.code as DeclineReason,
      label: locale === 'en' ? reason.en : reason.zh,
      key: at < 9 ? String(at + 1) : undefined,
    }),
  );
}
