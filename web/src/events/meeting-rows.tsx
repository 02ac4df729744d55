import type { MeetingView } from '@server/events/meetings/meeting.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { RECORDERS } from '../signings/actions';
import { useWords } from '../vocabulary/vocabularies';
import styles from './events.module.css';

interface Props {
  session: SessionView;
  meetings: readonly MeetingView[];
  names: Readonly<Record<string, string>>;
  timeOf: (slot: number) => string;
  onTalk: (meeting: MeetingView) => void;
}

export function MeetingRows({ session, meetings, names, timeOf, onTalk }: Props) {
  const { say } = useMessages();
  const { label } = useWords();
  const { role } = useUser();
  const client = useQueryClient();
  const { act } = useAct();
  const lock = ({ id, locked }: MeetingView) =>
    act(async () => {
      await post(`/activity-sessions/${session.id}/meetings/${id}/lock`, { locked: !locked });
      await client.invalidateQueries({ queryKey: ['events', session.id, 'timetable'] });
    });
  const takeOff = ({ id }: MeetingView) =>
    act(async () => {
      await remove(`/activity-sessions/${session.id}/meetings/${id}`);
      await client.invalidateQueries({ queryKey: ['events', session.id, 'timetable'] });
    });
  const titles = (['events.time', 'events.table', 'events.host', 'events.visitor'] as const).map((key) =>
    say(key),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('events.timetable')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className="no-print">
              {say('events.score')}
            </th>
            <th scope="col">{say('events.talk')}</th>
            <th scope="col" className="no-print">
              {say('events.acts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <tr key={meeting.id}>
              <td>{timeOf(meeting.slot)}</td>
              <td>{meeting.table}</td>
              <td lang="">{names[meeting.host]}</td>
              <td lang="">{names[meeting.visitor]}</td>
              <td className="no-print">{Math.round(meeting.score)}</td>
              <td lang="">
                {meeting.talk && (
                  <>
                    <b>{label('talk-strengths', meeting.talk.strength)}</b> {meeting.talk.nextStep}{' '}
                    {meeting.match && role !== 'organiser' && (
                      <Link
                        className={`${styles.inline} no-print`}
                        to="/matches/$id"
                        params={{ id: meeting.match }}
                      >
                        {say('events.match')}
                      </Link>
                    )}
                  </>
                )}
              </td>
              <td className="no-print">
                {role !== 'auditor' && (
                  <Button size="small" onClick={() => onTalk(meeting)}>
                    {say('events.writeTalk')}
                  </Button>
                )}{' '}
                {meeting.match && RECORDERS.has(role) && (
                  <Link
                    to="/signings/new"
                    search={{ match: meeting.match, activity: session.activity.id, day: session.heldOn }}
                  >
                    <Button size="small" tabIndex={-1}>
                      {say('events.sign')}
                    </Button>
                  </Link>
                )}{' '}
                {session.runs && !meeting.talk && !meeting.locked && (
                  <Button size="small" onClick={() => void takeOff(meeting)}>
                    {say('action.remove')}
                  </Button>
                )}{' '}
                {session.runs && (
                  <Button
                    size="small"
                    type={meeting.locked ? 'primary' : 'default'}
                    aria-pressed={meeting.locked}
                    onClick={() => void lock(meeting)}
                  >
                    {say(meeting.locked ? 'events.locked' : 'events.lock')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
