import type { SigningView } from '@server/signings/signing.view';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { requirementsQuery } from './papers-for';
import styles from './signing.module.css';

/** Which levels are proved, and which papers the others still want. */
export function Levels({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { data } = useQuery(requirementsQuery(signing));
  if (!data) return null;
  return (
    <section className={styles.card}>
      <h2>{say('signing.levels')}</h2>
      <ul className={styles.levels}>
        {data.map(({ level, proved, missing, unstated }) => (
          <li key={level} data-proved={proved}>
            <strong>{label('levels', level)}</strong>
            <span>
              {proved
                ? say('signing.proved')
                : [
                    ...missing.map((group) =>
                      group.map((kind) => label('document-kinds', kind)).join(say('signing.or')),
                    ),
                    ...unstated.map(({ particulars }) =>
                      say('signing.unstated', {
                        particulars: particulars
                          .map((code) => label('particulars', code))
                          .join(say('list.separator')),
                      }),
                    ),
                  ].join(say('list.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
