import type { ContactView } from '@server/matching/contacts/contact.schema';
import type { MoveView } from '@server/matching/review/match.view';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useDay, useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { timelineOf } from './timeline-items';
import styles from './match.module.css';

export function Timeline({ matchId }: { matchId: string }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const day = useDay();
  const moves = useQuery({
    queryKey: ['matches', matchId, 'moves'],
    queryFn: ({ signal }) => get<MoveView[]>(`/matches/${matchId}/moves`, { signal }),
  });
  const contacts = useQuery({
    queryKey: ['matches', matchId, 'contacts'],
    queryFn: ({ signal }) => get<ContactView[]>(`/matches/${matchId}/contacts`, { signal }),
  });
  const stage = (code: string) => label('match-stages', code);
  return (
    <section className={styles.card}>
      <h2>{say('match.timeline')}</h2>
      <ol className={styles.timeline}>
        {timelineOf(moves.data ?? [], contacts.data ?? []).map(({ id, at, move, contact }) => (
          <li key={id}>
            <div>
              {move
                ? say(move.undoes ? 'match.undid' : 'match.moved', {
                    from: stage(move.from),
                    to: stage(move.to),
                  })
                : say('match.contacted', {
                    how: label('contact-methods', contact.how),
                    result: label('contact-results', contact.result),
                  })}
            </div>
            {move?.reason && (
              <div>{say('match.reason', { reason: label('decline-reasons', move.reason) })}</div>
            )}
            {contact?.nextOn && <div>{say('match.nextOn', { day: day(contact.nextOn) })}</div>}
            {(move ?? contact)?.note && <p lang="">{(move ?? contact)?.note}</p>}
            <small>{moment(at)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
