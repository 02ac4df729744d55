import type { SigningView } from '@server/signings/signing.view';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { moneyWords } from '../ui/money';
import { Nothing } from '../ui/nothing';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { RECORDERS } from './actions';
import { AddPaper } from './add-paper';
import styles from './signing.module.css';

const STILL_OPEN = new Set(['park-check', 'platform-check', 'returned']);

/** The papers of a signing; until it is confirmed one can be taken off again. */
export function Papers({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const client = useQueryClient();
  const { role } = useUser();
  const { isBusy, act } = useAct();
  const mayRemove = RECORDERS.has(role) && STILL_OPEN.has(signing.state) && signing.voidedAt === null;
  const takeOff = (id: string) =>
    act(async () => {
      const after = await remove<SigningView>(`/signings/${signing.id}/documents/${id}`, {
        version: signing.version,
      });
      client.setQueryData(['signings', signing.id], after);
    });
  return (
    <section className={styles.card}>
      <h2>{say('signing.papers')}</h2>
      {signing.documents.length === 0 && <Nothing why={say('signings.noPapers')} />}
      <ul className={styles.papers}>
        {signing.documents.map(({ id, kind, attachment, number, datedOn, particulars, certifiedAmount }) => (
          <li key={id}>
            <a href={`/api/v1/attachments/${attachment}`} download>
              {label('document-kinds', kind)}
            </a>
            <span>{day(datedOn)}</span>
            <span lang="">{number}</span>
            <span>{particulars.map((code) => label('particulars', code)).join(say('list.separator'))}</span>
            {certifiedAmount !== null && (
              <span>{say('signing.certified', { amount: moneyWords(certifiedAmount, say) })}</span>
            )}
            {mayRemove && (
              <Popconfirm
                title={say('signings.removePaper')}
                okText={say('action.remove')}
                cancelText={say('action.cancel')}
                onConfirm={() => void takeOff(id)}
              >
                <Button
                  className="no-print"
                  size="small"
                  type="text"
                  disabled={isBusy}
                  aria-label={`${say('action.remove')} ${label('document-kinds', kind)}`}
                >
                  {say('action.remove')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <AddPaper signing={signing} />
    </section>
  );
}
