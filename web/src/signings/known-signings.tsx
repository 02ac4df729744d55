import type { KnownSigning } from '@server/plan/conflicts/conflict.schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import styles from './signing.module.css';

type Subject = Partial<Record<'match' | 'project' | 'talent' | 'establishment' | 'partyB', string>>;

/** Warns before a signing is recorded that somebody signed the same already. */
export function KnownSignings({ subject }: { subject: Subject }) {
  const { say } = useMessages();
  const { label } = useWords();
  const [named] = Object.entries(subject).filter(([, value]) => value);
  const { data = [] } = useQuery({
    queryKey: ['conflicts', 'known', named],
    queryFn: ({ signal }) =>
      get<KnownSigning[]>('/conflicts/known', { signal, query: Object.fromEntries(named ? [named] : []) }),
    enabled: named !== undefined,
  });
  if (data.length === 0) return null;
  return (
    <Alert
      className={styles.known}
      type="warning"
      showIcon
      role="status"
      title={say('signings.known')}
      description={
        <ul>
          {data.map(({ id, code, title, park, state }) => (
            <li key={id}>
              {title === null ? (
                say('conflict.elsewhere', { park: park ?? '', code })
              ) : (
                <Link to="/signings/$id" params={{ id }} lang="">
                  {`${code} ${title}`}
                </Link>
              )}{' '}
              {label('confirmation-states', state)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
