import type { ContactView } from '@server/matching/contacts/contact.schema';
import type { NoteView } from '@server/matching/notes/note.schema';
import type { MoveView } from '@server/matching/review/match.view';

type Happened =
  | { move: MoveView; contact?: undefined; remark?: undefined }
  | { contact: ContactView; move?: undefined; remark?: undefined }
  | { remark: NoteView; move?: undefined; contact?: undefined };
export type Item = { at: string; id: string } & Happened;

/** What happened to a match, newest first. */
export const timelineOf = (
  moves: readonly MoveView[],
  contacts: readonly ContactView[],
  notes: readonly NoteView[],
): Item[] =>
  [
    ...moves.map((move): Item => ({ at: move.movedAt, id: move.id, move })),
    ...contacts.map((contact): Item => ({ at: contact.contactedAt, id: contact.id, contact })),
    ...notes.map((remark): Item => ({ at: remark.writtenAt, id: remark.id, remark })),
  ].sort((a, b) => b.at.localeCompare(a.at));
