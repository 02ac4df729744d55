import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { parkProgressQuery } from './queries';
import styles from './targets.module.css';

/** The parks of the network as tiles with their city: what each was given of the plan, and has delivered. */
export function ParkTiles({ plan, asOf }: { plan: string; asOf: string | undefined }) {
  const { say } = useMessages();
  const query = useQuery(parkProgressQuery(plan, asOf));
  return (
    <section>
      <h2 className={styles.heading}>{say('goals.parks')}</h2>
      <Loaded query={query} loading={null}>
        {(parks) => (
          <ul className={styles.tiles}>
            {parks.map(({ park, name, city, signed, landed, targets }) => (
              <li key={park} data-active={signed > 0 || targets.length > 0} title={name}>
                <div className={styles.tileHead}>
                  <strong>{park}</strong>
                  <span lang="">{city ?? say('targets.noCity')}</span>
                </div>
                <span>{say('goals.parkSum', { signed, landed })}</span>
                {targets.length === 0 ? (
                  <small>{say('targets.noAllocation')}</small>
                ) : (
                  <ul className={styles.shares}>
                    {targets.map(({ code, goal, counted }) => (
                      <li key={code} data-late={goal !== null && counted < goal}>
                        <Link to="/targets" search={(now) => ({ ...now, target: code })} resetScroll={false}>
                          {goal === null
                            ? say('goals.parkTargetFree', { code, counted })
                            : say('goals.parkTarget', { code, counted, goal })}
                        </Link>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
