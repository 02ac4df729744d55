import { placesOf } from '../app/navigation';
import type { Say } from '../i18n/use-messages';
import type { Role } from '../session/session';

/** Something that the quick search leads to; pages have no code. */
export interface Hit {
  to: string;
  label: string;
  code?: string;
}

/** The pages of a role whose name holds what is typed; all of them before anything is. */
export function placesFor(typed: string, role: Role, say: Say): Hit[] {
  const q = typed.trim().toLowerCase();
  return placesOf(role)
    .map(({ to, label }) => ({ to, label: say(label) }))
    .filter(({ label }) => label.toLowerCase().includes(q));
}
