import type { Page as PageOf } from '@server/common/page';
import type { ReceivedShareView } from '@server/matching/sharing/received-share.view';
import type { AnswerShare } from '@server/matching/sharing/share.schema';
import type { Contact } from '@server/talent/talent.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { AnonymousCard } from '../review/anonymous-card';
import { DeclineDialog } from '../review/decline-dialog';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './shares.module.css';

/** What officers recommended to the enterprise, and its answers. */
export function SharesScreen() {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['shares'],
    queryFn: ({ signal }) => get<PageOf<ReceivedShareView>>('/shares', { signal, query: { limit: 200 } }),
  });
  return (
    <Page title={say('nav.shares')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing why={say('shares.none')} />
          ) : (
            <ul className={styles.list}>
              {items.map((share) => (
                <Share key={share.id} share={share} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Share({ share }: { share: ReceivedShareView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [isDeclining, setDeclining] = useState(false);
  const [contact, setContact] = useState<Contact>();
  const tell = (error: unknown) => void message.error(sentenceOf(error, say));
  const answer = async (given: AnswerShare) => {
    setDeclining(false);
    try {
      await post(`/shares/${share.id}/answer`, given);
      await client.invalidateQueries({ queryKey: ['shares'] });
    } catch (error) {
      tell(error);
    }
  };
  const reveal = async () => {
    try {
      setContact(await post<Contact>(`/shares/${share.id}/reveal-contact`));
    } catch (error) {
      tell(error);
    }
  };
  return (
    <li className={styles.share}>
      <header>
        <strong lang="">{share.demand?.title}</strong>
        <span>{say('shares.sharedOn', { day: day(share.sharedOn) })}</span>
        {share.answer && (
          <span>
            {say(`answer.${share.answer}`)} {label('decline-reasons', share.answerReason)}
          </span>
        )}
      </header>
      {share.identity ? (
        <div lang="">
          <h3>{[share.identity.name, share.identity.headline].filter(Boolean).join(' · ')}</h3>
          <p className={styles.text}>{share.identity.text}</p>
        </div>
      ) : null}
      <AnonymousCard view={share.supply} />
      {share.summary && (
        <p className={styles.text} lang="">
          {share.summary}
        </p>
      )}
      <div className={styles.actions}>
        {share.canAnswer && (
          <>
            <Button type="primary" onClick={() => void answer({ answer: 'interested' })}>
              {say('answer.interested')}
            </Button>
            <Button onClick={() => setDeclining(true)}>{say('answer.not-interested')}</Button>
          </>
        )}
        {share.contactReleased && !contact && (
          <Button onClick={() => void reveal()}>{say('shares.contact')}</Button>
        )}
        {contact && <span>{[contact.phone, contact.email].filter(Boolean).join(' · ')}</span>}
      </div>
      <DeclineDialog
        pairKind={share.pairKind}
        side="demand"
        count={isDeclining ? 1 : 0}
        onChoose={(reason) => void answer({ answer: 'not-interested', reason })}
        onClose={() => setDeclining(false)}
      />
    </li>
  );
}
