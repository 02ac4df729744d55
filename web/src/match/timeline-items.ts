import type { ContactView } from '@server/matching/contacts/contact.schema';
import type { MoveView } from '@server/matching/review/match.view';

export type Item = { at: string; id: string } & (
  { move: MoveView; contact?: undefined } | { contact: ContactView; move?: undefined }
);

/** What happened to a match, newest first. */
export const timelineOf = (moves: readonly MoveView[], contacts: readonly ContactView[]): Item[] =>
  [
    ...moves.map((move): Item => ({ at: move.movedAt, id: move.id, move })),
    ...contacts.map((contact): Item => ({ at: contact.contactedAt, id: contact.id, contact })),
  ].sort((a, b) => b.at.localeCompare(a.at));
