import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQueries } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { pointsText } from '../review/bars';
import { useCardTitle } from '../review/card-title';
import { criterionWords } from '../review/criterion-words';
import { explanationQuery } from '../review/queries';
import { Failure } from '../ui/failure';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useWords } from '../vocabulary/vocabularies';
import { comparisonOf } from './comparison';
import styles from './compare.module.css';

const route = getRouteApi('/shell/compare/$pairKind/$demandId');

/** Two to four candidates side by side; prints on one page. */
export function CompareScreen() {
  const { say } = useMessages();
  const { pairKind, demandId } = route.useParams();
  const ids = (route.useSearch().ids ?? '').split(',').filter(Boolean).slice(0, 4);
  const queries = useQueries({ queries: ids.map((id) => explanationQuery(pairKind, demandId, id)) });
  const failed = queries.find(({ error }) => error);
  const pairs = queries.flatMap(({ data }) => (data ? [data] : []));
  return (
    <Page
      title={say('compare.title')}
      aside={
        <Link to="/review/$pairKind/$demandId" params={{ pairKind, demandId }}>
          {pairs[0]?.demand.title}
        </Link>
      }
    >
      {failed && <Failure error={failed.error} />}
      {ids.length < 2 && <Nothing why={say('compare.tooFew')} />}
      {pairs.length === ids.length && pairs.length > 1 && <Comparison pairs={pairs} />}
    </Page>
  );
}

function Comparison({ pairs }: { pairs: readonly ExplanationView[] }) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const { label } = useWords();
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const words = {
    noData: say('review.noData'),
    part: (code: string) => label('score-parts', code),
    criterion: (code: string) => label('criteria', code),
    verdict: (code: string) => label('verdicts', code),
    value: (code: string, value: unknown) => criterionWords(code, value, { say, label }),
    points: pointsText,
    separator: say('list.separator'),
    tag: (code: string) => label('industry-tags', code),
    tags: say('compare.tags'),
  };
  const rows = comparisonOf(pairs, words).filter(({ differs }) => differs || !onlyDifferences);
  return (
    <>
      <label className="no-print">
        <Switch size="small" checked={onlyDifferences} onChange={setOnlyDifferences} />{' '}
        {say('compare.onlyDifferences')}
      </label>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('compare.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {pairs.map(({ supply, score }) => (
                <th key={supply.id} scope="col">
                  <Link
                    to={supply.kind === 'project' ? '/projects/$id' : '/talents/$id'}
                    params={{ id: supply.id }}
                    lang=""
                  >
                    {titleOf(supply)}
                  </Link>
                  <strong>{pointsText(score)}</strong>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells, best }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={pairs[at]?.supply.id} data-best={best.includes(at)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
