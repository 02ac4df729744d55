import type { MatchView } from '@server/matching/review/match.view';
import type { ReleaseShare } from '@server/matching/sharing/share.schema';
import { App, Button, Input, Popconfirm, Switch } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './match.module.css';

/** What the enterprise sees now, and what more may be released to it. */
export function ShareState({
  match,
  onChanged,
}: {
  match: MatchView;
  onChanged: (match: MatchView) => void;
}) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { message } = App.useApp();
  const [summary, setSummary] = useState(match.share?.summary ?? '');
  const { share } = match;
  if (!share) return null;
  const ask = async (path: string, body: object, version?: number) => {
    try {
      onChanged(await post<MatchView>(`/matches/${match.id}/share/${path}`, body, { version }));
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  const release = (wanted: ReleaseShare) => void ask('release', wanted);
  const mayChange = match.choices.length > 0;
  return (
    <section className={styles.card}>
      <h2>{say('share.state', { at: moment(share.sharedAt) })}</h2>
      <div className={styles.form}>
        <div className={styles.row}>
          {share.answer ? (
            <strong>
              {say(`answer.${share.answer}`)} {label('decline-reasons', share.answerReason)}
            </strong>
          ) : (
            <span>{say('share.noAnswer')}</span>
          )}
          {share.answerNote && <span lang="">{share.answerNote}</span>}
        </div>
        <div className={styles.row}>
          <label>
            <Switch
              size="small"
              disabled={!mayChange}
              checked={share.released.identity}
              onChange={(identity) => release({ identity })}
            />{' '}
            {say('share.identity')}
          </label>
          <label>
            <Switch
              size="small"
              disabled={!mayChange}
              checked={share.released.contact}
              onChange={(contact) => release({ contact })}
            />{' '}
            {say('share.contact')}
          </label>
        </div>
        {mayChange && (
          <>
            <Input.TextArea
              rows={2}
              maxLength={2000}
              aria-label={say('share.summary')}
              placeholder={say('share.summary')}
              value={summary}
              onChange={(event) => setSummary(event.target.value)}
            />
            <div className={styles.row}>
              <Button
                size="small"
                disabled={summary === (share.summary ?? '')}
                onClick={() => release({ summary: summary.trim() || null })}
              >
                {say('share.release')}
              </Button>
              <Popconfirm
                title={say('matches.withdrawSure')}
                okText={say('action.confirm')}
                cancelText={say('action.cancel')}
                onConfirm={() => void ask('withdraw', {}, match.version)}
              >
                <Button size="small" danger type="text">
                  {say('share.withdraw')}
                </Button>
              </Popconfirm>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
