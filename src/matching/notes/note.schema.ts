import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import { matchView } from '../review/match.view';
import type { NoteEntity } from './note.entity';

/** A remark on a pair; its match is made where nobody has acted on the pair before. */
export const writeNote = z.strictObject({
  pairKind: pairKinds.schema,
  demandId: z.uuid(),
  supplyId: z.uuid(),
  note: plainText(2000),
});
export type WriteNote = z.infer<typeof writeNote>;

export const noteView = z
  .object({ id: z.uuid(), note: z.string(), writtenBy: z.uuid().nullable(), writtenAt: z.string() })
  .meta({ id: 'MatchNote' });
export type NoteView = z.infer<typeof noteView>;

export const writtenNote = z.object({ note: noteView, match: matchView }).meta({ id: 'WrittenNote' });
export type WrittenNote = z.infer<typeof writtenNote>;

export const noteViewOf = ({ id, note, writtenBy, writtenAt }: NoteEntity): NoteView => ({
  id,
  note,
  writtenBy,
  writtenAt: writtenAt.toISOString(),
});
