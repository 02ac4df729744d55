import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { type Bar, pointsText } from './bars';
import styles from './part-bars.module.css';

const share = (value: number, most: number): string =>
  `${Math.min(100, most > 0 ? (100 * value) / most : 0)}%`;

/** Each part's points out of its weight, which is the bar's length, with a tick where the shortlist's median stands. */
export function PartBars({ bars }: { bars: readonly Bar[] }) {
  const { say } = useMessages();
  const { label } = useWords();
  const longest = Math.max(...bars.map(({ most }) => most));
  return (
    <table className={styles.bars}>
      <caption className="visually-hidden">{say('review.parts')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say('review.part')}</th>
          <th scope="col">{say('review.points')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ part, points, most, median }) => (
          <tr key={part}>
            <th scope="row">{label('score-parts', part)}</th>
            {points === null ? (
              <td className={styles.none}>{say('review.noData')}</td>
            ) : (
              <td>
                <div className={styles.track} style={{ width: share(most, longest) }}>
                  <span className={styles.fill} style={{ width: share(points, most) }} />
                  {median !== null && (
                    <span
                      className={styles.tick}
                      style={{ left: share(median, most) }}
                      title={say('review.median', { points: pointsText(median) })}
                    />
                  )}
                </div>
                <span className={styles.figures}>
                  {say('review.pointsOf', { points: pointsText(points), most: pointsText(most) })}
                  {median !== null && <small>{say('review.median', { points: pointsText(median) })}</small>}
                </span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
