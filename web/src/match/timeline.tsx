import type { ContactView } from '@server/matching/contacts/contact.schema';
import type { NoteView } from '@server/matching/notes/note.schema';
import type { MoveView } from '@server/matching/review/match.view';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { useDay, useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { type Item, timelineOf } from './timeline-items';
import styles from './match.module.css';

/** Notes that the product writes: codes, shown in words. */
const UNREACHED = 'CONTACT.UNREACHED';

const useHistory = <T,>(matchId: string, of: string) =>
  useQuery({
    queryKey: ['matches', matchId, of],
    queryFn: ({ signal }) => get<T[]>(`/matches/${matchId}/${of}`, { signal }),
  });

export function Timeline({ matchId }: { matchId: string }) {
  const { say } = useMessages();
  const moves = useHistory<MoveView>(matchId, 'moves');
  const contacts = useHistory<ContactView>(matchId, 'contacts');
  const notes = useHistory<NoteView>(matchId, 'notes');
  const failed = [moves, contacts, notes].find(({ error }) => error);
  return (
    <section className={styles.card}>
      <h2>{say('match.timeline')}</h2>
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      <ol className={styles.timeline}>
        {timelineOf(moves.data ?? [], contacts.data ?? [], notes.data ?? []).map((item) => (
          <Event key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Event({ item: { at, move, contact, remark } }: { item: Item }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const day = useDay();
  const stage = (code: string) => label('match-stages', code);
  const what = move
    ? say(move.undoes ? 'match.undid' : 'match.moved', { from: stage(move.from), to: stage(move.to) })
    : contact
      ? say('match.contacted', {
          how: label('contact-methods', contact.how),
          result: label('contact-results', contact.result),
        })
      : say('matches.noteWritten');
  const note = (move ?? contact ?? remark).note;
  return (
    <li>
      <div>{what}</div>
      {move?.reason && <div>{say('match.reason', { reason: label('decline-reasons', move.reason) })}</div>}
      {contact?.nextOn && <div>{say('match.nextOn', { day: day(contact.nextOn) })}</div>}
      {note === UNREACHED ? <p>{say('matches.unreached')}</p> : note && <p lang="">{note}</p>}
      <small>{moment(at)}</small>
    </li>
  );
}
