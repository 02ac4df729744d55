/** A need as it is being typed: everything a string, a list or nothing, named as the API names it. */
export interface Draft {
  kind: 'technology' | 'hiring';
  title?: string;
  text?: string;
  park?: string;
  organisation?: string;
  tags?: string[];
  confidentiality?: string;
  publicSummary?: string;
  expiresOn?: string;
  must?: string[];
  technology?: Record<string, unknown>;
  hiring?: Record<string, unknown>;
}

const WAN = 10_000;
const MONEY = new Set(['budgetMin', 'budgetMax', 'payMin', 'payMax']);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Without what was left empty; money, typed in 万元, as whole 元. */
function stated(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [name, MONEY.has(name) ? Math.round(Number(value) * WAN) : value]),
  );
}

/** The request that a draft becomes: the details of its own kind only. */
export function requestOf({ technology, hiring, ...shared }: Draft): Record<string, unknown> {
  const base = stated(shared);
  return shared.kind === 'hiring'
    ? { ...base, hiring: stated(hiring ?? {}) }
    : { ...base, technology: stated(technology ?? {}) };
}

/** A first title for pasted text: its first line, without numbering or a heading's colon. */
export function titleFromText(text: string): string {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  return line
    .trim()
    .replace(/^[\s\d一二三四五六七八九十]+[、.．)）]\s*/u, '')
    .replace(/[:：。]$/u, '')
    .slice(0, 60);
}

const keyOf = (userId: string): string => `need draft ${userId}`;

export function readDraft(userId: string): Draft | undefined {
  const kept = localStorage.getItem(keyOf(userId));
  try {
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
}

export const keepDraft = (userId: string, draft: Draft): void =>
  localStorage.setItem(keyOf(userId), JSON.stringify(draft));
export const dropDraft = (userId: string): void => localStorage.removeItem(keyOf(userId));
