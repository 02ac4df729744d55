import type { SigningView } from '@server/signings/signing.view';
import type { DocumentKind } from '@server/taxonomy/document.vocabulary';
import type { Role } from '../session/session';

export interface Action {
  name: 'pass' | 'sendBack' | 'confirm' | 'return' | 'refuse' | 'revoke' | 'resubmit';
  /** Below the signing's address. */
  path: string;
  /** What is asked for first. */
  asks: 'nothing' | 'papers' | 'reason' | 'note';
  body: (note: string | undefined, missing: DocumentKind[]) => object;
}

const PASS: Action = { name: 'pass', path: 'check', asks: 'nothing', body: () => ({ decision: 'pass' }) };
const SEND_BACK: Action = {
  name: 'sendBack',
  path: 'check',
  asks: 'papers',
  body: (note, missing) => ({ decision: 'return', missing, note }),
};
const CONFIRM: Action = {
  name: 'confirm',
  path: 'confirm',
  asks: 'note',
  body: (attributionReason) => ({ attributionReason }),
};
const RETURN: Action = {
  name: 'return',
  path: 'return',
  asks: 'papers',
  body: (note, missing) => ({ missing, note }),
};
const REFUSE: Action = { name: 'refuse', path: 'refuse', asks: 'reason', body: (reason) => ({ reason }) };
const REVOKE: Action = { name: 'revoke', path: 'revoke', asks: 'reason', body: (reason) => ({ reason }) };
const RESUBMIT: Action = { name: 'resubmit', path: 'resubmit', asks: 'note', body: (note) => ({ note }) };

/** What somebody of this role can do about the confirmation now; the likeliest first. */
export function actionsOf(
  { state, voidedAt }: Pick<SigningView, 'state' | 'voidedAt'>,
  role: Role,
): Action[] {
  if (voidedAt !== null) return [];
  if (state === 'park-check') return role === 'park-lead' ? [PASS, SEND_BACK] : [];
  if (state === 'platform-check') return role === 'manager' ? [CONFIRM, RETURN, REFUSE] : [];
  if (state === 'confirmed') return role === 'manager' ? [REVOKE] : [];
  const mayResubmit = role === 'manager' || role === 'park-lead' || role === 'officer';
  return state === 'returned' && mayResubmit ? [RESUBMIT] : [];
}
