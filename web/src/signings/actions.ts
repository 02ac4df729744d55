import type { SigningView } from '@server/signings/signing.view';
import type { DocumentKind } from '@server/taxonomy/document.vocabulary';
import type { Role } from '../session/session';

export interface Action {
  name: 'pass' | 'sendBack' | 'confirm' | 'return' | 'refuse' | 'revoke' | 'resubmit' | 'void';
  /** Below the signing's address. */
  path: string;
  /** What is asked for first. */
  asks: 'nothing' | 'papers' | 'reason' | 'note';
  body: (note: string | undefined, missing: DocumentKind[]) => object;
  /** Takes something back for good. */
  isGrave?: true;
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
const withReason = (name: 'refuse' | 'revoke' | 'void'): Action => ({
  name,
  path: name,
  asks: 'reason',
  body: (reason) => ({ reason }),
  isGrave: true,
});
const REFUSE = withReason('refuse');
const REVOKE = withReason('revoke');
const VOID = withReason('void');
const RESUBMIT: Action = { name: 'resubmit', path: 'resubmit', asks: 'note', body: (note) => ({ note }) };

/** Who records signings, their papers and milestones. */
export const RECORDERS: ReadonlySet<Role> = new Set(['manager', 'park-lead', 'officer']);

/** What somebody of this role can do about the confirmation now; the likeliest first. */
export function actionsOf(
  { state, voidedAt }: Pick<SigningView, 'state' | 'voidedAt'>,
  role: Role,
): Action[] {
  if (voidedAt !== null) return [];
  const isRecorder = RECORDERS.has(role);
  if (state === 'park-check')
    return [...(role === 'park-lead' ? [PASS, SEND_BACK] : []), ...(isRecorder ? [VOID] : [])];
  if (state === 'platform-check')
    return role === 'manager' ? [CONFIRM, RETURN, REFUSE, VOID] : isRecorder ? [VOID] : [];
  if (state === 'confirmed') return role === 'manager' ? [REVOKE, VOID] : [];
  return state === 'returned' && isRecorder ? [RESUBMIT, VOID] : [];
}
