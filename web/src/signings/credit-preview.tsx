import type { CreditPreview as Preview } from '@server/plan/preview/preview.schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import styles from './signing.module.css';

const READERS = new Set(['manager', 'auditor', 'park-lead', 'officer']);

/** What a confirmation changes: every target with its figure before and after, or why it stays. */
export function CreditPreview({ id, version }: { id: string; version: number }) {
  const { say } = useMessages();
  const { role } = useUser();
  const query = useQuery({
    queryKey: ['signings', id, 'preview', version],
    queryFn: ({ signal }) => get<Preview>(`/signings/${id}/credit-preview`, { signal }),
    enabled: READERS.has(role),
  });
  if (!READERS.has(role)) return null;
  return (
    <section className={styles.card}>
      <h2>{say('preview.title')}</h2>
      <Loaded query={query} loading={null}>
        {({ needsReason, targets, conflicts }) => {
          const rising = targets.filter(({ before, after }) => after !== before);
          const others = targets.filter(
            ({ before, after, why }) =>
              after === before &&
              why.length > 0 &&
              !why.some(({ code }) => code === 'kind' || code === 'activity'),
          );
          return (
            <div className={styles.form}>
              {targets.length === 0 && <Alert type="warning" showIcon title={say('preview.noActivity')} />}
              {needsReason && <Alert type="info" showIcon title={say('preview.needsReason')} />}
              {targets.length > 0 && rising.length === 0 && <p>{say('preview.nothing')}</p>}
              <ul className={styles.preview}>
                {[...rising, ...others].map(({ code, name, goal, before, after, why }) => (
                  <li key={code} data-rises={after > before}>
                    <span lang="">{name}</span>
                    <span className={styles.figure}>
                      {after === before
                        ? say('preview.stays', { before, goal })
                        : say('preview.rises', { before, after, goal })}
                    </span>
                    {after === before && why.length > 0 && (
                      <small>
                        {why
                          .map(({ code: reason }) => say(`objection.${reason}`))
                          .join(say('list.separator'))}
                      </small>
                    )}
                  </li>
                ))}
              </ul>
              {conflicts.map(({ subject, kind, signings }) => (
                <Alert
                  key={subject.id}
                  type="warning"
                  showIcon
                  title={say(`conflict.${kind}`)}
                  description={signings.map((other) => (
                    <div key={other.id}>
                      {other.title === null ? (
                        say('conflict.elsewhere', { park: other.park ?? '', code: other.code })
                      ) : (
                        <Link to="/signings/$id" params={{ id: other.id }}>
                          {other.title}
                        </Link>
                      )}
                    </div>
                  ))}
                />
              ))}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}
