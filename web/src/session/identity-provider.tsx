import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';

/** The button of the organisation's own identity provider, where one is set. */
export function IdentityProvider({ to }: { to: string }) {
  const { say } = useMessages();
  const { data } = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => get<{ oidc: string | null }>('/session/options', { signal }),
    staleTime: Infinity,
  });
  if (!data?.oidc) return null;
  return (
    <>
      <Divider plain>{say('session.or')}</Divider>
      <Button block size="large" href={`/api/v1/session/oidc?to=${encodeURIComponent(to)}`}>
        {data.oidc}
      </Button>
    </>
  );
}
