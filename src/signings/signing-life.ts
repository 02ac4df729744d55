import type { ConfirmationState } from '../taxonomy/signing.vocabulary';
import type { SigningAct } from './signing-check.entity';

type Decision = Extract<SigningAct, 'pass' | 'return' | 'refuse' | 'resubmit' | 'confirm' | 'revoke'>;
export type Step = Decision | 'return-from-platform' | 'refuse-from-platform';

/** The way to a confirmed signing and off it: from, to. Refused and revoked are ends; signing again is a new signing. */
export const STEPS: Record<Step, { from: ConfirmationState; to: ConfirmationState; act: Decision }> = {
  pass: { from: 'park-check', to: 'platform-check', act: 'pass' },
  return: { from: 'park-check', to: 'returned', act: 'return' },
  refuse: { from: 'park-check', to: 'refused', act: 'refuse' },
  resubmit: { from: 'returned', to: 'park-check', act: 'resubmit' },
  confirm: { from: 'platform-check', to: 'confirmed', act: 'confirm' },
  'return-from-platform': { from: 'platform-check', to: 'returned', act: 'return' },
  'refuse-from-platform': { from: 'platform-check', to: 'refused', act: 'refuse' },
  revoke: { from: 'confirmed', to: 'revoked', act: 'revoke' },
};

const OVER: readonly ConfirmationState[] = ['refused', 'revoked'];

/** Whether the signing still stands: it blocks its match, and its people stand on no other roster. */
export const isLive = (signing: { state: ConfirmationState; voidedAt: Date | null }): boolean =>
  signing.voidedAt === null && !OVER.includes(signing.state);

/** Facts and papers are changed until the signing is confirmed. */
export const isEditable = (signing: { state: ConfirmationState; voidedAt: Date | null }): boolean =>
  isLive(signing) && signing.state !== 'confirmed';

/** Where a signing stands after what was checked has changed: a lead's pass holds only for what the lead saw. */
export const stateAfterChange = (state: ConfirmationState): ConfirmationState =>
  state === 'returned' ? 'returned' : 'park-check';
