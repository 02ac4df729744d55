import type { ConsentLinkView } from '@server/privacy/consent-link/consent-link.schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Typography } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import styles from '../records/person-panel.module.css';
import { Failure } from '../ui/failure';
import { useDay } from '../ui/time';
import { consentLinksQuery } from './consent-links';

/** A link by which the person says themselves what they agree to; it is shown once, to be sent on. */
export function ConsentLink({ personId }: { personId: string }) {
  const { say } = useMessages();
  const day = useDay();
  const client = useQueryClient();
  const query = consentLinksQuery(personId);
  const { data: links = [] } = useQuery(query);
  const make = useMutation({
    mutationFn: () => post<ConsentLinkView>(`/persons/${personId}/consent-links`),
    onSuccess: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const [last] = links;
  const token = make.data?.token;
  return (
    <section className={styles.part}>
      <h3>{say('privacy.link')}</h3>
      {make.error && <Failure error={make.error} />}
      {last && (
        <small>
          {last.answeredAt
            ? say('privacy.linkAnswered', { day: day(last.answeredAt) })
            : say('privacy.linkSent', { day: day(last.sentAt), until: day(last.expiresAt) })}
        </small>
      )}
      {token ? (
        <Typography.Text copyable code>
          {`${window.location.origin}/consent/${token}`}
        </Typography.Text>
      ) : (
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {say('privacy.linkMake')}
        </Button>
      )}
    </section>
  );
}
