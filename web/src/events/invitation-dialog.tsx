import type { GuestView } from '@server/events/guests/guest.schema';
import type { SessionView } from '@server/events/sessions/session.schema';
import { App, Button, Modal, QRCode } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useDay } from '../ui/time';
import styles from './events.module.css';

interface Props {
  session: SessionView;
  guest: GuestView;
  onClose: () => void;
}

/** 邀请函: the link to answer by, and the code to sign in with; to be sent or printed. */
export function InvitationDialog({ session, guest, onClose }: Props) {
  const { say } = useMessages();
  const day = useDay();
  const { message } = App.useApp();
  const link = `${location.origin}/invitation/${guest.token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    void message.success(say('events.copied'));
  };
  return (
    <Modal
      open
      title={say('events.invitation')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => void copy()}>{say('events.copyLink')}</Button>
          <Button type="primary" onClick={() => window.print()}>
            {say('events.print')}
          </Button>
        </>
      }
    >
      <div className={styles.letter} data-paper>
        <p lang="">{guest.label}</p>
        <p lang="">
          {say('events.letter', {
            title: session.title,
            day: day(session.heldOn),
            venue: session.venue ?? '',
          })}
        </p>
        <QRCode aria-label={say('events.qr')} value={link} type="svg" size={168} />
        <p className={styles.link}>{link}</p>
        <small>{say('events.letterHint')}</small>
      </div>
    </Modal>
  );
}
