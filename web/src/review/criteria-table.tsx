import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { isBetter } from './bars';
import { CouldBe } from './could-be';
import { criterionWords, unsaidOf } from './criterion-words';
import styles from './criteria-table.module.css';

type Criterion = ExplanationView['criteria'][number];
/** What fails first, then what nobody knows, then what is met. */
const ORDER: Record<Criterion['verdict'], number> = { not: 0, partly: 1, unknown: 2, satisfied: 3 };

interface Props {
  explanation: Pick<ExplanationView, 'criteria' | 'counterfactuals' | 'score' | 'demand' | 'supply'>;
}

export function CriteriaTable({ explanation }: Props) {
  const { criteria, counterfactuals, score, demand, supply } = explanation;
  const { say } = useMessages();
  const { label } = useWords();
  const sorted = [...criteria].sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
  const words = (criterion: string, value: unknown, whose: typeof demand) =>
    criterionWords(criterion, value, { say, label }) ?? say(unsaidOf(whose));
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('review.criteria')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('review.criterion')}</th>
            <th scope="col">{say('review.verdict')}</th>
            <th scope="col">{say('review.required')}</th>
            <th scope="col">{say('review.found')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ criterion, importance, required, found, verdict }) => (
            <tr key={criterion}>
              <th scope="row">
                {label('criteria', criterion)}
                {importance === 'must' && <small className={styles.must}>{say('review.must')}</small>}
              </th>
              <td>
                <span className={styles.verdict} data-verdict={verdict}>
                  {label('verdicts', verdict)}
                </span>
                <CouldBe
                  could={counterfactuals.find(
                    (could) => could.criterion === criterion && isBetter(could, score),
                  )}
                />
              </td>
              <td>{words(criterion, required, demand)}</td>
              <td>{words(criterion, found, supply)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
