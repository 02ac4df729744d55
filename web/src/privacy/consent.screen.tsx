import type { ConsentQuestion } from '@server/privacy/consent-link/consent-link.schema';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { LanguageSwitch } from '../app/language-switch';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Loaded } from '../ui/loaded';
import { useDay } from '../ui/time';
import styles from './consent.module.css';
import { TEXT_VERSION } from './text-version';

const route = getRouteApi('/consent/$token');

/** What a person sees who follows the link: what they are asked, and what they say. Nobody signs in. */
export function ConsentScreen() {
  const { say } = useMessages();
  const { token } = route.useParams();
  const query = useQuery({
    queryKey: ['consent', token],
    queryFn: ({ signal }) => get<ConsentQuestion>(`/consent-links/${token}`, { signal }),
    retry: false,
    refetchOnWindowFocus: false,
  });
  return (
    <main className={styles.page}>
      <header>
        <h1>{say('privacy.consentTitle')}</h1>
        <LanguageSwitch />
      </header>
      <Loaded query={query}>{(question) => <Answer token={token} question={question} />}</Loaded>
    </main>
  );
}

function Answer({ token, question }: { token: string; question: ConsentQuestion }) {
  const { say } = useMessages();
  const day = useDay();
  const [agreed, setAgreed] = useState<ConsentQuestion['purposes']>(question.given);
  const answer = useMutation({
    mutationFn: () =>
      post<ConsentQuestion>(`/consent-links/${token}/answer`, { agree: agreed, textVersion: TEXT_VERSION }),
  });
  if (answer.data) return <Alert type="success" showIcon title={say('privacy.consentThanks')} />;
  return (
    <>
      <p>
        {say('privacy.consentLead', {
          park: question.park ?? say('app.name'),
          until: day(question.expiresAt),
        })}
      </p>
      <Checkbox.Group
        className={styles.choices}
        value={agreed}
        onChange={(next) => setAgreed(next)}
        options={question.purposes.map((value) => ({ value, label: say(`privacy.purpose.${value}`) }))}
      />
      <p>{say('privacy.consentRights')}</p>
      {answer.error && <Failure error={answer.error} />}
      <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate()}>
        {say('privacy.consentSend')}
      </Button>
    </>
  );
}
