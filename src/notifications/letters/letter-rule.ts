import type { GuestEntity } from '../../events/guests/guest.entity';
import type { LetterKind, LetterReason } from '../../taxonomy/event.vocabulary';

export interface LetterAbout {
  guest: Pick<GuestEntity, 'reply'>;
  email: string | undefined;
  /** A person that the guest brings has not agreed to be contacted. */
  lacksConsent: boolean;
  heldOn: string;
  today: string;
}

/** Why a guest must not be written to, or need not be; undefined when they can be. Asked before the letter, and again at sending. */
export function whyNot(
  kind: LetterKind,
  { guest, email, lacksConsent, heldOn, today }: LetterAbout,
): LetterReason | undefined {
  if (guest.reply === 'declined') return 'declined';
  if (kind === 'invitation' && guest.reply === 'accepted') return 'answered';
  if (kind === 'reminder' && guest.reply !== 'accepted') return 'not-accepted';
  if (email === undefined) return 'no-address';
  if (lacksConsent) return 'no-consent';
  return today >= heldOn ? 'too-late' : undefined;
}
