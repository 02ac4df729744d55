import type { AnonymousView } from '@server/matching/sharing/share.schema';
import { useMessages } from '../i18n/use-messages';
import { Facts } from '../ui/facts';
import { useWords } from '../vocabulary/vocabularies';
import styles from './dialogs.module.css';

/** What an enterprise is told of a supply: nothing but what the server put in. */
export function AnonymousCard({ view }: { view: AnonymousView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const separator = say('list.separator');
  return (
    <div className={styles.card}>
      {view.headline && <h4>{view.headline}</h4>}
      <Facts
        facts={[
          [say('field.owner'), view.owner],
          [say('field.tier'), label('talent-tiers', view.tier)],
          [say('field.education'), label('educations', view.education)],
          [say('field.degree'), label('degrees', view.degree)],
          [say('field.title'), label('titles', view.title)],
          [say('field.skillLevel'), label('skill-levels', view.skillLevel)],
          [say('field.years'), view.years && say('value.yearsBand', { band: view.years })],
          [say('field.city'), view.city],
          [
            say('field.engagement'),
            view.engagement?.map((code) => label('engagements', code)).join(separator),
          ],
          [say('field.origin'), label('project-origins', view.origin)],
          [say('field.stage'), label('project-stages', view.stage)],
          [say('field.tags'), view.tags.map((code) => label('industry-tags', code)).join(separator)],
        ]}
      />
      {view.criteria.length > 0 && (
        <ul className={styles.verdicts} aria-label={say('review.criteria')}>
          {view.criteria.map(({ criterion, verdict }) => (
            <li key={criterion} data-verdict={verdict}>
              {label('criteria', criterion)} <small>{label('verdicts', verdict)}</small>
            </li>
          ))}
        </ul>
      )}
      {view.text && <p className={styles.text}>{view.text}</p>}
    </div>
  );
}
