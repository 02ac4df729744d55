import type { PlanView } from '@server/plan/plan.schema';
import { useMessages } from '../i18n/use-messages';
import { Facts } from '../ui/facts';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** What the plan is and says, doubtful readings included. */
export function Overview({ plan }: { plan: PlanView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { settings, themes, tracks, undertakings, notes } = plan;
  return (
    <div className={layout.stack}>
      <section className={layout.card}>
        <Facts
          facts={[
            [say('field.code'), plan.code],
            [say('plan.year'), plan.year],
            [say('plan.issuer'), <span lang="">{plan.issuer}</span>],
            [say('plan.signedFrom'), day(settings.signedFrom)],
            [say('plan.signedTo'), day(settings.signedTo)],
            [say('plan.landedBy'), day(settings.landedBy)],
            [say('plan.landedMeans'), label('levels', settings.landedMeans)],
            [say('plan.minSkillLevel'), label('skill-levels', settings.minSkillLevel)],
            [say('plan.attributionDays'), say('plan.days', { days: settings.attributionDays })],
            [say('plan.protectionDays'), say('plan.days', { days: settings.protectionDays })],
            [
              say('plan.tab.activities'),
              say('plan.activitiesStated', { listed: plan.activities.length, stated: plan.activitiesStated }),
            ],
            [say('plan.tab.targets'), plan.targets.length],
          ]}
        />
        <p className={styles.source} lang="">
          {plan.source}
        </p>
      </section>
      <section className={layout.card}>
        <h2>{say('plan.tracks')}</h2>
        <ul className={layout.lines}>
          {themes.map((theme) => (
            <li key={theme.code}>
              <strong lang="">{theme.name}</strong>{' '}
              <span lang="">
                {tracks
                  .filter((track) => track.theme === theme.code)
                  .map(({ name }) => name)
                  .join(say('list.separator'))}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {undertakings.length > 0 && (
        <section className={layout.card}>
          <h2>{say('plan.undertakings')}</h2>
          <ul className={layout.lines}>
            {undertakings.map(({ activities, text }) => (
              <li key={text}>
                <span className={styles.code}>
                  {say('plan.ofActivities', { numbers: activities.join(say('list.separator')) })}
                </span>{' '}
                <span lang="">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section className={layout.card}>
          <h2>{say('plan.notes')}</h2>
          <ul className={layout.lines}>
            {notes.map((note) => (
              <li key={note} lang="">
                {note}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
